/** How often a series has a value. `interval` is a span of years such as `2018-2020`, dated by its last year. */
export type Frequency = 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'interval';

/** A statistical period as SSB codes it (`2024`, `2024K1`, `2024M05`, `2024U12`, `2018-2020`). */
export interface TimePeriod {
  readonly code: string;
  readonly frequency: Frequency;
  readonly year: number;
  /** 0 for a year; the number of the quarter, month, week or half-year; for an interval the years it spans. */
  readonly subPeriod: number;
}

interface FrequencyForm {
  readonly frequency: Frequency;
  /** Added to the sub-period in a period key, so that keys of one frequency sort and no two frequencies collide. */
  readonly offset: number;
  readonly letter: string;
  readonly perYear: number;
}

const FORMS: readonly FrequencyForm[] = [
  { frequency: 'quarter', offset: 100, letter: 'K', perYear: 4 },
  { frequency: 'month', offset: 200, letter: 'M', perYear: 12 },
  { frequency: 'week', offset: 300, letter: 'U', perYear: 53 },
  { frequency: 'half-year', offset: 400, letter: 'H', perYear: 2 },
];
const INTERVAL_OFFSET = 900;
const MAX_INTERVAL_YEARS = 99;

/** Reads a period code; `null` when the code has none of the forms SSB documents. */
export function parseTimePeriod(code: string): TimePeriod | null {
  const match = /^(\d{4})(?:([A-Z])(\d{1,2})|-(\d{4}))?$/.exec(code);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[4] !== undefined) {
    const span = Number(match[4]) - year;
    if (span < 1 || span > MAX_INTERVAL_YEARS) return null;
    return { code, frequency: 'interval', year: Number(match[4]), subPeriod: span };
  }
  if (match[2] === undefined) return { code, frequency: 'year', year, subPeriod: 0 };
  const form = FORMS.find((candidate) => candidate.letter === match[2]);
  const subPeriod = Number(match[3]);
  if (form === undefined || subPeriod < 1 || subPeriod > form.perYear) return null;
  return { code, frequency: form.frequency, year, subPeriod };
}

/**
 * One integer per period, ascending in time within a frequency: year × 1000 + offset + sub-period.
 * 2024 → 2024000, 2024K1 → 2024101, 2018-2020 → 2020902. It fits in three bytes, which is why observations are
 * keyed by it and not by the code.
 */
export function periodKey(period: TimePeriod): number {
  if (period.frequency === 'year') return period.year * 1000;
  if (period.frequency === 'interval') return period.year * 1000 + INTERVAL_OFFSET + period.subPeriod;
  const form = FORMS.find((candidate) => candidate.frequency === period.frequency);
  return period.year * 1000 + (form?.offset ?? 0) + period.subPeriod;
}

/** The period of a key made by `periodKey`. Throws `RangeError` for any other number. */
export function periodFromKey(key: number): TimePeriod {
  const year = Math.floor(key / 1000);
  const rest = key % 1000;
  const period = parseTimePeriod(codeFromKey(year, rest));
  if (period === null || periodKey(period) !== key) throw new RangeError(`${key} is not a period key`);
  return period;
}

function codeFromKey(year: number, rest: number): string {
  if (rest === 0) return String(year);
  if (rest > INTERVAL_OFFSET) return `${year - (rest - INTERVAL_OFFSET)}-${year}`;
  const form = FORMS.find((candidate) => rest > candidate.offset && rest <= candidate.offset + candidate.perYear);
  if (form === undefined) return '';
  const subPeriod = rest - form.offset;
  const digits = form.frequency === 'month' || form.frequency === 'week' ? 2 : 1;
  return `${year}${form.letter}${String(subPeriod).padStart(digits, '0')}`;
}

/**
 * Position of a period on a scale where consecutive periods of one frequency are 1 apart; intervals are counted in
 * years by their last year. Weeks are counted as 53 a year, so a step over a year with 52 weeks is not one.
 */
export function periodOrdinal(period: TimePeriod): number {
  const form = FORMS.find((candidate) => candidate.frequency === period.frequency);
  return form === undefined ? period.year : period.year * form.perYear + period.subPeriod - 1;
}

/** The same part of another year: of `2024K4` and 2020 `2020K4`; an interval, which its last year dates, as long. */
export function periodInYear(like: TimePeriod, year: number): TimePeriod {
  return periodFromKey(year * 1000 + (periodKey(like) % 1000));
}

/** The period of a frequency at a position made by `periodOrdinal`; an interval spans as many years as `like` does. */
export function periodAtOrdinal(ordinal: number, like: TimePeriod): TimePeriod {
  const form = FORMS.find((candidate) => candidate.frequency === like.frequency);
  if (form === undefined) return periodInYear(like, ordinal);
  const year = Math.floor(ordinal / form.perYear);
  return periodFromKey(year * 1000 + form.offset + (ordinal - year * form.perYear) + 1);
}
