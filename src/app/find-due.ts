import type { DatasetDefinition } from '../model/job.ts';
import { type ChangedTable, findChangedTables } from '../source/changed-tables.ts';
import type { SsbClient } from '../source/ssb-client.ts';
import { type CatalogueEntry, readCatalogue } from '../store/catalogue.ts';
import { findNewestPublication } from '../store/newest-publication.ts';
import { queryText } from './query-text.ts';
import type { App } from './open-app.ts';

export interface DueOptions {
  readonly force: boolean;
  readonly accept: readonly string[];
}

/**
 * The datasets that must be read now: those never taken in, those whose table the source has updated since, those whose
 * question has changed (another peer, another code), and those a person asks for. One request whatever their number; when
 * there is nothing to compare with, the source's own configuration is asked for, so that a source out of reach is
 * noticed once and not once per dataset. Throws what the client throws.
 */
export async function findDue(
  app: App,
  client: SsbClient,
  definitions: readonly DatasetDefinition[],
  options: DueOptions,
): Promise<ReadonlySet<string>> {
  const entries = new Map(readCatalogue(app.store).map((entry) => [entry.datasetId, entry]));
  const checked = definitions.flatMap(({ id }) => entries.get(id)?.checkedAt ?? []);
  if (options.force || checked.length === 0) {
    await client.config();
    return new Set(definitions.map(({ id }) => id));
  }
  const since = checked.reduce((earliest, instant) => (instant < earliest ? instant : earliest));
  const changed = await findChangedTables(client, since, app.clock.now());
  const isDue = (definition: DatasetDefinition) =>
    options.accept.includes(definition.id) || hasChanged(app, definition, entries.get(definition.id), changed);
  return new Set(definitions.filter(isDue).map(({ id }) => id));
}

function hasChanged(
  app: App,
  definition: DatasetDefinition,
  entry: CatalogueEntry | undefined,
  changed: ReadonlyMap<string, ChangedTable>,
): boolean {
  const newest = findNewestPublication(app.store, definition.id);
  if (newest === null || entry === undefined || entry.table === null) return true;
  if (newest.query !== queryText(definition, app.settings)) return true;
  if (typeof definition.table !== 'string' && hasNewTable(definition.table.subject, entry.table, changed)) return true;
  const table = changed.get(entry.table);
  return (
    table !== undefined && (table.updated === null || Date.parse(table.updated) !== Date.parse(entry.updatedAt ?? ''))
  );
}

/** A survey table is replaced by one with another id: any other table of the subject is reason to search again. */
function hasNewTable(subject: string, known: string, changed: ReadonlyMap<string, ChangedTable>): boolean {
  return [...changed].some(
    ([id, { subjects }]) => id !== known && subjects.some((one) => one.toLowerCase() === subject.toLowerCase()),
  );
}
