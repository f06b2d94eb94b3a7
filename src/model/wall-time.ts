/** A minute as the clock on the wall shows it. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** No zone changes its offset but at a whole quarter. */
const QUARTER_MS = 15 * MINUTE_MS;
const MOST_KNOWN = 10_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** What the wall shows in a time zone (`Europe/Oslo`) at an instant; seconds are cut off. */
export function toWallTime(instant: Date, timeZone: string): WallTime {
  const wall = new Date(instant.getTime() + offsetAt(instant, timeZone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
  };
}

/**
 * The instant the wall shows a time; the first of two where summer time ends, `null` for a time that summer time skips.
 * A day or minute past its end counts on into the next.
 */
export function fromWallTime(wall: WallTime, timeZone: string): Date | null {
  const asUtc = asIfUtc(wall);
  // An offset from UTC is known only at an instant: try those in force some hours before and after, the earlier first.
  const offsets = [asUtc - 3 * HOUR_MS, asUtc + 3 * HOUR_MS].map((at) => offsetAt(new Date(at), timeZone));
  const candidates = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b);
  const found = candidates.find((at) => asIfUtc(toWallTime(new Date(at), timeZone)) === asUtc);
  return found === undefined ? null : new Date(found);
}

/** How far the wall is ahead of UTC. Asked once per quarter of an hour, for the calendar behind it is slow. */
function offsetAt(instant: Date, timeZone: string): number {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS) * QUARTER_MS;
  const key = `${timeZone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = asIfUtc(askCalendar(new Date(quarter), timeZone)) - quarter;
  if (offsets.size >= MOST_KNOWN) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function askCalendar(instant: Date, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

function asIfUtc({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
