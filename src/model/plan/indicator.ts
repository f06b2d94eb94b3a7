import type { LeftOut } from '../data/category.ts';
import type { Language } from '../language.ts';
import type { Rule } from './rule.ts';
import { findText, type FoundText, pickTexts, type Worded } from './worded.ts';

/** Every measure there is, as settings and stored rules write it. */
export const MEASURES = ['level', 'growth', 'gap', 'diversity', 'ratio'] as const;

/** `level`: the figure itself. `growth`: per cent since the previous period. `gap`: own less the mean of the peers.
 * `diversity`: Gini-Simpson index over one dimension. `ratio`: one figure over another of the same place and period. */
export type Measure = (typeof MEASURES)[number];

/** How far apart two periods stand that the rule compares: a number of calendar steps, or the table's own previous. */
export type Step =
  | { readonly unit: 'year' | 'half-year' | 'quarter' | 'month' | 'week'; readonly count: number }
  | { readonly unit: 'previous-period' };

/** Categories of one dimension: exactly these, or all but these. */
export type TermSelection = readonly string[] | { readonly not: readonly string[] };

/** A group of series; dimensions with one category need no entry. */
export type SeriesTerm = Readonly<Record<string, TermSelection>>;

/** What the figures of a ratio are divided by. */
export interface Denominator {
  readonly dataset: string;
  /** Series of every term are summed. */
  readonly terms: readonly SeriesTerm[];
  /** What the quotient is multiplied by: 1, 100 for per cent, 1000 for per thousand. */
  readonly times: number;
}

/** What an input asks of the table that its dataset went over to, which is kept by other dimensions. */
export type AfterSwitch = Pick<IndicatorInput, 'terms' | 'leftOut' | 'over' | 'whole'>;

/**
 * One source of figures for an indicator. The first input whose dataset has a figure for the own place is used. In the
 * municipality's words may stand `unitInWords`, the unit as it is said of a figure that stands alone («prosent med høyere
 * utdanning»), and `meaning`, where what the number is differs from one input to another.
 */
export interface IndicatorInput extends Worded<'unit' | 'unitInWords' | 'meaning'> {
  readonly dataset: string;
  /** Series of every term are summed. */
  readonly terms: readonly SeriesTerm[];
  /**
   * Dimension → categories that are left out by decision, or all but those that are counted. A category that is neither
   * counted nor left out waits for a decision; a dimension without an entry is not asked about.
   */
  readonly leftOut?: Readonly<Record<string, LeftOut>>;
  /** Only for `diversity`: the dimension whose categories are the groups. */
  readonly over?: string;
  /** Only for `diversity`: the total of the groups, and the group of what has no industry, from which bounds are found. */
  readonly whole?: { readonly total: string; readonly unspecified?: string };
  /** Only for `diversity`: a dataset with the same groups, for periods in which withheld ones leave the status open. */
  readonly secondTable?: string;
  /**
   * In place of what is written above, for the periods of a table with other dimensions that the dataset went over to. Each
   * period is read by the words that fit its table.
   */
  readonly afterSwitch?: AfterSwitch;
  /** Only for `ratio`. */
  readonly per?: Denominator;
  /** True when the figures stand in for something that is not measured, whatever their coverage. */
  readonly proxy: boolean;
  /** Unit shown to staff, in bokmål and English. */
  readonly unit: string;
  readonly unitEn: string;
  /** Decimals shown to staff. */
  readonly decimals: number;
}

/**
 * One indicator of the plan, as the settings describe it. In the municipality's words may stand `meaning`, what the number
 * is; `shortTitle`, the title where there is little room; and `notMeasured`, what the ambition covers but no figure does.
 */
export interface IndicatorDefinition extends Worded<'title' | 'shortTitle' | 'meaning' | 'notMeasured'> {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly titleEn: string;
  readonly goal: string;
  readonly subgoal: string;
  /** The adopted wording, shown unchanged. */
  readonly ambition: string;
  readonly measurement: string;
  readonly inputs: readonly IndicatorInput[];
  readonly measure: Measure;
  readonly step: Step;
  readonly rule: Rule;
  /** Id of a peer group; present when the measure or rule compares. */
  readonly peers?: string;
  /** How many peers must have figures; all of them when left out. */
  readonly requiredPeers?: number;
  readonly references: readonly string[];
}

/**
 * What the number of an indicator is, in words: those of the input of a dataset where it has its own, else the indicator's.
 * Without a dataset (nothing is measured yet) the first input is spoken of. `null` where the settings do not say.
 */
export function meaningOf(
  definition: IndicatorDefinition,
  dataset: string | null,
  language: Language,
): FoundText | null {
  const input = definition.inputs.find((one) => one.dataset === dataset) ?? definition.inputs[0];
  const own = input === undefined ? null : findText(input, 'meaning', language);
  return own ?? findText(definition, 'meaning', language);
}

/** The datasets an indicator may take its figures from, each once. */
export function usedDatasets({ inputs }: Pick<IndicatorDefinition, 'inputs'>): readonly string[] {
  const used = inputs.flatMap(({ dataset, secondTable = dataset, per }) => [
    dataset,
    secondTable,
    ...(per === undefined ? [] : [per.dataset]),
  ]);
  return [...new Set(used)];
}

/** How many of the peers at hand must have figures: those asked for, all of them when left out, never none. */
export function requiredPeerCount(definition: IndicatorDefinition, peersAtHand: number): number {
  return Math.max(1, Math.min(definition.requiredPeers ?? peersAtHand, peersAtHand));
}

/** The input as it asks the table that its dataset went over to; `null` where it does not say. */
export function askedAfterSwitch({ afterSwitch, ...input }: IndicatorInput): IndicatorInput | null {
  if (afterSwitch === undefined) return null;
  const { dataset, secondTable, per, proxy, unit, unitEn, decimals } = input;
  const same = { dataset, proxy, unit, unitEn, decimals };
  return {
    ...pickTexts(input, ['unit', 'unitInWords', 'meaning']),
    ...same,
    ...(secondTable === undefined ? {} : { secondTable }),
    ...(per === undefined ? {} : { per }),
    ...afterSwitch,
  };
}
