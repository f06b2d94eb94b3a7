import type { drizzle } from 'drizzle-orm/better-sqlite3';

export type Drizzle = ReturnType<typeof drizzle>;

/** The handle of better-sqlite3 that Drizzle works on, for statements that must be fast. */
export type Sqlite = Drizzle['$client'];

/** An open database. */
export interface Store {
  /** Absolute path. */
  readonly file: string;
  /** Was it made when it was opened? */
  readonly isNew: boolean;
  readonly sqlite: Sqlite;
  readonly drizzle: Drizzle;
  /** Moves everything out of the write-ahead log into the file and closes it. */
  readonly close: () => void;
}
