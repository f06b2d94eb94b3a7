import type { DatasetDefinition, JobDefinition } from '../../model/data/job.ts';
import type { OwnTable } from '../../source/describe/find-successor.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import type { Store } from '../../store/store.ts';
import type { FindSuccessor } from './search-once.ts';
import { describeSuccessor } from './standing-sentence.ts';

/** What a table number in the settings is held against; `store` is `null` before there is a database. */
export interface MistakenQuestion {
  readonly store: Store | null;
  readonly jobs: readonly JobDefinition[];
  readonly find: FindSuccessor;
}

/** What is wrong, and what to do: both are sentences. */
export interface MistakenTable {
  readonly problem: string;
  readonly advice: string;
}

/**
 * What to report of a table that the source does not know, where its number stands in the settings and nothing was ever
 * taken from it: no table that is gone, but a number that is wrong or too early. `null` for any other table.
 */
export async function findMistakenTable(
  { id, title, table, fromSettings = [] }: DatasetDefinition,
  { store, jobs, find }: MistakenQuestion,
): Promise<MistakenTable | null> {
  const field = fromSettings.find((name) => name === 'table' || name === 'tables');
  if (field === undefined || typeof table !== 'string' || hasGivenFigures(table, store, jobs)) return null;
  return {
    problem: `Table ${table} is not known to the source: see to the number in datasets.yaml of the settings (${id}, ${field}).`,
    advice: await whatIsNear({ id: table, label: title, variables: [], lastPeriod: null }, lastTable(store, id), find),
  };
}

function lastTable(store: Store | null, datasetId: string): string | null {
  return store === null ? null : (findNewestPublication(store, datasetId)?.table ?? null);
}

async function whatIsNear(wanted: OwnTable, last: string | null, find: FindSuccessor): Promise<string> {
  if (last !== null) return `Its figures have come from table ${last} so far, and what is stored stays in force.`;
  const like = await find(wanted, 'heir');
  return like === null
    ? 'Look the statistic up in Statbank.'
    : `Most like it by the title of the dataset is table ${describeSuccessor(like)}.`;
}

function hasGivenFigures(table: string, store: Store | null, jobs: readonly JobDefinition[]): boolean {
  if (store === null) return false;
  const ids = jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id));
  return ids.some((id) => findNewestPublication(store, id, table) !== null);
}
