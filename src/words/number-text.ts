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
