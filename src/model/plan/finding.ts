import type { UnsettledCategory } from '../data/category.ts';
import type { ZerosOfPlace } from './acceptance.ts';
import type { Measure } from './indicator.ts';

/** What the settings call something, in the forms they are written in. */
export interface Names {
  readonly norwegian: string;
  /** Only where a plan in bokmål has it in nynorsk too. */
  readonly nynorsk?: string;
  readonly english: string;
}

/** Something that must be said beside a verdict without changing it. Periods are codes, numbers whole. */
export type Remark =
  | {
      readonly kind: 'correction';
      readonly period: string;
      readonly published: number;
      readonly corrected: number;
      readonly reason: string;
      readonly reference: string;
    }
  /** Parts of which the source has no row, and which are 0 therefore. */
  | { readonly kind: 'left-out'; readonly period: string; readonly parts: readonly string[] }
  | {
      readonly kind: 'accepted';
      /** `null` for a whole publication. */
      readonly zeros: ZerosOfPlace | null;
      /** `null` where the settings know no such place. */
      readonly placeName: string | null;
      /** ISO 8601. */
      readonly acceptedAt: string;
    }
  /** The base of the settings lies before a break, and this period stands in for it. */
  | { readonly kind: 'base-replaced'; readonly period: string }
  | {
      readonly kind: 'within-uncertainty';
      /** The earlier first. */
      readonly periods: readonly [string, string];
      /** Two standard errors of the change. */
      readonly width: number;
      readonly respondents: readonly [number, number];
    }
  | { readonly kind: 'provisional-limits' };

/** A place without a figure in a period that the rule reads. */
export interface PlaceWithoutFigure {
  readonly id: string;
  readonly name: string;
}

/**
 * What sentences about a verdict need beside the evidence: names in every language, units, and remarks. Stored with it,
 * so that words can be made of it later, in another language too. Nothing is rounded, and nothing is a sentence.
 */
export interface FindingFacts {
  /** Name of the own municipality. */
  readonly municipality: string;
  readonly measure: Measure;
  /** Unit of the value; `null` when there is no source. */
  readonly unit: Names | null;
  /** The unit as it is said of a figure that stands alone, by language; left out where the settings do not say. */
  readonly unitInWords?: Readonly<Record<string, string>>;
  /** Decimals shown to staff. */
  readonly decimals: number;
  /** The latest value there is, also before the period looked at; `null` for none. */
  readonly known: { readonly period: string; readonly value: number } | null;
  /** Who is compared with; `regions` by name, as they are in the latest period. */
  readonly group: {
    readonly title: Names;
    readonly confirmed: boolean;
    readonly regions: readonly string[];
  } | null;
  /** What a ratio is divided by; `null` for any other measure. */
  readonly dividedBy: { readonly source: string; readonly table: string | null } | null;
  readonly withoutFigure: readonly PlaceWithoutFigure[];
  /** Categories of the latest period that wait for a decision. */
  readonly unsettled: readonly UnsettledCategory[];
  readonly remarks: readonly Remark[];
}
