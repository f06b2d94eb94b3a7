import Database from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;

/** Every row of every table, by table name; tables named in `except` are left out. Blobs stand as hexadecimal. */
export function databaseContent(
  file: string,
  except: readonly string[] = [],
): Readonly<Record<string, readonly Row[]>> {
  return reading(file, (database) => {
    const tables = database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('sqlite_') && !except.includes(name));
    const rowsOf = (name: string) => database.prepare<[], Row>(`SELECT * FROM "${name}"`).all().map(readable);
    return Object.fromEntries(tables.map((name) => [name, rowsOf(name)]));
  });
}

/** The rows of a query. */
export function queryDatabase(file: string, sql: string, ...values: readonly (string | number)[]): readonly Row[] {
  return reading(file, (database) => database.prepare<(string | number)[], Row>(sql).all(...values));
}

function reading<T>(file: string, read: (database: Database.Database) => T): T {
  const database = new Database(file, { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function readable(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString('hex') : value]),
  );
}
