import type { TableStanding } from '../../../src/model/data/source-description.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { statusOf, toldOf, typeIn } from '../../support/typed-world.ts';
import type { World } from '../../support/world.ts';

/** Every world of these tests begins with a run at this instant. */
export const FIRST_RUN = '2026-03-02T10:05:00.000Z';

/** One run of the job that reads table 06445. */
export const ingestEmployment = (world: World, ...flags: readonly string[]) =>
  typeIn(world, ['ingest', 'employment', '--json', ...flags]);

/** What operations were told of the table. */
export const toldOfTable = async (world: World) =>
  (await toldOf(world, 'table:06445')).map(({ kind, text }) => [kind, text] as const);

/** What is known of the table besides its figures; `null` when it is as it should be. */
export function standingOf(world: World): TableStanding | null {
  const [row] = queryDatabase(world.databaseFile, "SELECT standing FROM dataset WHERE code = 'employment-rate'");
  return typeof row?.['standing'] === 'string' ? (JSON.parse(row['standing']) as TableStanding) : null;
}

/** What stays in force: the newest status of the indicator that rests on the table. */
export async function inForce(world: World): Promise<unknown> {
  const { status, period, value } = await statusOf(world, 'employment-rate');
  return { status, period, value };
}

export const GOES_ON =
  'Tabell 16445 («Andel sysselsatte i befolkningen per 4. kvartal, etter region, kjønn og alder (K)») ser ut til å ' +
  'fortsette den. `naeringspuls doctor --live` skriver ut linjene som bytter tabell, og sier hva byttet bryter.';
