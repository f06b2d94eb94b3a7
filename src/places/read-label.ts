import { YEARS_IN_LABEL } from '../model/data/label-years.ts';
import { firstYearOf } from './first-years.ts';

/** A region's label, taken apart. */
export interface RegionLabel {
  readonly text: string;
  /** Each of the names of a double name, folded; none for a label without letters. */
  readonly names: readonly string[];
  /** Years the label says, or its code implies; both inclusive, `null` where nothing is known. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

/** Whatever else stands in brackets: the county that distinguishes namesakes. */
const QUALIFIER = /\([^)]*\)/gu;
/** Between the names of a double name; a hyphen within a name has no spaces. */
const BETWEEN_NAMES = /\s[-‐‑–—/]\s/u;

/**
 * Names and years of a region from its label, such as `Våler (Viken) (2020-2023)` or `Trondheim - Tråante`. A label
 * without years is a code in force, whose first year follows from its number where that is known.
 */
export function readLabel(code: string, text: string): RegionLabel {
  const years = YEARS_IN_LABEL.exec(text);
  const stated = { from: years?.[1], to: years?.[2] };
  return {
    text,
    names: namesIn(text),
    fromYear: stated.from === undefined ? firstYearOf(code) : Number(stated.from),
    toYear: stated.to === undefined ? null : Number(stated.to),
  };
}

/**
 * The names in a text, folded so that only spelling distinguishes them: composed, in small letters, without brackets.
 */
export function namesIn(text: string): readonly string[] {
  const bare = text.normalize('NFC').replace(YEARS_IN_LABEL, '').replace(QUALIFIER, ' ');
  return bare
    .split(BETWEEN_NAMES)
    .map((name) => name.trim().replace(/\s+/gu, ' ').toLowerCase())
    .filter((name) => /\p{L}/u.test(name));
}

/** Is the code in use in that year, according to its label? */
export function isInForce({ fromYear, toYear }: RegionLabel, year: number): boolean {
  return (fromYear ?? -Infinity) <= year && year <= (toYear ?? Infinity);
}
