import { createHash } from 'node:crypto';
import { type Dictionary, readDictionary } from '../dictionary/read-entries.ts';
import { insertEntries } from '../dictionary/write-dictionary.ts';
import type { Sqlite } from '../store.ts';
import type { Release } from './copy-manifest.ts';
import { type CopyTable, copyTables } from './copy-tables.ts';
import { readDatasetStates } from './dataset-state.ts';
import {
  countPartRows,
  type KnownParts,
  readKnownParts,
  refreshDatasets,
  refreshWhole,
  rememberPart,
} from './refresh-tables.ts';
import { isTwin, makeTwin, remakeWideTables, TWIN_NOTE } from './twin-shape.ts';

/** Thrown for a twin that another version has made, or another program. */
export class OtherTwin extends Error {}

/** What made the copy and when, and what is noted for the next time. */
export interface Stamp extends Release {
  readonly schemaVersion: number;
  readonly note: string | null;
}

/** What the twin holds now. */
export interface Refreshed {
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>;
  readonly dictionary: Dictionary;
}

/**
 * Brings the twin, attached as `copy`, in line with the database: of the figures the datasets that have changed, and of
 * the rest the tables that have. All or nothing, and of one moment of the database. Throws `OtherTwin` for a file that is
 * neither empty nor a twin as this version makes it.
 */
export function refreshTwin(sqlite: Sqlite, stamp: Stamp): Refreshed {
  return sqlite.transaction(() => {
    const datasets = readDatasetStates(sqlite);
    const wide = new Set(datasets.flatMap(({ view }) => (view === null ? [] : [view.name])));
    const stored = readDictionary(sqlite);
    const tables = copyTables(stored, wide);
    const isNew = sqlite.prepare('SELECT count(*) FROM copy.sqlite_schema').pluck().get() === 0;
    if (isNew) makeTwin(sqlite, tables);
    else if (!isTwin(sqlite, tables)) throw new OtherTwin('the twin is of another version');
    remakeWideTables(sqlite, tables);
    const known = readKnownParts(sqlite);
    for (const table of tables.toSorted((a, b) => Number(a.isWide) - Number(b.isWide))) {
      if (table.isWide || table.datasetBy !== null) refreshDatasets(sqlite, table, datasets, known);
      else refreshWhole(sqlite, table, known);
    }
    const dictionary = dictionaryOf(stored, tables);
    refreshDictionary(sqlite, dictionary, known);
    stampTwin(sqlite, stamp);
    return { tables: countPartRows(sqlite), dictionary };
  })();
}

/** What the dictionary of the database says of what is in the copy, as it is there. */
function dictionaryOf({ tables, columns }: Dictionary, made: readonly CopyTable[]): Dictionary {
  const isShown = (name: string) => /^(out|meta)_/.test(name);
  const isView = (name: string) => name.startsWith('out_') && !made.some((table) => table.name === name);
  return {
    tables: tables
      .filter(({ tableName }) => isShown(tableName))
      .map((table) => ({ ...table, kind: isView(table.tableName) ? 'view' : 'table' })),
    columns: columns.filter(({ tableName }) => isShown(tableName)),
  };
}

function refreshDictionary(sqlite: Sqlite, { tables, columns }: Dictionary, known: KnownParts): void {
  const all = { meta_table: tables, meta_column: columns };
  const isSame = Object.entries(all).every(([table, rows]) => known.get(table)?.get('') === fingerprintOf(rows));
  if (isSame) return;
  sqlite.exec('DELETE FROM copy.meta_column; DELETE FROM copy.meta_table');
  insertEntries(sqlite, { tables, columns }, 'copy');
  for (const [table, rows] of Object.entries(all)) {
    rememberPart(sqlite, { table, part: '', fingerprint: fingerprintOf(rows), rows: rows.length });
  }
}

function fingerprintOf(rows: readonly object[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

function stampTwin(sqlite: Sqlite, { schemaVersion, applicationVersion, createdAt, note }: Stamp): void {
  const release = 'INSERT OR REPLACE INTO copy.meta_release VALUES (1, ?, ?, ?)';
  sqlite.prepare(release).run(schemaVersion, applicationVersion, createdAt);
  rememberPart(sqlite, { table: 'meta_release', part: '', fingerprint: '', rows: 1 });
  sqlite.prepare(`INSERT OR REPLACE INTO copy.${TWIN_NOTE} VALUES (1, ?)`).run(note);
}
