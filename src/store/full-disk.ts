import type { Sqlite, Store } from './store.ts';

/** Databases whose last write found the disk full, as this process has opened them. */
const full = new WeakSet<Sqlite>();

/** Did the last write of this process find the disk of the database full? It is over with the next that succeeds. */
export function isDiskFull({ sqlite }: Pick<Store, 'sqlite'>): boolean {
  return full.has(sqlite);
}

/** Remembers that the disk of the database is full, where that is why a write failed. */
export function noteFull({ sqlite }: Pick<Store, 'sqlite'>, error: unknown): void {
  if (isFull(error)) full.add(sqlite);
}

/**
 * Does a piece of work, and forgets that the disk was full when it has written something. Looking alone proves nothing, and
 * neither does a part of a larger transaction.
 */
export function noteWrite<T>({ sqlite }: Pick<Store, 'sqlite'>, work: () => T): T {
  if (!full.has(sqlite) || sqlite.inTransaction) return work();
  const changes = () => sqlite.prepare('SELECT total_changes()').pluck().get() as number;
  const before = changes();
  const answer = work();
  if (changes() > before) full.delete(sqlite);
  return answer;
}

/**
 * Is a full disk why a write failed, as the error or what caused it says? SQLite says so itself; where the file beside the
 * log cannot grow it says that a write failed.
 */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /^(SQLITE_FULL|SQLITE_IOERR_(WRITE|SHMSIZE|FSYNC)|ENOSPC|EDQUOT)/.test(code) || isFull(error.cause);
}
