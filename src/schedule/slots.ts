import { type CronFields, readCron } from '../model/cron.ts';
import { fromWallTime, toWallTime } from '../model/wall-time.ts';

/** When something recurs: a cron expression that `readCron` takes, read in a time zone. */
export interface Recurrence {
  readonly schedule: string;
  readonly timeZone: string;
}

/** A date that is named recurs within a year: `readCron` refuses others. */
const HORIZON_DAYS = 370;
const DAY_MS = 86_400_000;

/** The newest slot at or before an instant; `null` when there is none in a year. Throws as `readCron` does. */
export function latestSlot(recurrence: Recurrence, at: Date): Date | null {
  const fields = fieldsOf(recurrence);
  for (let daysBack = 0; daysBack <= HORIZON_DAYS; daysBack += 1) {
    const slots = slotsOfDay(fields, recurrence.timeZone, at, -daysBack);
    const found = slots.findLast((slot) => slot.getTime() <= at.getTime());
    if (found !== undefined) return found;
  }
  return null;
}

/** The first slot after an instant; `null` when there is none in a year. Throws as `readCron` does. */
export function nextSlot(recurrence: Recurrence, after: Date): Date | null {
  const fields = fieldsOf(recurrence);
  for (let daysOn = 0; daysOn <= HORIZON_DAYS; daysOn += 1) {
    const slots = slotsOfDay(fields, recurrence.timeZone, after, daysOn);
    const found = slots.find((slot) => slot.getTime() > after.getTime());
    if (found !== undefined) return found;
  }
  return null;
}

/** How many slots lie between two instants, both left out. */
export function countSlotsBetween(recurrence: Recurrence, from: Date, to: Date): number {
  const fields = fieldsOf(recurrence);
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
function slotsOfDay(fields: CronFields, timeZone: string, from: Date, days: number): readonly Date[] {
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

const known = new Map<string, CronFields>();

function fieldsOf({ schedule }: Recurrence): CronFields {
  const read = known.get(schedule) ?? readCron(schedule);
  known.set(schedule, read);
  return read;
}
