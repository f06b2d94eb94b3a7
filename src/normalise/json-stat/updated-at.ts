const STAMP =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2})[:.] ?(\d{2})(?:[:.] ?(\d{2})(?:[.,]\d+)?)? ?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)?)?$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;
const MINUTE_MS = 60_000;

/**
 * When the source says it last changed the table, as UTC ISO 8601. Reads `2025-02-26T07:00:00Z`, offsets such as
 * `+0100`, dots or blanks between the parts of the time (`06.00.00`), and a date alone, which is its first moment.
 * A time without zone is read as UTC. `null` for anything else, for days that do not exist, and for years that
 * cannot be meant (before 1900, after 2200).
 */
export function readUpdatedAt(stamp: unknown): string | null {
  const match = typeof stamp === 'string' ? STAMP.exec(stamp.trim()) : null;
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0)) as Parts;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists = local.getUTCMonth() === month - 1 && local.getUTCDate() === day && hour < 24 && minute < 60;
  if (!exists || second >= 60) return null;
  const offsetMinutes = (match[7] === '-' ? -1 : 1) * (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0));
  return new Date(local.getTime() - offsetMinutes * MINUTE_MS).toISOString();
}

type Parts = [number, number, number, number, number, number];
