import type { RegionLayout } from '../model/data/dataset.ts';
import type { CodeValidity, Geography, Place } from '../model/data/place.ts';
import type { CodeListValue, DoubtfulCode, PlaceFinding, RegionWitness } from '../model/data/place-witness.ts';
import { isInForce, readLabel, type RegionLabel } from './read-label.ts';

/** What is to be judged: the regions of one dataset, as the settings and the source have them. */
export interface PlaceQuestion extends RegionWitness {
  readonly geography: Geography;
  readonly regions: RegionLayout;
  /** Codes of the region dimension, prefix included. */
  readonly codes: readonly string[];
  /** Of the periods of the dataset. */
  readonly years: readonly number[];
  /** Today's codes of places that were to be asked for and that the table does not offer; none when left out. */
  readonly lacking?: readonly string[];
}

export interface PlaceJudgement {
  readonly doubts: readonly DoubtfulCode[];
  readonly findings: readonly PlaceFinding[];
}

export const NO_DOUBT: PlaceJudgement = { doubts: [], findings: [] };

/** The labels of a question, taken apart, by code. */
export type Labels = ReadonlyMap<string, RegionLabel>;

/** One place with all that is known of it. */
export interface PlaceCase {
  readonly question: PlaceQuestion;
  readonly place: Place;
  readonly labels: Labels;
  /** The value of the code list that sums to this place; `null` without one, or when it sums codes of another level. */
  readonly group: CodeListValue | null;
}

/** Every label that says more than the code itself. */
export function readLabels({ labels }: Pick<PlaceQuestion, 'labels'>): Labels {
  const labelled = Object.entries(labels).filter(([code, text]) => text.trim() !== '' && text !== code);
  return new Map(labelled.map(([code, text]) => [code, readLabel(code, text)]));
}

/** The years of the question in which the settings have the code for the place. */
export function yearsOf(
  { years }: Pick<PlaceQuestion, 'years'>,
  { fromYear, toYear }: CodeValidity,
): readonly number[] {
  return years.filter((year) => (fromYear ?? -Infinity) <= year && year <= (toYear ?? Infinity));
}

/** Codes, as long as another, that bear one of the names in any of the years, each with its label. */
export function codesNamed(
  labels: Labels,
  names: readonly string[],
  years: readonly number[],
  { length }: string,
): readonly (readonly [code: string, label: RegionLabel])[] {
  return [...labels]
    .filter(([code]) => code.length === length && /^\d+$/.test(code))
    .filter(([, label]) => label.names.some((name) => names.includes(name)))
    .filter(([, label]) => years.some((year) => isInForce(label, year)));
}
