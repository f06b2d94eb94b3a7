import type { TableStanding, UnknownSymbol } from '../../model/data/source-description.ts';
import { dataset } from '../schema/dataset.ts';
import type { Store } from '../store.ts';

/** How it stands with the table of a dataset, as it was when it was last read. */
export interface TableCondition {
  readonly datasetId: string;
  /** The table it is fetched from; `null` before it was found. */
  readonly table: string | null;
  /** `null` for a table that is as it should be. */
  readonly standing: TableStanding | null;
  readonly unknownSymbols: readonly UnknownSymbol[];
}

/** By dataset, those that have ever been asked for. */
export function readTableConditions(store: Store): ReadonlyMap<string, TableCondition> {
  const { code: datasetId, tableId: table, standing, unknownSymbols } = dataset;
  const rows = store.drizzle.select({ datasetId, table, standing, unknownSymbols }).from(dataset).all();
  return new Map(rows.map((row) => [row.datasetId, { ...row, unknownSymbols: row.unknownSymbols ?? [] }]));
}

const TABLE_NOTES = `
  SELECT (SELECT max(id) FROM table_description) AS described, (SELECT max(id) FROM note_acknowledgement) AS acknowledged,
    (SELECT json_group_array(json_array(standing, unknown_symbols)) FROM (SELECT * FROM dataset ORDER BY id)) AS conditions`;

/**
 * Everything said about tables beside figures follows from these: the same again means that nothing new is to be said.
 */
export function readTableNotes(store: Store): unknown {
  return store.sqlite.prepare(TABLE_NOTES).get();
}
