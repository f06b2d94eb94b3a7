import { fromWallTime, toWallTime, type WallTime } from '../model/wall-time.ts';

export interface QuietHours {
  /** Times of day, as `17:00`; `from` may be the later one, and the night then goes on across midnight. */
  readonly from: string;
  readonly to: string;
  /** Whether Saturday and Sunday are quiet all day. */
  readonly weekends: boolean;
}

/** Two days of a weekend, a holiday's worth of nights: the end is never further away. */
const MOST_STEPS = 8;

/** When the quiet hours that an instant lies in are over; `null` outside of them. */
export function quietUntil(hours: QuietHours, timeZone: string, at: Date): Date | null {
  let end = at;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = endOfStretch(hours, timeZone, end);
    if (next === null) break;
    end = next;
  }
  return end === at ? null : end;
}

/** The end of the night or of the day of rest that an instant lies in; another may begin there. */
function endOfStretch({ from, to, weekends }: QuietHours, timeZone: string, at: Date): Date | null {
  const wall = toWallTime(at, timeZone);
  const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
  if (weekends && (weekday === 0 || weekday === 6)) return atTime(wall, '00:00', 1, timeZone);
  const now = minutesOf(`${wall.hour}:${wall.minute}`);
  const [start, stop] = [minutesOf(from), minutesOf(to)];
  if (start < stop) return now >= start && now < stop ? atTime(wall, to, 0, timeZone) : null;
  if (now >= start) return atTime(wall, to, 1, timeZone);
  return now < stop ? atTime(wall, to, 0, timeZone) : null;
}

/** A time that summer time skips is the hour after. */
function atTime(day: WallTime, time: string, daysOn: number, timeZone: string): Date {
  const minutes = minutesOf(time);
  const wall = { ...day, day: day.day + daysOn, hour: Math.floor(minutes / 60), minute: minutes % 60 };
  const found = fromWallTime(wall, timeZone) ?? fromWallTime({ ...wall, hour: wall.hour + 1 }, timeZone);
  if (found === null) throw new RangeError(`there is no ${time} in ${timeZone}`);
  return found;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
