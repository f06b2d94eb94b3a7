/** Decimals kept by computed figures (shares, growth, gaps): far below any tolerance, far above binary noise. */
export const COMPUTED_DECIMALS = 10;

/**
 * Rounds to a number of decimals, half away from zero, on the decimal digits of the figure rather than on its binary
 * value: `roundTo(1.005, 2)` is 1.01.
 */
export function roundTo(value: number, decimals: number): number {
  // Counts are what most figures are; 0 also for the one below it.
  if (decimals >= 0 && Number.isInteger(value)) return value === 0 ? 0 : value;
  const [mantissa, exponent] = Math.abs(value).toExponential().split('e') as [string, string];
  const scaled = Number(`${mantissa}e${Number(exponent) + decimals}`);
  // So large that nothing stands behind that decimal, and soon too large to be written without an exponent.
  if (scaled > Number.MAX_SAFE_INTEGER) return value;
  const rounded = Number(`${Math.round(scaled)}e${-decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** `a − b` without binary noise: `difference(64.1, 64.0)` is exactly 0.1. */
export function difference(a: number, b: number): number {
  return roundTo(a - b, COMPUTED_DECIMALS);
}

/** Sum without binary noise, the same whatever the order; 0 for no figures. */
export function sum(values: readonly number[]): number {
  return roundTo(
    values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0),
    COMPUTED_DECIMALS,
  );
}
