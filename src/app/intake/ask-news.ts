import { type ChangedTable, findChangedTables } from '../../source/describe/changed-tables.ts';
import type { SsbClient } from '../../source/ask/ssb-client.ts';
import { findSourceNews, recordSourceNews, type SourceNews } from '../../store/read/source-news.ts';
import type { App } from '../open-app.ts';
import type { NewsShelf } from '../several/answer-memory.ts';

/** Which tables the source has changed, and when it said so. */
export interface TableNews {
  readonly askedAt: string;
  readonly changed: ReadonlyMap<string, ChangedTable>;
}

/** The jobs of one morning run within it, and nothing is published in between. */
export const SHARED_FOR_MS = 3_600_000;

/**
 * What has changed at the source since an instant (ISO 8601): one request, or none when `mayShare` and the source has
 * been asked as much within the hour, by this run or another. Throws what the client throws.
 */
export async function askNews(
  app: App,
  client: SsbClient,
  question: { readonly since: string; readonly mayShare: boolean },
): Promise<TableNews> {
  const { since, mayShare } = question;
  const shelf: NewsShelf = app.source?.news ?? newsOf(app);
  const kept = mayShare ? shelf.find() : null;
  if (kept !== null && answers(app, kept, since)) {
    return {
      askedAt: kept.askedAt,
      changed: new Map(kept.changes.map(([id, updated, subjects]) => [id, { updated, subjects }])),
    };
  }
  const now = app.clock.now();
  const changed = await findChangedTables(client, since, now);
  shelf.record({
    address: app.environment.ssbApiUrl,
    askedAt: now.toISOString(),
    sinceAt: since,
    changes: [...changed].map(([id, { updated, subjects }]) => [id, updated, subjects]),
  });
  return { askedAt: now.toISOString(), changed };
}

/** In the database, for the next process. */
function newsOf({ store }: App): NewsShelf {
  return { find: () => findSourceNews(store), record: (news) => recordSourceNews(store, news) };
}

function answers({ clock, environment }: App, kept: SourceNews, since: string): boolean {
  const age = clock.now().getTime() - Date.parse(kept.askedAt);
  return kept.address === environment.ssbApiUrl && age >= 0 && age <= SHARED_FOR_MS && kept.sinceAt <= since;
}
