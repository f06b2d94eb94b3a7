import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queryDatabase } from '../../support/database/database-content.ts';
import { copyConfig, type Edit } from '../../support/edited-config.ts';
import { openWorld, type World } from '../../support/world.ts';

/** A Tuesday, when the source is open and every slot of the day has passed. */
export const TUESDAY_NOON = '2026-03-03T12:00:00.000Z';
/** Runs of several municipalities, on a machine that does other things besides. */
export const TIME_LIMIT_MS = 300_000;

/** Settings of places that the shipped settings know; the name of a place among its peers is that of another then. */
export const STAVANGER = (...edits: readonly Edit[]) => settingsOf('1103', 'Stavanger', 'stavanger', edits);
export const BERGEN = (...edits: readonly Edit[]) => settingsOf('4601', 'Bergen', 'bergen', edits);
export const DRAMMEN = (...edits: readonly Edit[]) => copyConfig(...edits);

function settingsOf(code: string, name: string, peer: string, edits: readonly Edit[]): string {
  return copyConfig(
    ['plan.yaml', "code: '3301'", `code: '${code}'`],
    ['plan.yaml', 'name: Drammen', `name: ${name}`],
    // In the worked example.
    ['indicators/employment-rate.yaml', `    ${peer}: [`, '    drammen: ['],
    ...edits,
  );
}

/** The channel of operations by e-mail, with a recipient. */
export const operationsAt = (address: string): Edit => [
  'alerts.yaml',
  'to: []\n    audience: operations',
  `to: [${address}]\n    audience: operations`,
];

/** A world at noon. */
export async function newWorld(): Promise<World> {
  const world = await openWorld();
  world.at(TUESDAY_NOON);
  return world;
}

/** A folder that holds folders of settings, by name. */
export function folderOf(world: World, folders: Readonly<Record<string, string>>): string {
  const parent = join(world.folder, 'municipalities');
  mkdirSync(parent);
  for (const [name, settings] of Object.entries(folders)) renameSync(settings, join(parent, name));
  return parent;
}

/** Writes the variables of a folder of settings. */
export function writeVariables(folder: string, variables: Readonly<Record<string, string>>): void {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, 'environment'), lines.join(''));
}

/** The database of a municipality, where the variables of the process name it. */
export const databaseOf = (world: World, code: string) => join(world.folder, `${code}.sqlite`);

/** What is stored of figures, and of what is said of them. */
export function contentOf(database: string) {
  const figures =
    'dataset, table_id, alternative, series_key, region_code, municipality_code, contents_code, unit, categories, period, value, symbol, obs_status';
  const statuses = 'indicator_id, status, period, value, coverage, sentence, flags, missing, bound_low, bound_high';
  return {
    observations: queryDatabase(database, `SELECT ${figures} FROM out_observation ORDER BY ${figures}`),
    statuses: queryDatabase(database, `SELECT ${statuses} FROM out_status_history ORDER BY indicator_id`),
  };
}
