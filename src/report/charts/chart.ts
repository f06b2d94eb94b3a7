import type { FigureMark } from '../../model/plan/indicator-series.ts';
import type { Markup } from '../markup.ts';
import type { Table } from '../table.ts';

/** A figure over time. `at` is the place of its period on the time axis, where a step is 1. */
export interface ChartPoint {
  readonly at: number;
  readonly label: string;
  readonly value: number | null;
  /** Of an index of which only the bounds are known; `value` is `null` then. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  /** Whether the demand was met then; `null` where that cannot be said. */
  readonly met: boolean | null;
  readonly marks: readonly FigureMark[];
  /** A break lies before it: it is not joined with what stands before. */
  readonly startsAnew: boolean;
}

export interface ChartLine {
  readonly role: 'own' | 'peers';
  readonly name: string;
  readonly points: readonly ChartPoint[];
  /** What its latest figure is written with; those of the chart when left out. */
  readonly decimals?: number;
}

/** A shaded area: one box for each period, or one ribbon through them. */
export interface Band {
  readonly kind: 'margin' | 'ordinary' | 'spread';
  readonly shape: 'boxes' | 'ribbon';
  /** Spans that belong together; a ribbon is not drawn from one run to the next. */
  readonly runs: readonly (readonly { readonly at: number; readonly low: number; readonly high: number }[])[];
}

/** A line that a rule asks about: a limit, the path to a target, the lowest that is accepted since a base. */
export interface Guide {
  readonly kind: 'limit' | 'outer' | 'base' | 'path';
  /** Two at least; a level one reaches over all periods. */
  readonly positions: readonly { readonly at: number; readonly value: number }[];
}

/** Something that stands at a place of the time axis. */
export interface AxisMark {
  readonly at: number;
  readonly label: string;
}

export type Sign =
  | 'own'
  | 'peers'
  | 'met'
  | 'not-met'
  | 'silent'
  | 'column-met'
  | 'column-not-met'
  | 'column-silent'
  | 'provisional'
  | 'bounded'
  | 'corrected'
  | 'revised'
  | 'annotation'
  | 'bar'
  | 'bar-other'
  | 'tick'
  | 'cut'
  | Band['kind']
  | Guide['kind'];

export interface KeyEntry {
  readonly sign: Sign;
  readonly text: string;
}

interface ChartParts {
  /** The finding. */
  readonly title: string;
  /** What the picture shows, for whoever does not see it: the finding and the trend. */
  readonly summary: string;
  /** Every sign that is drawn, with what it means. */
  readonly key: readonly KeyEntry[];
  /** The figures of the picture. */
  readonly table: Table;
  /** Name of the fold that holds them. */
  readonly tableName: string;
  /** What is said below it, in sentences: breaks, and what is lacking. */
  readonly remarks: readonly string[];
  /** Numbered from 1, as in the picture; one that lies outside its periods is listed only. */
  readonly annotations: readonly string[];
}

/** Lines, or columns up and down from nil, over time. */
export interface TimeChart extends ChartParts {
  readonly kind: 'lines' | 'columns';
  /** Every period of the axis, those without a figure too. */
  readonly periods: readonly AxisMark[];
  /** Between two periods of the axis. */
  readonly step: number;
  /** Own first; of columns the own alone. */
  readonly lines: readonly ChartLine[];
  readonly bands: readonly Band[];
  readonly guides: readonly Guide[];
  /** A break lies between two periods. */
  readonly breaks: readonly AxisMark[];
  readonly notes: readonly AxisMark[];
  readonly unit: string;
  readonly decimals: number;
  /** Which way the ambition wants the own line to go, in words and an arrow; empty when it does not say. */
  readonly direction: string;
  /** The latest distance between the two lines, where that is what counts. */
  readonly gap: string | null;
  /** Whether any point says if the demand was met. */
  readonly hasMarks: boolean;
  /** Letter above a figure, by mark. */
  readonly letters: Readonly<Record<Exclude<FigureMark, 'provisional'>, string>>;
}

export interface Bar {
  readonly label: string;
  readonly now: number;
  readonly before: number | null;
  readonly text: string;
  readonly isOwn: boolean;
}

/** Shares of a whole, or places by rank, in order. */
export interface BarChart extends ChartParts {
  readonly kind: 'bars';
  readonly bars: readonly Bar[];
  /** After how many of the bars what the rule accepts ends; `null` for no such rule. */
  readonly cut: number | null;
}

export type Chart = TimeChart | BarChart;

/** How a number is written. */
export type WriteNumber = (value: number, decimals: number) => string;

/** What is drawn in a picture, and how high it is. */
export interface Drawing {
  readonly marks: Markup;
  readonly height: number;
}
