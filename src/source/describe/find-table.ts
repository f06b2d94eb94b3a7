import { PipelineError } from '../../model/errors.ts';
import type { DatasetDefinition, TableSearch } from '../../model/data/job.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { fitContents } from '../choose/fit-contents.ts';
import type { ReadMetadata } from './metadata-cache.ts';
import type { SsbClient } from '../ask/ssb-client.ts';
import { sameCode, type TableSummary } from './table-metadata.ts';
import { saysClosed } from './table-title.ts';

export interface FoundTable {
  readonly id: string;
  /** Clauses that say how it was found, if it had to be. */
  readonly notes: readonly string[];
}

/** So many tables of one search have their metadata read before the next search is tried. */
const MAX_CANDIDATES = 5;

/** The table of a dataset: the one it names, or the one its search stands for. Throws what `findTable` throws. */
export function locateTable(client: SsbClient, definition: DatasetDefinition, read: ReadMetadata): Promise<FoundTable> {
  const { table } = definition;
  return typeof table === 'string'
    ? Promise.resolve({ id: table, notes: [] })
    : findTable(client, definition, table, read);
}

/**
 * The table that a search stands for: of the first search that gives one, the live table of the subject with the newest
 * period whose contents are those of the dataset. Throws `query-misfit` with what was looked at and why it was not it.
 */
export async function findTable(
  client: SsbClient,
  definition: DatasetDefinition,
  search: TableSearch,
  readMetadata: ReadMetadata,
): Promise<FoundTable> {
  const refused: string[] = [];
  for (const query of search.queries) {
    const tables = await client.tables({ query, lang: 'no' });
    const candidates = rankTables(tables, search.subject).slice(0, MAX_CANDIDATES);
    if (candidates.length === 0) {
      refused.push(`"${query}" gives ${tables.length} tables, none of them live and under subject ${search.subject}`);
    }
    for (const { id } of candidates) {
      const { lacks } = fitContents(definition.contents, await readMetadata(id, 'no'));
      if (lacks.length === 0) return { id, notes: [`table ${id} was found by searching for "${query}"`] };
      refused.push(`"${query}" gives table ${id}, but it has ${lacks.join(', ')}`);
    }
  }
  throw new PipelineError(
    'query-misfit',
    `No table was found for dataset ${definition.id}: ${[...new Set(refused)].join('; ')}.`,
    {
      hint: 'Look the statistic up in Statbank, and correct the search phrases, the subject or the contents in datasets.yaml of the settings.',
      context: { datasetId: definition.id },
    },
  );
}

/** Live tables of a subject, the one with the newest period first. */
export function rankTables(tables: readonly TableSummary[], subject: string): readonly TableSummary[] {
  return tables
    .filter((table) => table.pathIds.some((id) => sameCode(id, subject)) && !saysClosed(table))
    .sort(
      (a, b) => newestYear(b) - newestYear(a) || compareText(b.lastPeriod, a.lastPeriod) || compareText(b.id, a.id),
    );
}

function newestYear({ lastPeriod }: TableSummary): number {
  return parseTimePeriod(lastPeriod ?? '')?.year ?? -Infinity;
}

function compareText(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''));
}
