import { parseTimePeriod, periodKey, type TimePeriod } from '../../model/time-period.ts';
import { sameCode } from '../describe/table-metadata.ts';

interface Form {
  readonly pattern: RegExp;
  readonly evaluate: (match: RegExpExecArray, codes: readonly string[], isTime: boolean) => readonly string[] | null;
}

/** In the order in which SSB tries them; each is what its server accepts, spaces included. */
const FORMS: readonly Form[] = [
  {
    pattern: /^range\(([^,\s]+),([^,\s]+)\)$/i,
    evaluate: ([, from = '', to = ''], codes) => between(codes, from, to),
  },
  {
    pattern: /^top\(([1-9]\d*)(?:,(\d+))?\)$/i,
    evaluate: ([, n, offset], codes, isTime) => (isTime ? lastOf : firstOf)(codes, Number(n), Number(offset ?? 0)),
  },
  {
    pattern: /^bottom\(([1-9]\d*)(?:,(\d+))?\)$/i,
    evaluate: ([, n, offset], codes, isTime) => (isTime ? firstOf : lastOf)(codes, Number(n), Number(offset ?? 0)),
  },
  { pattern: /^from\(([^,]+)\)$/i, evaluate: ([, from = ''], codes) => between(codes, from, codes.at(-1) ?? '') },
  { pattern: /^to\(([^,]+)\)$/i, evaluate: ([, to = ''], codes) => between(codes, codes[0] ?? '', to) },
  { pattern: /^[^*]*\?[^*]*$/, evaluate: ([mask], codes) => matching(codes, mask) },
  { pattern: /^\*?[^*?]*\*?$/, evaluate: ([mask], codes) => (mask.includes('*') ? matching(codes, mask) : null) },
];

/**
 * The codes that an item of a selection stands for, in the table's order and spelling: the code itself, or what SSB's
 * expression picks. `null` when it is neither, or names a code the table lacks; an empty list for a mask without match.
 */
export function evaluateItem(item: string, codes: readonly string[], isTime: boolean): readonly string[] | null {
  const code = codes.find((candidate) => sameCode(candidate, item));
  if (code !== undefined) return [code];
  for (const { pattern, evaluate } of FORMS) {
    const match = pattern.exec(item);
    if (match !== null) return evaluate(match, codes, isTime);
  }
  return null;
}

/**
 * The expression to send for time: `from(2005)` means as far back as 2005 where there is any, and the source refuses a
 * period that it does not have, so it becomes the first period of the table that is not before it. Whatever else stays
 * as it is, also a beginning that comes after all there is.
 */
export function fromWhereThereIsAny(expression: string, codes: readonly string[]): string {
  const [, from = ''] = /^from\(([^,]+)\)$/i.exec(expression) ?? [];
  const wanted = parseTimePeriod(from);
  if (wanted === null || codes.some((code) => sameCode(code, from))) return expression;
  const first = codes.find((code) => isNotBefore(parseTimePeriod(code), wanted));
  return first === undefined ? expression : `from(${first})`;
}

/** Periods of different lengths are compared by their years. */
function isNotBefore(period: TimePeriod | null, wanted: TimePeriod): boolean {
  if (period === null) return false;
  const isAlike = period.frequency === wanted.frequency;
  return isAlike ? periodKey(period) >= periodKey(wanted) : period.year >= wanted.year;
}

function firstOf(codes: readonly string[], n: number, offset: number): readonly string[] {
  return codes.slice(offset, offset + n);
}

function lastOf(codes: readonly string[], n: number, offset: number): readonly string[] {
  const end = Math.max(0, codes.length - offset);
  return codes.slice(Math.max(0, end - n), end);
}

/** Both inclusive, in either order. */
function between(codes: readonly string[], a: string, b: string): readonly string[] | null {
  const ends = [a, b].map((end) => codes.findIndex((code) => sameCode(code, end)));
  return ends.includes(-1) ? null : codes.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** `?` is exactly one character, `*` any number. */
function matching(codes: readonly string[], mask: string): readonly string[] {
  const source = mask
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\?/g, '.')
    .replace(/\*/g, '.*');
  const pattern = new RegExp(`^${source}$`, 'i');
  return codes.filter((code) => pattern.test(code));
}
