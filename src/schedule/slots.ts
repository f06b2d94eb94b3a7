import { fromWallTime, toWallTime } from '../model/wall-time.ts';

/** When something recurs: a cron expression with five fields, read in a time zone. */
export interface Recurrence {
  readonly schedule: string;
  readonly timeZone: string;
}

interface Fields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
}

/** Longer than any date recurs, 29 February left aside. */
const HORIZON_DAYS = 370;
const DAY_MS = 86_400_000;

/** The newest slot at or before an instant; `null` when there is none in a year. */
export function latestSlot(recurrence: Recurrence, at: Date): Date | null {
  const fields = readCron(recurrence.schedule);
  for (let daysBack = 0; daysBack <= HORIZON_DAYS; daysBack += 1) {
    const slots = slotsOfDay(fields, recurrence.timeZone, at, -daysBack);
    const found = slots.findLast((slot) => slot.getTime() <= at.getTime());
    if (found !== undefined) return found;
  }
  return null;
}

/** The first slot after an instant; `null` when there is none in a year. */
export function nextSlot(recurrence: Recurrence, after: Date): Date | null {
  const fields = readCron(recurrence.schedule);
  for (let daysOn = 0; daysOn <= HORIZON_DAYS; daysOn += 1) {
    const slots = slotsOfDay(fields, recurrence.timeZone, after, daysOn);
    const found = slots.find((slot) => slot.getTime() > after.getTime());
    if (found !== undefined) return found;
  }
  return null;
}

/** How many slots lie between two instants, both left out. */
export function countSlotsBetween(recurrence: Recurrence, from: Date, to: Date): number {
  const fields = readCron(recurrence.schedule);
  const days = Math.ceil((to.getTime() - from.getTime()) / DAY_MS) + 1;
  let count = 0;
  for (let daysOn = 0; daysOn <= days; daysOn += 1) {
    const slots = slotsOfDay(fields, recurrence.timeZone, from, daysOn);
    count += slots.filter((slot) => slot.getTime() > from.getTime() && slot.getTime() < to.getTime()).length;
  }
  return count;
}

/**
 * Slots of the day that lies so many days from an instant's, ascending. A time that summer time skips is not a slot;
 * one it repeats is one slot, at its first turn.
 */
function slotsOfDay(fields: Fields, timeZone: string, from: Date, days: number): readonly Date[] {
  const { year, month, day } = toWallTime(from, timeZone);
  const date = new Date(Date.UTC(year, month - 1, day + days));
  const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  const isMeant =
    fields.months.includes(wall.month) && fields.days.includes(wall.day) && fields.weekdays.includes(date.getUTCDay());
  if (!isMeant) return [];
  return fields.hours
    .flatMap((hour) => fields.minutes.map((minute) => fromWallTime({ ...wall, hour, minute }, timeZone)))
    .filter((slot) => slot !== null)
    .sort((a, b) => a.getTime() - b.getTime());
}

const known = new Map<string, Fields>();

/** Reads numbers, lists, ranges and steps. Throws `RangeError` for anything else. */
function readCron(schedule: string): Fields {
  const read = known.get(schedule) ?? parseCron(schedule);
  known.set(schedule, read);
  return read;
}

function parseCron(schedule: string): Fields {
  const words = schedule.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = words;
  if (
    words.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined
  ) {
    throw new RangeError(`"${schedule}" is no cron expression with five fields`);
  }
  return {
    minutes: parseField(minute, 0, 59),
    hours: parseField(hour, 0, 23),
    days: parseField(day, 1, 31),
    months: parseField(month, 1, 12),
    weekdays: parseField(weekday, 0, 7).map((number) => number % 7),
  };
}

function parseField(field: string, lowest: number, highest: number): readonly number[] {
  const numbers = field.split(',').flatMap((part) => {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/([1-9]\d*))?$/.exec(part);
    if (match === null) throw new RangeError(`"${part}" in a cron expression is no number, range or step`);
    const [, first, last, step] = match;
    const from = first === undefined ? lowest : Number(first);
    const to = first === undefined ? highest : Number(last ?? first);
    if (from < lowest || to > highest || from > to)
      throw new RangeError(`"${part}" is not within ${lowest}-${highest}`);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
      (number) => (number - from) % Number(step ?? 1) === 0,
    );
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}
