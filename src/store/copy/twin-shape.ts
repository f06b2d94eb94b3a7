import type { Sqlite } from '../store.ts';
import { JOINED_VIEWS } from '../views/figure-views.ts';
import { quoteName } from '../views/view.ts';
import type { CopyTable } from './copy-tables.ts';

/** Which part of each table the twin shows as it was when, and how many rows that is. Only the twin has it. */
export const TWIN_PART = 'twin_part';

/** What whoever publishes wants to know the next time; one row. Only the twin has it. */
export const TWIN_NOTE = 'twin_note';

const META_STATEMENTS: readonly string[] = [
  `CREATE TABLE "${TWIN_PART}" (
	table_name TEXT NOT NULL,
	part TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	"rows" INTEGER NOT NULL,
	PRIMARY KEY (table_name, part)
)`,
  `CREATE TABLE "${TWIN_NOTE}" (
	id INTEGER NOT NULL PRIMARY KEY,
	note TEXT
)`,
  `CREATE TABLE "meta_table" (
	-- What each table and view holds.
	table_name TEXT NOT NULL PRIMARY KEY,
	kind TEXT NOT NULL,
	description_no TEXT NOT NULL,
	description_en TEXT NOT NULL,
	grain_no TEXT,
	grain_en TEXT,
	key_columns TEXT,
	source_table TEXT NOT NULL,
	licence TEXT NOT NULL
)`,
  `CREATE TABLE "meta_column" (
	-- What each column of each table and view holds.
	table_name TEXT NOT NULL,
	column_name TEXT NOT NULL,
	position INTEGER NOT NULL,
	type TEXT NOT NULL,
	description_no TEXT NOT NULL,
	description_en TEXT NOT NULL,
	unit TEXT,
	allowed_values TEXT NOT NULL,
	example TEXT NOT NULL,
	source_table TEXT NOT NULL,
	licence TEXT NOT NULL,
	PRIMARY KEY (table_name, column_name)
)`,
  `CREATE TABLE "meta_release" (
	-- What wrote this file, and when it was last made ready for analysts; one row.
	id INTEGER NOT NULL PRIMARY KEY,
	schema_version INTEGER NOT NULL,
	application_version TEXT NOT NULL,
	generated_at TEXT NOT NULL
)`,
];

/** Name and statement of what is there, but for what SQLite makes by itself. */
const OBJECTS = `SELECT type, tbl_name AS "table", sql FROM copy.sqlite_schema
  WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY sql`;

interface StoredObject {
  readonly type: string;
  readonly table: string;
  readonly sql: string;
}

/** Makes everything but the wide tables in an empty file attached as `copy`. */
export function makeTwin(sqlite: Sqlite, tables: readonly CopyTable[]): void {
  for (const sql of fixedStatements(tables)) sqlite.exec(inCopy(sql));
}

/** Has the file attached as `copy` all that `makeTwin` makes, as this version makes it? */
export function isTwin(sqlite: Sqlite, tables: readonly CopyTable[]): boolean {
  const there = readObjects(sqlite).flatMap(({ table, sql }) => (isFixed(table, tables) ? [sql] : []));
  return JSON.stringify(there) === JSON.stringify([...fixedStatements(tables)].sort());
}

/** Makes the wide tables that are missing or were of another shape, and drops those of datasets that are gone. */
export function remakeWideTables(sqlite: Sqlite, tables: readonly CopyTable[]): void {
  const there = new Map<string, StoredObject[]>();
  for (const object of readObjects(sqlite)) {
    if (!isFixed(object.table, tables)) there.set(object.table, [...(there.get(object.table) ?? []), object]);
  }
  const wanted = new Map(tables.filter(({ isWide }) => isWide).map(({ name, statements }) => [name, statements]));
  for (const [name, objects] of there) {
    const statements = objects.map(({ sql }) => sql);
    if (JSON.stringify(statements) === JSON.stringify([...(wanted.get(name) ?? [])].sort())) wanted.delete(name);
    else {
      sqlite.exec(`DROP TABLE copy.${quoteName(name)}`);
      sqlite.prepare(`DELETE FROM copy.${TWIN_PART} WHERE table_name = ?`).run(name);
    }
  }
  for (const statements of wanted.values()) for (const sql of statements) sqlite.exec(inCopy(sql));
}

function readObjects(sqlite: Sqlite): readonly StoredObject[] {
  return sqlite.prepare(OBJECTS).all() as StoredObject[];
}

function fixedStatements(tables: readonly CopyTable[]): readonly string[] {
  const fixed = tables.filter(({ isWide }) => !isWide).flatMap(({ statements }) => statements);
  return [...META_STATEMENTS, ...fixed, ...JOINED_VIEWS.map(({ sql }) => sql)];
}

function isFixed(name: string, tables: readonly CopyTable[]): boolean {
  const others = [...META_STATEMENTS, ...JOINED_VIEWS.map(({ sql }) => sql)];
  return (
    others.some((sql) => sql.startsWith(`CREATE TABLE "${name}"`) || sql.startsWith(`CREATE VIEW "${name}"`)) ||
    tables.some((table) => table.name === name && !table.isWide)
  );
}

/** The statement as it makes its object in the copy; SQLite keeps it without the name of the database. */
function inCopy(sql: string): string {
  return sql.replace(/^CREATE (TABLE|VIEW|INDEX) /, 'CREATE $1 copy.');
}
