import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IngestReport } from '../../src/app/intake/ingest.ts';
import type { TableStanding } from '../../src/model/data/source-description.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { keepUntil } from '../support/service/keep-until.ts';
import { configWithDatasets } from '../support/switched-config.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { EMPLOYMENT_RATE } from '../statbank/tables/employment-rate.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './after-first-run.ts';

/** Tables that are closed, gone, or overtaken by a twin: point 4, as a user sees it. */

const FIRST_RUN = '2026-03-02T10:05:00.000Z';
/** By then every table has had its turn to be read whole. */
const WEEK_AFTER = '2026-03-10T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();
beforeAll(() => nock.restore());

const ingestEmployment = (world: World, ...flags: readonly string[]) =>
  typeIn(world, ['ingest', 'employment', '--json', ...flags]);
const keep = (world: World, until: string) => world.with((app) => keepUntil(app, until));
const toldOfTable = async (world: World) =>
  (await toldOf(world, 'table:06445')).map(({ kind, text }) => [kind, text] as const);

function standingOf(world: World): TableStanding | null {
  const [row] = queryDatabase(world.databaseFile, "SELECT standing FROM dataset WHERE code = 'employment-rate'");
  return typeof row?.['standing'] === 'string' ? (JSON.parse(row['standing']) as TableStanding) : null;
}

/** What stays in force: the newest status of the indicator that rests on the table. */
async function inForce(world: World): Promise<unknown> {
  const { status, period, value } = await statusOf(world, 'employment-rate');
  return { status, period, value };
}

const GOES_ON =
  'Tabell 16445 («Andel sysselsatte i befolkningen per 4. kvartal, etter region, kjønn og alder (K)») ser ut til å ' +
  'fortsette den. `naeringspuls doctor --live` skriver ut linjene som bytter tabell, og sier hva byttet bryter.';
/** What a command says, in its own form. */
const GOES_ON_IN_ENGLISH =
  'Table 16445 («Andel sysselsatte i befolkningen per 4. kvartal, etter region, kjønn og alder (K)») seems to go on from ' +
  'it: `naeringspuls doctor --live` prints the lines that would switch, and what the switch breaks.';

describe('a table that the source marks as discontinued', () => {
  test('is told of once, with the table that goes on, and its figures stay', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const before = await inForce(world);
    world.statbank.replaceTable('06445', '16445');
    await keep(world, WEEK_AFTER);
    const sentence = 'SSB har avsluttet tabell 06445, som ikke får nye tall. Siste periode er 2025.';
    expect(await toldOfTable(world)).toEqual([['trouble', `${sentence} ${GOES_ON}`]]);
    expect(standingOf(world)).toMatchObject({
      ...{ kind: 'closed', table: '06445', lastPeriod: '2025' },
      successor: { table: '16445', lastPeriod: '2025' },
    });
    await keep(world, '2026-03-20T10:00:00.000Z');
    expect(await toldOfTable(world)).toHaveLength(1);
    expect(await inForce(world)).toEqual(before);
  });

  test('is told of no more when the settings have left it: the trouble is over, and that is all', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    world.statbank.replaceTable('06445', '16445');
    await keep(world, WEEK_AFTER);
    const env = { CONFIG_DIR: configWithDatasets("  employment-rate: { table: '16445' }\n") };
    world.at('2026-03-20T10:00:00.000Z');
    expect(await typeIn(world, ['ingest', '--force'], env)).toMatchObject({ exitCode: 0 });
    expect((await toldOfTable(world)).map(([kind]) => kind)).toEqual(['trouble', 'trouble-over']);
    expect(await toldOf(world, 'service:descriptions', env)).toEqual([]);
  });

  test('is told of at its first ingest, where no table goes on', async () => {
    const world = await openWorld();
    world.statbank.discontinue('06445');
    expect(await ingestEmployment(world)).toMatchObject({ exitCode: 0 });
    expect(await toldOfTable(world)).toEqual([
      [
        'trouble',
        'SSB har avsluttet tabell 06445, som ikke får nye tall. Siste periode er 2025. Det er ikke funnet noen tabell som ' +
          'fortsetter den. Slå statistikken opp i Statistikkbanken, og skriv tabellnummeret i `datasets.yaml` blant innstillingene.',
      ],
    ]);
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ period: '2025' });
  });
});

describe('a table that is gone', () => {
  test('is refused with what it is, named with the table that goes on, and told of once; what is stored stays', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const before = await inForce(world);
    world.statbank.addTwin('06445', '16445', '2026');
    world.statbank.removeTable('06445');
    for (const day of ['03', '04']) {
      world.at(`2026-03-${day}T10:00:00.000Z`);
      const { exitCode, stdout } = await ingestEmployment(world, '--force');
      expect(exitCode).toBe(4);
      const { datasets } = JSON.parse(stdout) as IngestReport;
      expect(datasets[0]).toMatchObject({ outcome: 'failed', errorCode: 'source-rejected-query' });
      expect(datasets[0]?.message).toBe(
        'Table 06445 is gone: the source knows neither its metadata nor its entry. What is stored stays in force. SSB ' +
          'answers so also while its database is down: try at another time of day first. If it stays so, look the ' +
          `statistic up in Statbank, and name its table in datasets.yaml of the settings. ${GOES_ON_IN_ENGLISH}`,
      );
    }
    expect(await toldOfTable(world)).toEqual([
      ['trouble', `SSB kjenner ikke lenger tabell 06445. Tallene fra før står. Siste periode er 2025. ${GOES_ON}`],
    ]);
    expect(await toldOf(world, 'dataset:employment-rate')).toEqual([]);
    expect(await inForce(world)).toEqual(before);
  });

  test('and is back is told as in order again', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    world.statbank.setMode('normal');
    const { statbank } = world;
    statbank.removeTable('06445');
    world.at('2026-03-03T10:00:00.000Z');
    await ingestEmployment(world, '--force');
    expect(standingOf(world)).toMatchObject({ kind: 'gone', table: '06445', successor: null });
    statbank.putTable(EMPLOYMENT_RATE);
    world.at('2026-03-04T10:00:00.000Z');
    expect(await ingestEmployment(world)).toMatchObject({ exitCode: 0 });
    expect(standingOf(world)).toBeNull();
    expect((await toldOfTable(world)).map(([kind]) => kind)).toEqual(['trouble', 'trouble-over']);
  });

  test('while the source is closed for maintenance is not believed', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    world.statbank.removeTable('06445');
    world.at('2026-03-03T05:30:00.000Z');
    expect(await ingestEmployment(world, '--force')).toMatchObject({ exitCode: 4 });
    expect(standingOf(world)).toBeNull();
  });
});

describe('a table number in datasets.yaml that nothing was ever taken from, and the source does not know', () => {
  function withTable(table: string): string {
    const folder = copyConfig();
    writeFileSync(join(folder, 'datasets.yaml'), `datasets: { employment-rate: { table: '${table}' } }\n`);
    return folder;
  }

  test('is told as such, with the table that the figures came from, and never as gone', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const env = { CONFIG_DIR: withTable('16445') };
    const { exitCode, stdout } = await typeIn(world, ['ingest', 'employment', '--json'], env);
    expect(exitCode).toBe(4);
    const { datasets } = JSON.parse(stdout) as IngestReport;
    expect(datasets[0]?.message).toBe(
      'Table 16445 is not known to the source: see to the number in datasets.yaml of the settings (employment-rate, ' +
        'table). Its figures have come from table 06445 so far, and what is stored stays in force.',
    );
    expect(standingOf(world)).toBeNull();
    expect(await toldOf(world, 'table:16445', env)).toEqual([]);
    expect(await toldOf(world, 'dataset:employment-rate', env)).toHaveLength(1);
    const text = await typeIn(world, ['explain', 'employment-rate'], env);
    expect(text.stdout + (await typeIn(world, ['status', '--json'], env)).stdout).not.toMatch(
      /finnes ikke lenger|no longer at/,
    );
  });

  test('is told with what is most like it, where nothing is stored, by doctor --live too', async () => {
    const world = await openWorld();
    const env = { CONFIG_DIR: withTable('06455') };
    const { exitCode, stdout } = await typeIn(world, ['doctor', '--live'], env);
    expect(exitCode).toBe(4);
    expect(stdout).toContain('Table 06455 is not known to the source');
    expect(stdout).toContain('see to the number in datasets.yaml of the settings (employment-rate, table)');
    expect(stdout).not.toMatch(/Table 06455 is gone|seems to go on from it/);
  });
});

describe('a table that stands still while a twin has a later period', () => {
  test('is told of within a week, once, and its figures stay; when it catches up it is over', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const before = await inForce(world);
    world.statbank.addTwin('06445', '16445', '2026');
    await keep(world, WEEK_AFTER);
    const sentence =
      'SSB-tabell 06445 står stille, mens en annen tabell med samme tittel har nyere tall. Siste periode er 2025.';
    expect(await toldOfTable(world)).toEqual([['trouble', `${sentence} ${GOES_ON}`]]);
    expect(standingOf(world)).toMatchObject({
      kind: 'standing-still',
      successor: { table: '16445', lastPeriod: '2026' },
    });
    expect(await inForce(world)).toEqual(before);
    world.statbank.publishYear('06445', '2026');
    await keep(world, '2026-03-12T10:00:00.000Z');
    expect((await toldOfTable(world)).map(([kind]) => kind)).toEqual(['trouble', 'trouble-over']);
    expect(standingOf(world)).toBeNull();
  });

  test('is searched for with the weekly reading alone', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const searches = () =>
      world.statbank.requests.filter(({ query }) => query.some(([name]) => name === 'query')).length;
    world.at('2026-03-03T09:00:00.000Z');
    const before = searches();
    await typeIn(world, ['ingest', 'employment', '--force']);
    expect(searches()).toBe(before);
    await keep(world, WEEK_AFTER);
    // One for each table; the innovation survey's own search beside them.
    expect(searches() - before).toBeLessThanOrEqual(10);
  });
});
