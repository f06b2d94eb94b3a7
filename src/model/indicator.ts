import type { Bounds, Figure, MissingReason } from './figure.ts';
import type { ObsStatus } from './cube.ts';
import type { CorrectionReference, PublicationReference } from './dataset.ts';
import type { Rule } from './rule.ts';

export type { Against, Direction, Rule, RuleId, Tolerance } from './rule.ts';

/** `level`: the figure itself. `growth`: per cent since the previous period. `gap`: own less the mean of the peers.
 * `diversity`: Gini-Simpson index over one dimension. `ratio`: one figure over another of the same place and period. */
export type Measure = 'level' | 'growth' | 'gap' | 'diversity' | 'ratio';

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

/** One source of figures for an indicator. The first input whose dataset has a figure for the own place is used. */
export interface IndicatorInput {
  readonly dataset: string;
  /** Series of every term are summed. */
  readonly terms: readonly SeriesTerm[];
  /** Only for `diversity`: the dimension whose categories are the groups. */
  readonly over?: string;
  /** Only for `diversity`: the total of the groups, and the group of what has no industry, from which bounds are found. */
  readonly whole?: { readonly total: string; readonly unspecified?: string };
  /** Only for `diversity`: a dataset with the same groups, for periods in which withheld ones leave the status open. */
  readonly secondTable?: string;
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

/** One indicator of the plan, as the settings describe it. */
export interface IndicatorDefinition {
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
  /** What the ambition covers but no figure does, in bokmål; shown to staff. */
  readonly notMeasured?: string;
  readonly references: readonly string[];
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

export interface PeerFigure {
  readonly id: string;
  readonly name: string;
  readonly level: Figure;
  /** Per cent since the previous period; only where growth is compared. */
  readonly growth?: Figure;
}

export interface GrowthComparison {
  readonly own: Figure;
  readonly pooled: Figure;
  readonly mean: Figure;
  readonly median: Figure;
  /** Growth of the region that grew most; that grew least, where less is better. */
  readonly each: Figure;
  /** Regions that are beaten by more than the margin, of those with a figure. */
  readonly beaten: number;
  readonly compared: number;
}

/** What compute knows of one period. */
export interface IndicatorPoint {
  /** `periodKey`. */
  readonly period: number;
  /** The measure of the definition. */
  readonly value: Figure;
  /** Of an index where groups are withheld under a published total; `value` is missing then. */
  readonly bounds?: Bounds;
  /** Categories that a sum over all there are was made of; only where the settings do not list them. */
  readonly parts?: readonly string[];
  /** The own level that the measure rests on; equals `value` for `level`, missing for `diversity`. */
  readonly own: Figure;
  /** `periodKey` of the period one step before, when the own series has it. */
  readonly previousPeriod: number | null;
  readonly peers: readonly PeerFigure[];
  readonly growth?: GrowthComparison;
  /** Unweighted mean of the peers' levels; own less that mean stands in `value` when the measure is `gap`. */
  readonly peerMean?: Figure;
  readonly gap?: Figure;
  /** The places that a rule `against` names, by code; `0` is the country. */
  readonly places?: readonly PeerFigure[];
}

/** An observation used as evidence. */
export interface UsedObservation {
  readonly table: string | null;
  readonly series: string;
  /** Period code, e.g. `2024K1`. */
  readonly period: string;
  readonly value: number | null;
  readonly symbol: string | null;
  readonly publication: number;
  readonly role: 'own' | 'peer';
  readonly obsStatus: ObsStatus;
  readonly revised: boolean;
  readonly provisional: boolean;
  /** The municipality's own correction; `null` for a figure as published. */
  readonly correction: CorrectionReference | null;
}

/** A period from which on the source itself says that figures are not comparable with earlier ones. */
export interface MarkedBreak {
  /** `periodKey`. */
  readonly period: number;
  /** Name of the place whose figure is marked; empty for a dataset without places. */
  readonly place: string;
  /** `null` for the own place, else the id of the peer. */
  readonly peer: string | null;
}

/** What compute hands to status: the chosen source and every period it has up to its latest, ascending. */
export interface IndicatorSeries {
  readonly input: IndicatorInput | null;
  readonly publication: PublicationReference | null;
  /** Of what a ratio is divided by; only for `ratio`. */
  readonly perPublication?: PublicationReference;
  /** Name and adoption of the peer group used, if any. */
  readonly peerGroup: Readonly<{ id: string; title: string; titleEn?: string; confirmed: boolean }> | null;
  readonly points: readonly IndicatorPoint[];
  /** Behind the latest point, the one a step before it, and every one since the base, which a break may move. */
  readonly observations: readonly UsedObservation[];
  /** What is missing from the same periods. */
  readonly missing: readonly MissingPart[];
  readonly markedBreaks: readonly MarkedBreak[];
  /** When the latest period was first published, UTC ISO 8601; `null` when nothing has been. */
  readonly latestPeriodSince: string | null;
  /** The same question put to the second table of a diversity index; `null` where there is none. */
  readonly second: IndicatorSeries | null;
}

/** A figure, or a part of one, that is missing from a period the rule needs. */
export interface MissingPart {
  readonly role: 'own' | 'peer';
  readonly place: { readonly code: string; readonly name: string } | null;
  /** Key of the series; `null` where the source has no row. */
  readonly series: string | null;
  /** What the figure counts, in the source's words; empty where that is the place alone. */
  readonly label: string;
  /** Period code. */
  readonly period: string;
  readonly reason: MissingReason;
  readonly symbol: string | null;
  /** True when a number stood there before. */
  readonly taken: boolean;
}
