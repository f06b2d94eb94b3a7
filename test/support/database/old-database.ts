import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '../../../src/store/migrate.ts';
import { Database } from '../../../src/store/sqlite-driver.ts';
import { ROOT } from '../cli.ts';

type Connection = InstanceType<typeof Database>;

/** Makes a database what an earlier version of the program would have left, with all it could hold of what is there. */
export function takeBack(file: string, version: number): void {
  const old = `${file}.old`;
  const database = new Database(old);
  const migrations = readMigrations(join(ROOT, 'drizzle')).slice(0, version);
  for (const { sql } of migrations) database.exec(sql);
  database.exec(`PRAGMA application_id = 0x4e50554c; PRAGMA user_version = ${version}; PRAGMA foreign_keys = OFF`);
  database.prepare('ATTACH ? AS newer').run(file);
  const kept = tablesOf(database, 'main').filter((table) => tablesOf(database, 'newer').includes(table));
  for (const table of kept) {
    const newer = columnsOf(database, 'newer', table);
    const columns = columnsOf(database, 'main', table).filter((column) => newer.includes(column));
    const list = columns.map((column) => `"${column}"`).join();
    // What an earlier version had no place for is left out.
    database.exec(`INSERT OR IGNORE INTO main."${table}" (${list}) SELECT ${list} FROM newer."${table}"`);
  }
  database.exec('DETACH newer');
  database.close();
  renameSync(old, file);
}

function tablesOf(database: Connection, schema: string): readonly string[] {
  const tables = `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  return database.prepare<[], string>(tables).pluck().all();
}

function columnsOf(database: Connection, schema: string, table: string): readonly string[] {
  return database
    .prepare<[string, string], string>('SELECT name FROM pragma_table_info(?, ?)')
    .pluck()
    .all(table, schema);
}
