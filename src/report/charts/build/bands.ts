import type { Tolerance } from '../../../model/plan/rule.ts';
import type { Band } from '../chart.ts';
import type { Frame } from './frame.ts';
import { numberIn, runsOf } from './lines.ts';
import type { Slot } from './slots.ts';

/** A margin in the unit of the value; a share of a previous value is taken of its size. */
export function marginOf(tolerance: Tolerance, previous: number): number {
  return 'absolute' in tolerance ? tolerance.absolute : (tolerance.percentOfPrevious / 100) * Math.abs(previous);
}

/** The value a step before, where the two are comparable. */
export function valueBefore({ slots }: Frame, index: number): number | null {
  const slot = slots[index];
  const previous = slot?.point?.previousPeriod ?? null;
  const from = slots.findIndex(({ period }) => period === previous);
  if (from === -1) return null;
  const isBroken = slots.slice(from + 1, index + 1).some(({ breaks }) => breaks.length > 0);
  return isBroken ? null : numberIn(slots[from]?.point?.value);
}

/** The values that lie within the margin of the one before, period by period; `null` without a margin. */
export function marginBand(frame: Frame, tolerance: Tolerance): Band | null {
  return boxes(frame, (_, index) => {
    const previous = valueBefore(frame, index);
    const margin = previous === null ? 0 : marginOf(tolerance, previous);
    return previous === null || margin === 0 ? null : { low: previous - margin, high: previous + margin };
  });
}

/** The mean of so many periods before, with the margin; nothing where one of them lacks, or lies before a break. */
export function meanBand(frame: Frame, periods: number, tolerance: Tolerance): Band | null {
  return boxes(frame, (slot, index) => {
    if (slot.point === null) return null;
    const values: number[] = [];
    for (let at = index; values.length < periods; at -= 1) {
      const value = valueBefore(frame, at);
      if (value === null) return null;
      values.push(value);
    }
    const mean = values.reduce((sum, value) => sum + value, 0) / periods;
    const margin = marginOf(tolerance, values[0] ?? mean);
    return { low: mean - margin, high: mean + margin };
  });
}

/** Where the value would lie after an ordinary change from the one before, through the unbroken periods. */
export function ordinaryBand(frame: Frame): Band | null {
  const { limits } = frame.indicator.facts;
  if (limits === null) return null;
  const unbroken = new Set(limits.periods);
  const spans = frame.slots.map(({ at, period }, index) => {
    const previous = unbroken.has(period) ? valueBefore(frame, index) : null;
    return previous === null ? null : { at, low: previous + limits.low, high: previous + limits.high };
  });
  const runs = runsOf(spans, () => false);
  return runs.length === 0 ? null : { kind: 'ordinary', shape: 'ribbon', runs };
}

/** From the lowest to the highest of those compared with; `null` where fewer than two have a figure. */
export function spreadBand({ slots }: Frame): Band | null {
  const spans = slots.map((slot) => {
    const ends = spreadOf(slot);
    return ends === null ? null : { at: slot.at, ...ends };
  });
  const runs = runsOf(spans, (index) => (slots[index]?.breaks.length ?? 0) > 0);
  return runs.length === 0 ? null : { kind: 'spread', shape: 'ribbon', runs };
}

/** The lowest and the highest level of those compared with in a period. */
export function spreadOf({ point }: Slot): { readonly low: number; readonly high: number } | null {
  const levels = (point?.peers ?? []).flatMap(({ level }) => numberIn(level) ?? []);
  return levels.length < 2 ? null : { low: Math.min(...levels), high: Math.max(...levels) };
}

function boxes(
  { slots }: Frame,
  spanOf: (slot: Slot, index: number) => { readonly low: number; readonly high: number } | null,
): Band | null {
  const runs = slots.flatMap((slot, index) => {
    const span = spanOf(slot, index);
    return span === null ? [] : [[{ at: slot.at, ...span }]];
  });
  return runs.length === 0 ? null : { kind: 'margin', shape: 'boxes', runs };
}
