import { Database } from '../sqlite-driver.ts';

type CopyRow = Readonly<Record<string, string | number | null>>;

/** Gives `work` a way to read rows of the copy for analysts in a file, which is closed afterwards. Throws for no such file. */
export function withCopy<T>(
  file: string,
  work: (read: (sql: string, ...values: readonly (string | number)[]) => readonly CopyRow[]) => T,
): T {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const prepare = (sql: string) => sqlite.prepare<(string | number)[], CopyRow>(sql);
    // To prepare a query of the views takes longer than to answer it.
    const prepared = new Map<string, ReturnType<typeof prepare>>();
    return work((sql, ...values) => {
      const statement = prepared.get(sql) ?? prepare(sql);
      prepared.set(sql, statement);
      return statement.all(...values);
    });
  } finally {
    sqlite.close();
  }
}
