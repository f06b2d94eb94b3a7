import type { CodeValidity } from '../model/data/place.ts';
import { codesInYear } from '../model/data/place.ts';
import { compareNames } from './compare-names.ts';
import { codesNamed, type PlaceJudgement, NO_DOUBT, type PlaceCase } from './place-question.ts';
import { namesIn, type RegionLabel } from './read-label.ts';
import { codeLine, inYears } from './write-line.ts';

/** A code as it stands in the dataset and in the settings, with the years in which it is read as the place. */
export interface NamedCode {
  readonly code: string;
  readonly entry: CodeValidity | null;
  readonly label: RegionLabel;
  readonly years: readonly number[];
}

/**
 * Does the label name the place? Another known place's name is a contradiction in every year. A name without likeness
 * is one in years in which the code stands alone for the place; where several do, they were merged later and had names
 * of their own. A likeness is reported and changes nothing. Namesakes cannot be distinguished here.
 */
export function judgeName(one: PlaceCase, { code, entry, label, years }: NamedCode): PlaceJudgement {
  const { place } = one;
  const wanted = [place.name, ...(entry?.name === undefined ? [] : [entry.name])];
  const likeness = wanted.map((name) => compareNames(name, label.text));
  if (years.length === 0 || label.names.length === 0 || likeness.includes('same')) return NO_DOUBT;
  const { isKnown, isAnother } = otherPlace(one, code, label, years);
  const isSpelling = likeness.includes('alike') || (likeness.includes('near') && !isKnown);
  if (!isAnother && isSpelling) return { doubts: [], findings: [misspelt(one, code, label)] };
  const wrong = isAnother || entry === null ? years : years.filter((year) => codesInYear(place, year).length === 1);
  if (wrong.length === 0) return NO_DOUBT;
  const right = codesNamed(one.labels, namesIn(place.name), wrong, place.code);
  const write = right
    .filter(([other]) => !place.codes.some((known) => known.code === other))
    .map(([other, found]) => codeLine(other, found));
  const sentence =
    `${code} is «${label.text}», says the source, and the settings take it for ${place.name} ${inYears(wrong)}: ` +
    'figures under it are another place’s and are missing.';
  return {
    doubts: [{ code, years: wrong, reason: 'other-place' }],
    findings: [
      {
        ...{ place: place.code, code, sentence, write, weight: 'missing' },
        about: { kind: 'other-name', code, label: label.text, years: wrong },
      },
    ],
  };
}

/**
 * Among the codes of a place that was merged, the one with its name must be where the source has one: without it the
 * others are not the place either.
 */
export function judgeNamesake(one: PlaceCase): PlaceJudgement {
  const { place, question, labels } = one;
  const names = namesIn(place.name);
  const years = question.years.filter((year) => {
    const codes = codesInYear(place, year);
    const isNamed = (code: string) => labels.get(code)?.names.some((name) => names.includes(name)) ?? true;
    return codes.length > 1 && !codes.some(isNamed) && codesNamed(labels, names, [year], place.code).length === 1;
  });
  const [bearer] = codesNamed(labels, names, years, place.code);
  if (bearer === undefined) return NO_DOUBT;
  const [lacking, label] = bearer;
  const codes = [...new Set(years.flatMap((year) => codesInYear(place, year)))];
  const sentence =
    `${lacking} is «${label.text}», says the source, and the settings have ${codes.join(', ')} for ${place.name} ` +
    `${inYears(years)}, none of that name: the figures are of another area and are missing.`;
  return {
    doubts: codes.map((code) => ({ code, years, reason: 'other-place' })),
    findings: [
      {
        ...{ place: place.code, code: lacking, sentence, write: [codeLine(lacking, label)], weight: 'missing' },
        about: { kind: 'namesake', code: lacking, label: label.text, codes, years },
      },
    ],
  };
}

/**
 * Is the name that of another place of today, and is the code that place? A code in force today is a place of its own,
 * whatever it was before. Else a name that another code bears in the same years may be that other code's.
 */
function otherPlace(
  { place, question, labels }: PlaceCase,
  code: string,
  label: RegionLabel,
  years: readonly number[],
): { readonly isKnown: boolean; readonly isAnother: boolean } {
  if (label.toYear === null && isBare(code) && code !== place.code) return { isKnown: true, isAnother: true };
  const { municipalities, counties } = question.geography;
  const level = place.level === 'municipality' ? municipalities : counties;
  const own = new Set([place.code, code, ...place.codes.map((entry) => entry.code)]);
  const isKnown =
    level.some(({ name }) => compareNames(name, label.text) === 'same') ||
    [...labels].some(
      ([today, { names, toYear }]) =>
        toYear === null && !own.has(today) && today.length === place.code.length && shareName(names, label.names),
    );
  const bearers = codesNamed(labels, label.names, years, place.code).filter(([bearer]) => !own.has(bearer));
  return { isKnown, isAnother: isKnown && bearers.length === 0 };
}

/** A code itself, and no sum of codes. */
function isBare(code: string): boolean {
  return /^\d+$/.test(code);
}

function shareName(a: readonly string[], b: readonly string[]): boolean {
  return a.some((name) => b.includes(name));
}

function misspelt({ place }: PlaceCase, code: string, label: RegionLabel): PlaceJudgement['findings'][number] {
  const sentence = `${code} is «${label.text}» at the source, and ${place.name} in the settings: the figures stand, since the names are alike.`;
  return { place: place.code, code, sentence, write: [], weight: 'note' };
}
