import type { Figure } from '../../../model/data/figure.ts';
import type { Band, ChartLine, ChartPoint, KeyEntry, TimeChart } from '../chart.ts';
import type { Table } from '../../table.ts';
import { annotationsOf, breakMarks, remarksOf } from './events.ts';
import type { Frame } from './frame.ts';
import { guideKey, type NamedGuide } from './guides.ts';
import type { Slot } from './slots.ts';

/** A column of the table under a chart. */
export interface TableColumn {
  readonly name: string;
  readonly cell: (slot: Slot, point: ChartPoint) => string | null;
}

/** What sets one kind of chart over time apart from another. */
export interface TimeChartParts {
  readonly kind: TimeChart['kind'];
  readonly lines: readonly ChartLine[];
  readonly bands: readonly (readonly [band: Band | null, name: string])[];
  readonly guides: readonly NamedGuide[];
  readonly title: string;
  /** Sentences without a full stop, said after the title. */
  readonly told: readonly string[];
  readonly about: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: string;
  readonly gap: string | null;
  readonly columns: readonly TableColumn[];
  /** Why there is no own figure, for the note of its row. */
  readonly figureOf: (slot: Slot) => Figure | null;
}

/** A chart over time with its key, its table and what is said below it. */
export function timeChart(frame: Frame, parts: TimeChartParts): TimeChart {
  const { words, slots, step } = frame;
  const { kind, lines, guides, unit, decimals, direction, gap, title } = parts;
  const own = lines[0]?.points ?? [];
  const bands = parts.bands.flatMap(([band, name]) => (band === null ? [] : [{ band, name }]));
  const hasMarks = own.some(({ met }) => met !== null);
  const { notes, annotations } = annotationsOf(frame);
  const remarks = remarksOf(frame, own);
  const about = frame.parts > 1 ? words.about.part(frame.part + 1, parts.about) : parts.about;
  const isDouble = (sentence: string) => sentence === '' || sentence === title;
  const told = parts.told.filter((sentence) => !isDouble(sentence)).map((sentence) => `${sentence}.`);
  return {
    ...{ kind, title, lines, guides, notes, annotations, unit, decimals, direction, gap, hasMarks, remarks },
    periods: slots.map(({ at, label }) => ({ at, label })),
    step,
    bands: bands.map(({ band }) => band),
    breaks: breakMarks(frame),
    letters: words.letters,
    key: [
      ...lineKey(kind, lines),
      ...markKey(frame, kind, own, hasMarks),
      ...bands.map(({ band, name }) => ({ sign: band.kind, text: name })),
      ...guideKey(guides),
      ...figureKey(frame, own),
      ...(notes.length > 0 ? [{ sign: 'annotation', text: words.key.annotation } as const] : []),
    ],
    summary: [`${words.kinds[kind]}.`, `${title}.`, ...told, ...remarks].join(' '),
    table: tableOf(frame, parts, own, hasMarks),
    tableName: words.figuresOf(about),
  };
}

function lineKey(kind: TimeChart['kind'], lines: readonly ChartLine[]): readonly KeyEntry[] {
  return kind === 'columns' ? [] : lines.map(({ role, name }) => ({ sign: role, text: name }));
}

function markKey(
  { words }: Frame,
  kind: TimeChart['kind'],
  own: readonly ChartPoint[],
  hasMarks: boolean,
): readonly KeyEntry[] {
  if (!hasMarks) return [];
  const has = (met: boolean | null) =>
    own.some((point) => point.met === met && (point.value !== null || point.bounds !== null));
  const signs =
    kind === 'columns'
      ? (['column-met', 'column-not-met', 'column-silent'] as const)
      : (['met', 'not-met', 'silent'] as const);
  const { met, notMet, silent } = words.key;
  return [
    ...(has(true) ? [{ sign: signs[0], text: met }] : []),
    ...(has(false) ? [{ sign: signs[1], text: notMet }] : []),
    ...(has(null) ? [{ sign: signs[2], text: silent }] : []),
  ];
}

/** What is said of single figures, where it is said of any. */
function figureKey({ words }: Frame, own: readonly ChartPoint[]): readonly KeyEntry[] {
  const shown = own.filter(({ value, bounds }) => value !== null || bounds !== null);
  const has = (mark: ChartPoint['marks'][number]) => shown.some(({ marks }) => marks.includes(mark));
  return [
    ...(has('provisional') ? [{ sign: 'provisional', text: words.key.provisional } as const] : []),
    ...(has('corrected') ? [{ sign: 'corrected', text: words.marks.corrected } as const] : []),
    ...(has('revised') ? [{ sign: 'revised', text: words.marks.revised } as const] : []),
    ...(shown.some(({ bounds }) => bounds !== null) ? [{ sign: 'bounded', text: words.key.bounded } as const] : []),
  ];
}

/** The newest period first. A figure that is not there is a dash, and the note says why where that is known. */
function tableOf(frame: Frame, parts: TimeChartParts, own: readonly ChartPoint[], hasMarks: boolean): Table {
  const { words, slots } = frame;
  const last = slots.findLastIndex(({ point }) => point !== null);
  const shown = slots.slice(0, last + 1).flatMap((slot, index) => {
    const point = own[index];
    return point === undefined ? [] : [{ slot, point, note: noteOf(frame, parts, slot, point) }];
  });
  const hasNotes = shown.some(({ note }) => note !== '');
  const rows = shown.map(({ slot, point, note }) => [
    slot.label,
    ...parts.columns.map(({ cell }) => cell(slot, point) ?? '–'),
    ...(hasMarks ? [judged(frame, slot.met)] : []),
    ...(hasNotes ? [note] : []),
  ]);
  const heading = [
    words.table.period,
    ...parts.columns.map(({ name }) => name),
    ...(hasMarks ? [words.table.met] : []),
    ...(hasNotes ? [words.table.note] : []),
  ];
  return { caption: parts.title, heading, rows: rows.toReversed() };
}

function judged({ words }: Frame, met: boolean | null): string {
  return met === null ? '–' : met ? words.table.yes : words.table.no;
}

function noteOf(
  { words, context }: Frame,
  { figureOf }: TimeChartParts,
  slot: Slot,
  { marks, bounds }: ChartPoint,
): string {
  const figure = figureOf(slot);
  const isAbsent = figure !== null && 'missing' in figure && bounds === null;
  return [
    ...(slot.breaks.length > 0 ? [words.break.cell] : []),
    ...(isAbsent ? [context.input.wording.missing(figure.missing)] : marks.map((mark) => words.marks[mark])),
  ].join(', ');
}
