import { Database } from '../sqlite-driver.ts';

type CopyRow = Readonly<Record<string, string | number | null>>;

/** Gives `work` a way to read rows of the copy for analysts in a file, which is closed afterwards. Throws for no such file. */
export function withCopy<T>(
  file: string,
  work: (read: (sql: string, ...values: readonly (string | number)[]) => readonly CopyRow[]) => T,
): T {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return work((sql, ...values) => sqlite.prepare<(string | number)[], CopyRow>(sql).all(...values));
  } finally {
    sqlite.close();
  }
}
