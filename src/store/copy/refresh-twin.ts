import { type Dictionary, readDictionary } from '../dictionary/read-entries.ts';
import { insertEntries } from '../dictionary/write-dictionary.ts';
import type { Sqlite } from '../store.ts';
import type { Release } from './copy-manifest.ts';
import { type CopyTable, copyTables } from './copy-tables.ts';
import { readDatasetStates } from './dataset-state.ts';
import { countPartRows, refreshDatasets, refreshWhole, rememberPart } from './refresh-tables.ts';
import { isTwin, makeTwin, remakeWideTables } from './twin-shape.ts';

/** Thrown for a twin that another version has made, or another program. */
export class OtherTwin extends Error {}

/**
 * Brings the twin, attached as `copy`, in line with the database: of the figures the datasets that have changed, and of
 * the rest the tables that have. All or nothing, and of one moment of the database. Gives the rows of each table. Throws
 * `OtherTwin` for a file that is neither empty nor a twin as this version makes it.
 */
export function refreshTwin(
  sqlite: Sqlite,
  release: Release & { readonly schemaVersion: number },
): Readonly<Record<string, number>> {
  return sqlite.transaction(() => {
    const datasets = readDatasetStates(sqlite);
    const wide = new Set(datasets.flatMap(({ view }) => (view === null ? [] : [view.name])));
    const stored = readDictionary(sqlite);
    const tables = copyTables(stored, wide);
    const isNew = sqlite.prepare('SELECT count(*) FROM copy.sqlite_schema').pluck().get() === 0;
    if (isNew) makeTwin(sqlite, tables);
    else if (!isTwin(sqlite, tables)) throw new OtherTwin('the twin is of another version');
    remakeWideTables(sqlite, tables);
    for (const table of tables) {
      if (table.isWide || table.datasetBy !== null) refreshDatasets(sqlite, table, datasets);
      else refreshWhole(sqlite, table);
    }
    refreshDictionary(sqlite, dictionaryOf(stored, tables), release);
    return countPartRows(sqlite);
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

function refreshDictionary(
  sqlite: Sqlite,
  dictionary: Dictionary,
  { schemaVersion, applicationVersion, createdAt }: Release & { readonly schemaVersion: number },
): void {
  if (JSON.stringify(readDictionary(sqlite, 'copy')) !== JSON.stringify(dictionary)) {
    sqlite.exec('DELETE FROM copy.meta_column; DELETE FROM copy.meta_table');
    insertEntries(sqlite, dictionary, 'copy');
  }
  const release = 'INSERT OR REPLACE INTO copy.meta_release VALUES (1, ?, ?, ?)';
  sqlite.prepare(release).run(schemaVersion, applicationVersion, createdAt);
  const counts = { meta_table: dictionary.tables.length, meta_column: dictionary.columns.length, meta_release: 1 };
  for (const [table, rows] of Object.entries(counts)) rememberPart(sqlite, { table, part: '', fingerprint: '', rows });
}
