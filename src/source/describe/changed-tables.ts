import type { SsbClient } from '../ask/ssb-client.ts';

const DAY_MS = 86_400_000;
/** More than the whole catalogue holds, so that one request answers. */
const ALL_IN_ONE_PAGE = 10_000;
/** Before the statistics bank; some tables carry dates such as year 3. */
const FIRST_CREDIBLE_YEAR = 1990;

export interface ChangedTable {
  /** The stamp SSB gives; `null` where it is impossible, and the table must be looked at. */
  readonly updated: string | null;
  /** Ids on the ways to the table in the subject tree. */
  readonly subjects: readonly string[];
}

/**
 * Tables that SSB updated since an instant (ISO 8601), by id. Tables updated up to two days earlier come
 * along: SSB counts whole days back, by an index whose hours name no time zone.
 * Throws `RangeError` when `sinceIso` is not an instant, and whatever the client throws.
 */
export async function findChangedTables(
  client: SsbClient,
  sinceIso: string,
  now: Date,
): Promise<ReadonlyMap<string, ChangedTable>> {
  const since = Date.parse(sinceIso);
  if (Number.isNaN(since)) throw new RangeError(`"${sinceIso}" is not an instant`);
  const pastDays = Math.max(0, Math.ceil((now.getTime() - since) / DAY_MS)) + 1;
  const tables = await client.tables({ pastDays, pageSize: ALL_IN_ONE_PAGE });
  return new Map(
    tables.map(({ id, updated, pathIds }) => [id, { updated: credible(updated, now), subjects: pathIds }]),
  );
}

function credible(updated: string | null, now: Date): string | null {
  if (updated === null) return null;
  const at = new Date(updated);
  const isCredible = at.getTime() <= now.getTime() + DAY_MS && at.getUTCFullYear() >= FIRST_CREDIBLE_YEAR;
  return isCredible ? updated : null;
}
