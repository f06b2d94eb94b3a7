import type { ChartLine, TimeChart } from '../chart.ts';
import { textWidth } from './look.ts';

/** Room for a label above the highest figure. */
export const LABEL_ROOM = 16;
const GAP_BETWEEN_LABELS = 16;
/** Half a mark, and some air. */
const MARK = 10;
/** How far above its bar the mark of a figure between bounds stands. */
export const ABOVE_BOUNDS = 11;
/** How far above a mark its letters stand. */
export const LETTER_ROOM = 15;

/** A text at a place in the plot. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** The latest figure of a line; at the right of the plot, or at its point where that is not the last period. */
export interface EndLabel extends PlacedText {
  readonly role: ChartLine['role'];
}

/** The newest point of a line that has a figure; `undefined` when none has. */
export function lastOf({ points }: ChartLine) {
  return points.findLast((point) => point.value !== null);
}

interface Place {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** Does the newest figure of a line stand at the right edge of the plot? Also where it has none. */
export function isAtEnd({ periods }: TimeChart, line: ChartLine): boolean {
  const last = lastOf(line);
  return last === undefined || last.at === periods.at(-1)?.at;
}

/** Where the newest figure of each line is written: beside the plot, or at its point where that is not the last period. */
export function endsOf(
  chart: TimeChart,
  texts: readonly string[],
  { x, y, width }: Place & { readonly width: number },
): readonly EndLabel[] {
  const known = chart.lines.flatMap((line, index) => {
    const last = lastOf(line);
    const value = last?.value ?? null;
    return last === undefined || value === null ? [] : [{ line, at: last.at, y: y(value), text: texts[index] ?? '' }];
  });
  const beside = known.filter(({ line }) => isAtEnd(chart, line));
  const inside = known.filter(({ line }) => !isAtEnd(chart, line));
  const highest = Math.min(...inside.map((one) => one.y));
  return [
    ...apart(beside.map((one) => ({ ...endAt(one, width + 12, one.y), anchor: 'start' as const }))),
    ...inside.map((one, index) => {
      const isUpper = one.y === highest && inside.findIndex((other) => other.y === highest) === index;
      const place = x(one.at);
      const clear = isUpper ? Math.min(one.y, ...topsNear(chart, { x, y }, place, textWidth(one.text))) : one.y;
      return { ...endAt(one, place, clear + (isUpper ? -LABEL_ROOM : LABEL_ROOM)), anchor: 'middle' as const };
    }),
  ];
}

/** How high the own marks stand, with the letters above them, that a text of a width in the middle of them would meet. */
function topsNear({ lines, letters }: TimeChart, { x, y }: Place, place: number, width: number): readonly number[] {
  const points = lines[0]?.points ?? [];
  return points.flatMap(({ at, value, bounds, marks }) => {
    const height = value ?? bounds?.high ?? null;
    if (height === null || Math.abs(x(at) - place) > width / 2 + MARK) return [];
    const hasLetter = marks.some((mark) => mark !== 'provisional' && letters[mark] !== '');
    return [y(height) - (value === null ? ABOVE_BOUNDS : 0) - (hasLetter ? LETTER_ROOM : 0)];
  });
}

function endAt({ line, text }: { line: ChartLine; text: string }, x: number, y: number) {
  return { role: line.role, text, x, y };
}

/** Moves two labels that would lie on each other apart, the upper up and the lower down. */
function apart(ends: readonly EndLabel[]): readonly EndLabel[] {
  const [one, other] = ends;
  if (one === undefined || other === undefined) return ends;
  const missing = Math.max(0, GAP_BETWEEN_LABELS - Math.abs(one.y - other.y)) / 2;
  const up = one.y <= other.y ? -1 : 1;
  return [
    { ...one, y: one.y + up * missing },
    { ...other, y: other.y - up * missing },
  ];
}
