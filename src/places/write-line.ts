import { YEARS_IN_LABEL } from '../model/data/label-years.ts';
import type { RegionLabel } from './read-label.ts';

/**
 * How the codes of a place are corrected, as a sentence that lines to be written may follow: the program knows most
 * places by itself, and then there is no entry yet to change.
 */
export function placeRemedy(write: readonly string[]): string {
  const how = '`naeringspuls config places` prints the entry in force: put it in regions.yaml and correct it there';
  return write.length === 0 ? `${how}.` : `${how}, with:`;
}

/** A line of a place's `codes` in regions.yaml, with the years the source gives, and the name where it is another. */
export function codeLine(code: string, years: Pick<RegionLabel, 'fromYear' | 'toYear'>, comment?: string): string {
  const { fromYear, toYear } = years;
  const parts = [
    `code: '${code}'`,
    ...(fromYear === null ? [] : [`from: ${fromYear}`]),
    ...(toYear === null ? [] : [`to: ${toYear}`]),
  ];
  return `- { ${parts.join(', ')} }${comment === undefined ? '' : ` # ${comment}`}`;
}

/** Years as a reader says them: `in 2021`, `in 2020-2023`, `in 2018-2019 and 2024`. */
export function inYears(years: readonly number[]): string {
  const spans: [first: number, last: number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const newest = spans.at(-1);
    if (newest !== undefined && newest[1] === year - 1) newest[1] = year;
    else spans.push([year, year]);
  }
  const texts = spans.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
  return `in ${texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`}`;
}

/** The name in a label, without years. */
export function shownName({ text }: Pick<RegionLabel, 'text'>): string {
  return text.replace(YEARS_IN_LABEL, '').trim();
}
