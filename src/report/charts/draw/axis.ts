/** The values an axis is marked at, ascending and evenly spaced; the first and the last are its ends. */
export interface Scale {
  readonly ticks: readonly number[];
  /** Decimals that tell one tick from the next. */
  readonly decimals: number;
}

const STEPS = [1, 2, 2.5, 5, 10];
const WANTED = 4;
const MOST_DECIMALS = 10;

/** Round values from at or below the least to at or above the greatest. One value alone gets room above and below. */
export function scaleOver(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? 0 : Math.max(Math.abs(high) * 0.1, 0.5);
  const span = high - low + 2 * room;
  const magnitude = 10 ** Math.floor(Math.log10(span / WANTED));
  const step = (STEPS.find((one) => one * magnitude >= span / WANTED) ?? 10) * magnitude;
  const first = Math.floor((low - room) / step + 1e-9);
  const last = Math.ceil((high + room) / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
  return { ticks, decimals: Math.max(...ticks.map(decimalsOf)) };
}

/** Every how many periods one is named, so that names of that width stand apart on an axis this long. */
export function labelEvery(count: number, labelWidth: number, axisLength: number): number {
  const fitting = Math.max(1, Math.floor(axisLength / labelWidth));
  return Math.max(1, Math.ceil(count / fitting));
}

/** Decimals that a number is written with, ten at most. */
export function decimalsOf(value: number): number {
  const enough = Array.from({ length: MOST_DECIMALS }, (_, decimals) => decimals);
  return enough.find((decimals) => Number(value.toFixed(decimals)) === value) ?? MOST_DECIMALS;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
