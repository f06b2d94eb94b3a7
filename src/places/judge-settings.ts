import { codesInYear, findPlace, type Geography, ownAndPeerCodes, type Place } from '../model/data/place.ts';
import type { PlaceFinding } from '../model/data/place-witness.ts';
import { compareNames } from './compare-names.ts';
import { firstYearOf } from './first-years.ts';
import { leftOutBecause } from './left-out-years.ts';
import { codeLine, inYears } from './write-line.ts';

/** First year of the code histories that settings hold. */
const FIRST_YEAR = 2002;

/**
 * What settings of places say against themselves and against what is known without asking: a code older than it can be,
 * years of a municipality that has been divided since, years without a code between others, two places of one name.
 */
export function judgeSettings(geography: Geography, thisYear: number): readonly PlaceFinding[] {
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  return ownAndPeerCodes(geography).flatMap((code) => {
    const place = findPlace(geography, 'municipality', code);
    if (place === undefined) return [];
    return [
      ...tooOld(place),
      ...divided(place, years),
      ...gaps(place, years),
      ...namesakes(place, geography.municipalities),
    ];
  });
}

function tooOld(place: Place): readonly PlaceFinding[] {
  return place.codes.flatMap(({ code, fromYear, toYear }) => {
    const first = firstYearOf(code);
    if (first === null || (fromYear ?? -Infinity) >= first) return [];
    const sentence = `${code} (${place.name}) did not exist before ${first}, and the settings have it from ${fromYear ?? 'the beginning'}.`;
    const isNever = (toYear ?? Infinity) < first;
    const write = isNever ? [] : [codeLine(code, { fromYear: first, toYear: toYear ?? null })];
    return [{ place: place.code, code, sentence, write, weight: 'wrong' as const }];
  });
}

function divided(place: Place, years: readonly number[]): readonly PlaceFinding[] {
  const wrong = years.filter((year) => codesInYear(place, year).length > 0 && leftOutBecause(place, year) !== null);
  if (wrong.length === 0) return [];
  const codes = [...new Set(wrong.flatMap((year) => codesInYear(place, year)))].join(', ');
  const sentence = `${place.name} has no figures of its own ${inYears(wrong)}: ${leftOutBecause(place, wrong[0] ?? 0) ?? ''}. Take ${codes} out of those years.`;
  return [{ place: place.code, code: codes, sentence, write: [], weight: 'wrong' }];
}

function gaps(place: Place, years: readonly number[]): readonly PlaceFinding[] {
  const first = years.find((year) => codesInYear(place, year).length > 0) ?? Infinity;
  const empty = years.filter(
    (year) => year > first && codesInYear(place, year).length === 0 && leftOutBecause(place, year) === null,
  );
  if (empty.length === 0) return [];
  const sentence = `${place.name} has no code ${inYears(empty)}: it has no figures then.`;
  return [{ place: place.code, code: 'gap', sentence, write: [], weight: 'note' }];
}

function namesakes(place: Place, all: readonly Place[]): readonly PlaceFinding[] {
  return all
    .filter((other) => other.code > place.code && compareNames(other.name, place.name) === 'same')
    .map((other) => ({
      place: place.code,
      code: other.code,
      write: [],
      weight: 'note' as const,
      sentence: `${place.code} and ${other.code} have one name, ${place.name}: only their codes tell them apart.`,
    }));
}
