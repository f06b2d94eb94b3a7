import { toInstant } from '../instant.ts';
import { sourceNews, type StoredChange } from '../schema/schedule.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** What a source answered when it was asked which tables have changed. */
export interface SourceNews {
  /** Of the source that was asked. */
  readonly address: string;
  readonly askedAt: string;
  /** Tables changed before this instant may be missing. */
  readonly sinceAt: string;
  readonly changes: readonly StoredChange[];
}

const ONLY_ROW = 1;

/** The newest answer, of whatever source; `null` before the first. */
export function findSourceNews(store: Store): SourceNews | null {
  const row = store.drizzle.select().from(sourceNews).get();
  if (row === undefined) return null;
  const { address, askedAt, sinceAt, changes } = row;
  return { address, askedAt, sinceAt, changes };
}

/** Keeps an answer in place of the one before. */
export function recordSourceNews(store: Store, news: SourceNews): void {
  inTransaction(store, () => {
    const row = { ...news, id: ONLY_ROW, askedAt: toInstant(news.askedAt), sinceAt: toInstant(news.sinceAt) };
    store.drizzle.insert(sourceNews).values(row).onConflictDoUpdate({ target: sourceNews.id, set: row }).run();
  });
}
