import { html, type Markup } from '../../markup.ts';
import type { ChartPoint, TimeChart, WriteNumber } from '../chart.ts';
import { COLOURS, FONT_SIZE } from './look.ts';
import { column, judgedMark, provisionalRing } from './marks.ts';
import type { Plot } from './plot.ts';
import { text } from './text.ts';

const WIDEST = 30;
const LABEL = 16;
/** Half a line of text. */
const ABOVE_AXIS = 8;

/** Columns up and down from nil, each with the mark of its verdict at its end, and the latest with its figure. */
export function columnMarks(chart: TimeChart, plot: Plot, write: WriteNumber): Markup {
  const points = chart.lines[0]?.points ?? [];
  const latest = points.findLast(({ value }) => value !== null);
  return html`${points.map((one) => columnOf(one, chart, plot, one === latest ? write : null))}`;
}

function columnOf(
  { at, value, met, marks }: ChartPoint,
  chart: TimeChart,
  { x, y, slot, height }: Plot,
  write: WriteNumber | null,
): Markup | null {
  if (value === null) return null;
  const width = Math.min(slot * 0.62, WIDEST);
  const [nil, end] = [y(0), y(value)];
  const mark = !chart.hasMarks ? 'plain' : met === null ? 'silent' : met ? 'met' : 'not-met';
  const letters = marks.filter((one) => one !== 'provisional').map((one) => chart.letters[one]);
  const hasRing = marks.includes('provisional');
  const figure = write === null ? '' : write(value, chart.decimals);
  const room = LABEL + (letters.length > 0 ? LABEL - 2 : 0);
  // Below a column that nearly reaches the axis there is no room for its figure; above the line of nil there is.
  const isDown = value < 0 && end + room < height - ABOVE_AXIS;
  const [from, outwards] = isDown ? [end, 1] : [Math.min(nil, end), -1];
  const labelAt = from + outwards * room;
  return html`${column(mark, { x: x(at) - width / 2, y: Math.min(nil, end), width, height: Math.abs(nil - end) })}
  ${chart.hasMarks && judgedMark(mark, x(at), end)} ${hasRing && provisionalRing(x(at), end)}
  ${text({ x: x(at), y: from + outwards * LABEL, anchor: 'middle', size: FONT_SIZE - 2, fill: COLOURS.ink }, letters.join(''))}
  ${text({ x: x(at), y: labelAt, anchor: 'middle', fill: COLOURS.own, bold: true }, figure)}`;
}
