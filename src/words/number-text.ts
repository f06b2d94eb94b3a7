import { COMPUTED_DECIMALS, roundTo } from '../model/decimal.ts';

/** How a language writes numbers. */
export interface NumberStyle {
  readonly decimalMark: string;
  readonly thousandsMark: string;
}

const MINUS = '\u2212';

/** A number with a fixed number of decimals: `-12345.678` with two is `−12 345,68` in bokmål. */
export function numberText(value: number, decimals: number, style: NumberStyle): string {
  const rounded = roundTo(value, decimals);
  const [whole = '', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.thousandsMark);
  const digits = fraction === undefined ? grouped : `${grouped}${style.decimalMark}${fraction}`;
  return rounded < 0 ? `${MINUS}${digits}` : digits;
}

/** Decimals a figure is written with, at most those that computed figures have. */
export function decimalsOf(value: number): number {
  return (
    Array.from({ length: COMPUTED_DECIMALS }, (_, decimals) => decimals).find(
      (decimals) => roundTo(value, decimals) === value,
    ) ?? COMPUTED_DECIMALS
  );
}

/**
 * The fewest decimals, from `decimals` up, with which a reader sees what the rule saw: which of a change and its
 * tolerance is the larger, and that the change is not nil.
 */
export function tellingDecimals(change: number, tolerance: number, decimals: number): number {
  const size = Math.abs(change);
  const tells = (shown: number) =>
    Math.sign(roundTo(size, shown) - roundTo(tolerance, shown)) === Math.sign(size - tolerance) &&
    Math.sign(roundTo(size, shown)) === Math.sign(size);
  for (let shown = decimals; shown < COMPUTED_DECIMALS; shown += 1) {
    if (tells(shown)) return shown;
  }
  return COMPUTED_DECIMALS;
}

/**
 * The fewest decimals, from `decimals` up, with which a difference is what a reader gets who subtracts the two numbers
 * beside it, and which of it and the tolerance is the larger is seen as well.
 */
export function addingDecimals({ of: [later, earlier], difference, tolerance }: Subtraction, decimals: number): number {
  const size = Math.abs(difference);
  // The margin stands in the sentence as it is written, not with so many decimals.
  const tells = (shown: number) => Math.sign(roundTo(size, shown) - tolerance) === Math.sign(size - tolerance);
  const adds = (shown: number) =>
    roundTo(roundTo(later, shown) - roundTo(earlier, shown), shown) === roundTo(difference, shown);
  const fewest = tellingDecimals(difference, tolerance, decimals);
  for (let shown = fewest; shown < COMPUTED_DECIMALS; shown += 1) {
    if (adds(shown) && tells(shown) && [later, earlier, difference].every((one) => isSeen(one, shown))) return shown;
  }
  return fewest;
}

/** Is a number that is not nil no nil as it is shown? */
function isSeen(number: number, shown: number): boolean {
  return number === 0 || roundTo(number, shown) !== 0;
}

/** Two numbers and their difference, with signs, and what the difference is held against. */
export interface Subtraction {
  readonly of: readonly [later: number, earlier: number];
  readonly difference: number;
  readonly tolerance: number;
}

const NO_BREAK_SPACE = '\u00A0';
const WORD_JOINER = '\u2060';

/** A number and what it counts, which stay on one line together. */
export function withUnit(number: string, unit: string): string {
  return unit === '' ? number : `${number}${NO_BREAK_SPACE}${unitText(unit)}`;
}

/** A unit as it is printed: `CO2` with its index, and a number in it in one piece. */
export function unitText(unit: string): string {
  return unit
    .replaceAll(/CO2/g, 'CO₂')
    .replaceAll(/(\d)-(\d)/g, '$1–$2')
    .replaceAll(/(\d) (?=\d{3}\b)/g, `$1${NO_BREAK_SPACE}`);
}

/** The first and the last of a range, which stay on one line: `2020–2022`. */
export function rangeText(code: string): string {
  return code.replace('-', `${WORD_JOINER}–${WORD_JOINER}`);
}
