/** What is known of one dataset and how often it is expected; instants are ISO 8601. */
export interface DatasetFacts {
  readonly datasetId: string;
  /** The source's stamp on the newest publication, or when it was taken in where the source has none. */
  readonly publishedAt: string | null;
  /** When the source last answered about it; `null` for an imported file, which nobody asks for. */
  readonly checkedAt: string | null;
  readonly allowedAgeDays: number | null;
  /** The slot before the newest one: by then an answer should have come; `null` where there is no schedule. */
  readonly expectedCheckAt: string | null;
  readonly failuresInRow: number;
}

/**
 * `publication-late`: the source answers, and has had nothing new for longer than its rhythm allows. `fetch-failed`: it is
 * not known what the source has, for it has not answered when it should. `never-read`: there are no figures yet. `not-used`:
 * nothing is asked for, and nothing is expected.
 */
export type FreshnessState = 'fresh' | 'publication-late' | 'fetch-failed' | 'never-read' | 'not-used';

export interface DatasetFreshness extends DatasetFacts {
  readonly state: FreshnessState;
  /** From when what rests on it is flagged `stale`; `null` without a limit or figures. */
  readonly staleAt: string | null;
  readonly isStale: boolean;
}

const DAY_MS = 86_400_000;

/** When a publication becomes older than it may be. */
export function staleFrom(publishedAt: string, allowedAgeDays: number): Date {
  return new Date(Date.parse(publishedAt) + allowedAgeDays * DAY_MS);
}

/** How fresh the figures of a dataset are at an instant. A failing fetch goes before a late publication: it hides it. */
export function judgeFreshness(facts: DatasetFacts, now: Date): DatasetFreshness {
  const { publishedAt, allowedAgeDays } = facts;
  const stale = publishedAt === null || allowedAgeDays === null ? null : staleFrom(publishedAt, allowedAgeDays);
  const isStale = stale !== null && now > stale;
  return { ...facts, state: stateOf(facts, isStale), staleAt: stale?.toISOString() ?? null, isStale };
}

/** What is stored of a dataset that is not fetched: it is not late, whatever its age. */
export function notUsed(facts: Pick<DatasetFacts, 'datasetId' | 'publishedAt' | 'checkedAt'>): DatasetFreshness {
  const nothing = { allowedAgeDays: null, expectedCheckAt: null, failuresInRow: 0, staleAt: null, isStale: false };
  return { ...facts, ...nothing, state: 'not-used' };
}

function stateOf(facts: DatasetFacts, isStale: boolean): FreshnessState {
  const { publishedAt, checkedAt, expectedCheckAt, failuresInRow } = facts;
  const isUnanswered = expectedCheckAt !== null && (checkedAt === null || checkedAt < expectedCheckAt);
  if (publishedAt === null) return failuresInRow > 0 ? 'fetch-failed' : 'never-read';
  if (failuresInRow > 0 || isUnanswered) return 'fetch-failed';
  return isStale ? 'publication-late' : 'fresh';
}
