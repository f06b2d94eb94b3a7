import type { Mark } from 'vega';
import type { ChartLine, LineChart } from './chart.ts';
import { COLOURS, FONT_SIZE, LEFT, MIDDLE, RIGHT } from './look.ts';

const x = { scale: 'x', field: 'at' };
const y = { scale: 'y', field: 'value' };

/** A line; the peers' is dashed, so that it is told from the own without colour. */
export function line(role: ChartLine['role']): Mark {
  const isOwn = role === 'own';
  const stroke = { value: isOwn ? COLOURS.own : COLOURS.peers };
  const dash = isOwn ? {} : { strokeDash: { value: [6, 4] } };
  const defined = { signal: 'isValid(datum.value)' };
  const width = { value: isOwn ? 2.5 : 2 };
  const enter = { x, y, stroke, strokeWidth: width, defined, ...dash };
  return { type: 'line', from: { data: role }, encode: { enter } };
}

/** Filled where the ambition was met, hollow where it was not, a small dot where that cannot be said. */
export function points(marks: boolean): Mark {
  const size = marks ? { signal: 'datum.met === null ? 14 : 56' } : { value: 30 };
  const fill = marks
    ? { signal: `datum.met === false ? '${COLOURS.surface}' : '${COLOURS.own}'` }
    : { value: COLOURS.own };
  const opacity = { signal: 'isValid(datum.value) ? 1 : 0' };
  const enter = { x, y, size, fill, stroke: { value: COLOURS.own }, strokeWidth: { value: 2 }, opacity };
  return { type: 'symbol', from: { data: 'own' }, encode: { enter } };
}

/** The latest figure of each line, to the right of it. */
export function endLabels(length: number): Mark {
  const fill = { signal: `datum.role === 'own' ? '${COLOURS.own}' : '${COLOURS.peersText}'` };
  const fontWeight = { signal: "datum.role === 'own' ? 700 : 400" };
  const place = { x: { value: length + 12 }, y: { field: 'y' }, baseline: MIDDLE };
  const text = { text: { field: 'text' }, fill, fontWeight, fontSize: { value: FONT_SIZE } };
  return { type: 'text', from: { data: 'ends' }, encode: { enter: { ...place, ...text } } };
}

/** A heavier line at nil. */
export function zeroLine(length: number): Mark {
  const stroke = { stroke: { value: COLOURS.axis }, strokeWidth: { value: 1.5 } };
  return {
    type: 'rule',
    encode: { enter: { x: { value: 0 }, x2: { value: length }, y: { scale: 'y', value: 0 }, ...stroke } },
  };
}

/** The space between the two lines. */
export function shade(): Mark {
  const defined = { signal: 'isValid(datum.value) && isValid(datum.other)' };
  const enter = { x, y, y2: { scale: 'y', field: 'other' }, fill: { value: COLOURS.shade }, defined };
  return { type: 'area', from: { data: 'both' }, encode: { enter } };
}

/** The latest distance between the two lines, with its figure. */
export function gapMarks({ gap, lines }: LineChart, toY: (value: number) => number, length: number): Mark[] {
  const [own, peers] = lines.map(({ points: all }) => toY(all.at(-1)?.value ?? 0));
  const middle = ((own ?? 0) + (peers ?? 0)) / 2;
  const stroke = { stroke: { value: COLOURS.own }, strokeWidth: { value: 1.5 } };
  const rule = { x: { value: length }, y: { value: own ?? 0 }, y2: { value: peers ?? 0 }, ...stroke };
  const place = { x: { value: length - 8 }, y: { value: middle }, align: RIGHT, baseline: MIDDLE };
  const text = { text: { value: gap ?? '' }, fill: { value: COLOURS.own }, fontSize: { value: FONT_SIZE } };
  return [
    { type: 'rule', encode: { enter: rule } },
    { type: 'text', encode: { enter: { ...place, ...text, fontStyle: { value: 'italic' } } } },
  ];
}

/** The unit above the axis, and which way the ambition wants the line to go. */
export function headings({ unit, direction }: LineChart, width: number): Mark[] {
  const shared = { y: { value: 12 }, baseline: MIDDLE, fontSize: { value: FONT_SIZE } };
  const heading = (text: string, place: number, align: typeof LEFT | typeof RIGHT, fill: string): Mark => {
    const enter = { ...shared, x: { value: place }, text: { value: text }, align, fill: { value: fill } };
    return { type: 'text', encode: { enter } };
  };
  return [heading(unit, 0, LEFT, COLOURS.text), heading(direction, width, RIGHT, COLOURS.text)];
}
