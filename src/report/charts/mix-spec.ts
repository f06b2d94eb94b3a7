import type { Mark, Spec } from 'vega';
import type { MixChart } from './chart.ts';
import { COLOURS, CONFIG, FONT_SIZE, LEFT, MIDDLE, NARROW, RIGHT, shortened, textWidth } from './look.ts';

const LABELS_BESIDE = 330;
const ROW_BESIDE = 26;
const ROW_BELOW = 42;
const BAR = 14;

/** Bars as Vega reads them, `width` wide over all: labels beside the bars, or above them where that leaves no room. */
export function mixSpec({ bars }: MixChart, width: number): Spec {
  const isNarrow = width < NARROW;
  const row = isNarrow ? ROW_BELOW : ROW_BESIDE;
  const left = isNarrow ? 0 : LABELS_BESIDE;
  const right = Math.max(...bars.map(({ text }) => textWidth(text))) + 10;
  const highest = Math.max(...bars.flatMap(({ now, before }) => [now, before ?? 0]));
  const toX = (share: number) => left + ((width - left - right) * share) / highest;
  const values = bars.map(({ label, now, before, text }, index) => {
    const top = index * row + (isNarrow ? 20 : (row - BAR) / 2);
    const labelAt = isNarrow ? { labelX: 0, labelY: top - 10 } : { labelX: left - 12, labelY: top + BAR / 2 };
    const earlier = before === null ? null : toX(before);
    return {
      label: shortened(label, isNarrow ? width : left - 12),
      text,
      top,
      end: toX(now),
      earlier,
      textAt: Math.max(toX(now), earlier ?? 0) + 8,
      ...labelAt,
    };
  });
  return {
    config: CONFIG,
    height: bars.length * row,
    padding: 0,
    autosize: 'none',
    data: [{ name: 'bars', values }],
    marks: [bar(left), earlierMark(), label(isNarrow), figure()],
  };
}

function bar(left: number): Mark {
  const place = { x: { value: left }, x2: { field: 'end' }, y: { field: 'top' }, height: { value: BAR } };
  return { type: 'rect', from: { data: 'bars' }, encode: { enter: { ...place, fill: { value: COLOURS.own } } } };
}

/** Where the bar ended in the period before. */
function earlierMark(): Mark {
  const place = { x: { field: 'earlier' }, y: { field: 'top', offset: -3 }, y2: { field: 'top', offset: BAR + 3 } };
  const look = { stroke: { value: COLOURS.peersText }, strokeWidth: { value: 2 } };
  const opacity = { signal: 'isValid(datum.earlier) ? 1 : 0' };
  return { type: 'rule', from: { data: 'bars' }, encode: { enter: { ...place, ...look, opacity } } };
}

function label(isNarrow: boolean): Mark {
  const place = { x: { field: 'labelX' }, y: { field: 'labelY' }, baseline: MIDDLE };
  const align = isNarrow ? LEFT : RIGHT;
  const look = { text: { field: 'label' }, fill: { value: COLOURS.ink }, fontSize: { value: FONT_SIZE } };
  return { type: 'text', from: { data: 'bars' }, encode: { enter: { ...place, align, ...look } } };
}

function figure(): Mark {
  const place = { x: { field: 'textAt' }, y: { field: 'top', offset: BAR / 2 }, baseline: MIDDLE };
  const look = { text: { field: 'text' }, fill: { value: COLOURS.text }, fontSize: { value: FONT_SIZE } };
  return { type: 'text', from: { data: 'bars' }, encode: { enter: { ...place, ...look } } };
}
