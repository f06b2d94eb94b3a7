/** What a cron expression with five fields says; every list ascending. */
export interface CronFields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
}

interface Field {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  /** What `*` ends with, where that is another. */
  readonly last?: number;
}

const FIELDS: readonly Field[] = [
  { name: 'minute', lowest: 0, highest: 59 },
  { name: 'hour', lowest: 0, highest: 23 },
  { name: 'day of the month', lowest: 1, highest: 31 },
  { name: 'month', lowest: 1, highest: 12 },
  // 7 is Sunday as well.
  { name: 'day of the week', lowest: 0, highest: 7, last: 6 },
];

const ALLOWED =
  'Five fields are allowed (minute, hour, day of the month, month, day of the week), each `*`, numbers, ranges as 1-5, ' +
  'steps as */15 or 8-16/2, and lists of these';

/** Of an ordinary year. */
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a cron expression: numbers, lists, ranges and steps in five fields. Throws `RangeError`, with a sentence for whoever
 * wrote it, for anything else, and for what programs that read cron take differently: names, `@daily`, seconds, `?`, `L`, `W`,
 * `#`, a step after a single number, a day of the month together with one of the week. So too for a date that an ordinary
 * year does not have.
 */
export function readCron(schedule: string): CronFields {
  const words = schedule.trim().split(/ +/);
  if (words.length !== FIELDS.length) throw new RangeError(`"${schedule}" has ${words.length} fields. ${ALLOWED}.`);
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = FIELDS.map((field, index) => {
    const numbers = readField(field, words[index] ?? '');
    if (numbers !== null) return numbers;
    const where = `at the ${field.name} (${field.lowest} to ${field.highest})`;
    throw new RangeError(`"${schedule}" cannot be read ${where}: "${words[index]}". ${ALLOWED}.`);
  });
  if (words[2] !== '*' && words[4] !== '*') {
    const difference = 'some programs take a day that is either, some only one that is both';
    throw new RangeError(
      `"${schedule}" names days of the month and of the week: ${difference}. Write * for one of them.`,
    );
  }
  if (!months.some((month) => days.some((day) => day <= (DAYS_IN_MONTH[month - 1] ?? 0)))) {
    throw new RangeError(
      `"${schedule}" names a date that not every year has. Name another day of the month, or another month.`,
    );
  }
  return { minutes, hours, days, months, weekdays: ascending(weekdays.map((number) => number % 7)) };
}

/** `null` for what is not allowed in the field. */
function readField({ lowest, highest, last = highest }: Field, field: string): readonly number[] | null {
  const parts = field.split(',').map((part) => {
    const match = /^(?:\*|(\d+)-(\d+))(?:\/([1-9]\d*))?$|^(\d+)$/.exec(part);
    if (match === null) return null;
    const [, first, end, step = '1', only] = match;
    const from = Number(only ?? first ?? lowest);
    const to = Number(only ?? end ?? last);
    if (from < lowest || to > highest || from > to) return null;
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
      (number) => (number - from) % Number(step) === 0,
    );
  });
  return parts.some((part) => part === null) ? null : ascending(parts.flatMap((part) => part ?? []));
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
