import type { UnsettledCategory } from '../data/category.ts';
import type { ObsStatus } from '../data/cube.ts';
import type { CorrectionReference, PublicationReference } from '../data/dataset.ts';
import type { Bounds, Figure, MissingReason } from '../data/figure.ts';
import type { IndicatorInput } from './indicator.ts';

/** What a region, or a single place, that is compared with has in a period. */
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

/** What may be said of a figure besides its number; in the order in which it is said. */
export const FIGURE_MARKS = ['provisional', 'corrected', 'revised'] as const;
/** Provisional or estimated by the source, corrected by the municipality, or revised by the source. */
export type FigureMark = (typeof FIGURE_MARKS)[number];

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
  /** Of the own figures of the period; left out when there are none. */
  readonly marks?: readonly FigureMark[];
  /** Answers behind the index of a survey; left out where they are not known. */
  readonly respondents?: number;
  /** Categories that wait for a decision, of the period or the one a step before it; left out when there are none. */
  readonly unsettled?: readonly UnsettledCategory[];
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
  readonly peerGroup: {
    readonly id: string;
    readonly title: string;
    readonly titleNn?: string;
    readonly titleEn?: string;
    readonly confirmed: boolean;
  } | null;
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
