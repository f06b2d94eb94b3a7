import { fromWallTime, toWallTime, type WallTime } from '../model/wall-time.ts';

/** Statistics Norway lives by Oslo time, whatever the machine's. */
const TIME_ZONE = 'Europe/Oslo';
const MINUTE_MS = 60_000;

/** When the source changes its tables: until then a missing answer says nothing, and a figure may be a placeholder. */
const CLOSED = [
  { from: { hour: 5, minute: 0 }, until: { hour: 8, minute: 15 } },
  { from: { hour: 11, minute: 30 }, until: { hour: 11, minute: 45 } },
] as const;

/** A cache in front of the source may give an old answer for so long after a table is updated. */
const CACHES_SETTLE_MS = 30 * MINUTE_MS;
/** When a table read sooner is read again: late enough that what our own reading put in the cache has gone too. */
const READ_AGAIN_MS = 45 * MINUTE_MS;

/** Each address of the source is kept in its cache for so long (five minutes), and a minute more. */
const CACHE_GONE_MS = 6 * MINUTE_MS;

/** Least waits after the first failures in a row; after that the next slot is soon enough. */
const RETRY_AFTER_MS = [15 * MINUTE_MS, 60 * MINUTE_MS, 180 * MINUTE_MS];
/** What has failed within minutes is tried again together. */
const RETRY_GRID_MS = 30 * MINUTE_MS;

/** The end of the source's maintenance when an instant falls in it; `null` outside it. */
export function closedUntil(at: Date): Date | null {
  const today = toWallTime(at, TIME_ZONE);
  const now = minuteOfDay(today);
  const closed = CLOSED.find(({ from, until }) => minuteOfDay(from) <= now && now < minuteOfDay(until));
  return closed === undefined ? null : fromWallTime({ ...today, ...closed.until }, TIME_ZONE);
}

/**
 * When a table is to be read once more because the answer may have come from a cache: when it was read within half an
 * hour of being updated. `null` when the answer can be trusted.
 */
export function readAgainAt(updatedAt: string | null, readAt: Date): Date | null {
  if (updatedAt === null) return null;
  const updated = Date.parse(updatedAt);
  const age = readAt.getTime() - updated;
  return age >= 0 && age < CACHES_SETTLE_MS ? new Date(updated + READ_AGAIN_MS) : null;
}

/**
 * When the cache has let go of what was read at an instant; the end of the source's maintenance where that is later.
 */
export function cacheGoneAt(readAt: Date): Date {
  const gone = new Date(readAt.getTime() + CACHE_GONE_MS);
  return closedUntil(gone) ?? gone;
}

/**
 * When to ask again after a failure that may pass, the `failures`-th in a row, on the hour or the half; `null` leaves
 * it to the next slot.
 */
export function retryAt(failures: number, now: Date): Date | null {
  const closed = closedUntil(now);
  if (closed !== null) return closed;
  const wait = RETRY_AFTER_MS[failures - 1];
  if (wait === undefined) return null;
  return new Date(Math.ceil((now.getTime() + wait) / RETRY_GRID_MS) * RETRY_GRID_MS);
}

function minuteOfDay({ hour, minute }: Pick<WallTime, 'hour' | 'minute'>): number {
  return hour * 60 + minute;
}
