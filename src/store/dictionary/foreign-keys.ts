import type { DictionaryColumn } from './read-entries.ts';

/** Of a Frictionless Table Schema. */
export interface ForeignKey {
  readonly fields: string;
  readonly reference: { readonly resource: string; readonly fields: string };
}

/** Where each key is at home: the column, the table and its column there. */
const HOMES: readonly (readonly [column: string, table: string, key: string])[] = [
  ['dataset', 'out_freshness', 'dataset'],
  ['series_id', 'out_series', 'series_id'],
  ['publication_id', 'out_publication', 'publication_id'],
  ['replaced_by_publication_id', 'out_publication', 'publication_id'],
  ['rule_version_id', 'out_rule', 'rule_version_id'],
];

/** An indicator that the plan has had may be spoken of where it is said what was said; these speak of those it has. */
const OF_THE_PLAN: ReadonlySet<string> = new Set(['out_verdict', 'out_indicator_series', 'out_status_now']);

/** The columns of a table that are the key of another; empty ones point nowhere. */
export function foreignKeys(table: string, columns: readonly DictionaryColumn[]): readonly ForeignKey[] {
  const homes = OF_THE_PLAN.has(table) ? [...HOMES, ['indicator_id', 'out_report', 'indicator_id'] as const] : HOMES;
  return homes
    .filter(([column, home]) => home !== table && columns.some(({ columnName }) => columnName === column))
    .map(([column, home, key]) => ({ fields: column, reference: { resource: home, fields: key } }));
}
