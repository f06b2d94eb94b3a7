import { difference } from '../../model/decimal.ts';
import type { Figure } from '../../model/data/figure.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import { listed } from '../../words/list.ts';
import { amountOf, type Context, ordinalOf } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';
import type { Table } from '../table.ts';
import type { ChartLine, ChartPoint, LineChart } from './chart.ts';

interface LineFigures {
  readonly name: string;
  readonly figure: (point: IndicatorPoint) => Figure | undefined;
}

/** Where a picture of one or two lines takes its figures from. */
export interface LineSource {
  readonly title: string;
  readonly own: LineFigures;
  readonly peers: LineFigures | null;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: string;
  readonly gap: boolean;
  /** Whether the ambition was met, by period key. */
  readonly met: ReadonlyMap<number, boolean>;
}

/** The picture, with its figures and a text that stands in for it; `null` when the own line has no figure. */
export function buildLineChart(
  context: Context,
  { series }: Pick<PageIndicator, 'series'>,
  source: LineSource,
): LineChart | null {
  const { own, peers, met } = source;
  const known = series.points.findIndex((point) => isKnown(own.figure(point)));
  if (known === -1) return null;
  const points = series.points.slice(known);
  const line = (role: ChartLine['role'], { name, figure }: LineFigures): ChartLine => ({
    ...{ role, name },
    points: points.map((point) => toChartPoint(context, point, figure(point), role === 'own' ? met : new Map())),
  });
  const hasPeers = peers !== null && points.some((point) => isKnown(peers.figure(point)));
  const lines = [line('own', own), ...(hasPeers ? [line('peers', peers)] : [])];
  const { title, unit, decimals, direction } = source;
  const gap = source.gap && hasPeers ? gapText(context, lines, decimals) : null;
  return {
    ...{ kind: 'lines', title, lines, unit, decimals, direction, gap, marks: met.size > 0 },
    summary: summaryOf(context, lines, source),
    table: tableOf(context, points, lines, source),
  };
}

function isKnown(figure: Figure | undefined): boolean {
  return figure !== undefined && 'value' in figure;
}

function toChartPoint(
  { input }: Context,
  { period }: IndicatorPoint,
  figure: Figure | undefined,
  met: ReadonlyMap<number, boolean>,
): ChartPoint {
  const value = figure !== undefined && 'value' in figure ? figure.value : null;
  return { at: ordinalOf(period), label: input.wording.period(period), value, met: met.get(period) ?? null };
}

/** How far own stands from the peers in the last period; `null` when either is missing there. */
function gapText({ input }: Context, lines: readonly ChartLine[], decimals: number): string | null {
  const [own, peers] = lines.map(({ points }) => points.at(-1)?.value ?? null);
  if (own === null || own === undefined || peers === null || peers === undefined) return null;
  return input.wording.number(difference(own, peers), decimals);
}

function summaryOf(context: Context, lines: readonly ChartLine[], { unit, decimals, met }: LineSource): string {
  const { charts } = context.texts;
  const ends = lines.map(({ name, points }) => ({ name, known: points.filter(({ value }) => value !== null) }));
  const told = ends.flatMap(({ name, known }) => {
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    const write = ({ value }: ChartPoint) => amountOf(context, value ?? 0, decimals, unit);
    return [charts.summaryLine(name, write(first), first.label, write(last), last.label)];
  });
  const own = ends[0]?.known ?? [];
  const years = own.filter((point) => point.met === true).map(({ label }) => label);
  const judged =
    met.size === 0 ? [] : [years.length === 0 ? charts.metNever : charts.metIn(listed(years, context.input.language))];
  return [charts.summary(own[0]?.label ?? '', own.at(-1)?.label ?? ''), ...told, ...judged].join(' ');
}

function tableOf(
  context: Context,
  points: readonly IndicatorPoint[],
  lines: readonly ChartLine[],
  { title, own, peers, unit, decimals }: LineSource,
): Table {
  const { texts, input } = context;
  const sources = [own, peers].slice(0, lines.length).filter((one) => one !== null);
  const write = (figure: Figure | undefined) => {
    if (figure === undefined) return '–';
    return 'value' in figure ? input.wording.number(figure.value, decimals) : input.wording.missing(figure.missing);
  };
  const rows = points.map((point) => [
    input.wording.period(point.period),
    ...sources.map(({ figure }) => write(figure(point))),
  ]);
  const heading = [texts.period, ...sources.map(({ name }) => (unit === '' ? name : `${name}, ${unit}`))];
  return { caption: `${title}. ${texts.charts.figures}`, heading, rows: rows.toReversed() };
}
