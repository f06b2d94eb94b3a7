import type { Markup } from '../markup.ts';
import type { Table } from '../table.ts';

/** A point on a line. `at` is the place of its period on the time axis, where a step is 1. */
export interface ChartPoint {
  readonly at: number;
  readonly label: string;
  readonly value: number | null;
  /** Whether the ambition was met then; `null` where that cannot be said. */
  readonly met: boolean | null;
}

export interface ChartLine {
  readonly role: 'own' | 'peers';
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

interface ChartTexts {
  readonly title: string;
  /** What the picture shows, for whoever does not see it. */
  readonly summary: string;
  /** The figures of the picture. */
  readonly table: Table;
}

/** One or two lines over time. */
export interface LineChart extends ChartTexts {
  readonly kind: 'lines';
  /** Own first. */
  readonly lines: readonly ChartLine[];
  readonly unit: string;
  readonly decimals: number;
  /** Which way the ambition wants the own line to go, in words and an arrow; empty when it does not say. */
  readonly direction: string;
  /** The latest distance between the two lines, where that is what counts; the space between them is then shaded. */
  readonly gap: string | null;
  /** Whether any point says if the ambition was met. */
  readonly marks: boolean;
}

export interface Bar {
  readonly label: string;
  /** Per cent. */
  readonly now: number;
  readonly before: number | null;
  readonly text: string;
}

/** Shares of a whole, largest first. */
export interface MixChart extends ChartTexts {
  readonly kind: 'mix';
  readonly bars: readonly Bar[];
  readonly period: string;
  readonly previousPeriod: string | null;
}

export type Chart = LineChart | MixChart;

/** How a number is written. */
export type WriteNumber = (value: number, decimals: number) => string;

/** What is drawn in a picture, and how high it is. */
export interface Drawing {
  readonly marks: Markup;
  readonly height: number;
}
