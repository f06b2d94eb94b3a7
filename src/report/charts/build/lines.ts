import type { Figure } from '../../../model/data/figure.ts';
import type { ChartLine, ChartPoint } from '../chart.ts';
import type { Frame } from './frame.ts';
import type { Slot } from './slots.ts';

type FigureOf = (slot: Slot) => Figure | null;

/** The number of a figure; `null` where there is none. */
export function numberIn(figure: Figure | null | undefined): number | null {
  return figure !== null && figure !== undefined && 'value' in figure ? figure.value : null;
}

/** A line through the figures of every period, broken where the series is. The own one says what is said of its figures. */
export function lineOf(frame: Frame, role: ChartLine['role'], name: string, figureOf: FigureOf): ChartLine {
  return { role, name, points: frame.slots.map((slot) => pointOf(slot, figureOf(slot), role === 'own')) };
}

function pointOf(slot: Slot, figure: Figure | null, isOwn: boolean): ChartPoint {
  const bounds = isOwn ? (slot.point?.bounds ?? null) : null;
  return {
    ...{ at: slot.at, label: slot.label, value: numberIn(figure) },
    bounds: bounds && { low: bounds.low.value, high: bounds.high.value },
    met: isOwn ? slot.met : null,
    marks: isOwn ? (slot.point?.marks ?? []) : [],
    startsAnew: slot.breaks.length > 0,
  };
}

/** Entries side by side, parted where one does not belong to the run before it. */
export function runsOf<Entry>(
  entries: readonly (Entry | null)[],
  startsAnew: (index: number) => boolean,
): readonly (readonly Entry[])[] {
  const runs: Entry[][] = [[]];
  entries.forEach((entry, index) => {
    if (entry === null || startsAnew(index)) runs.push([]);
    if (entry !== null) runs.at(-1)?.push(entry);
  });
  return runs.filter(({ length }) => length > 0);
}
