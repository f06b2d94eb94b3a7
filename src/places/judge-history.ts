import { codesInYear, type Place } from '../model/data/place.ts';
import type { PlaceFinding } from '../model/data/place-witness.ts';
import type { CodeChange, KlassWitness } from './klass-witness.ts';
import { type Era, type HistorySplit, walkBack } from './walk-back.ts';
import { codeLine, inYears } from './write-line.ts';

/**
 * Holds the settings' history of a place against the changes that Klass has, from today back to a split or to the first
 * year asked.
 */
export function judgeHistory(place: Place, witness: KlassWitness): readonly PlaceFinding[] {
  const { eras, split } = walkBack(place.code, witness);
  const names = namesOf(witness.changes);
  const lacking = eras.flatMap((era) =>
    era.codes.flatMap((code) => judgeLacking(place, era, code, { name: names.get(code), firstYear: witness.fromYear })),
  );
  // Nothing is expected of the years before a split.
  const expected = (year: number) => eras.find(({ fromYear }) => fromYear <= year)?.codes;
  const strange = [...new Set(place.codes.map(({ code }) => code))].flatMap((code) => {
    const years = yearsOf(place, code, witness).filter((year) => expected(year)?.includes(code) === false);
    return years.length === 0 ? [] : [strangeCode(place, code, years, names.get(code))];
  });
  return [...lacking, ...strange, ...(split === null ? [] : judgeSplit(place, split, witness))];
}

function judgeLacking(
  place: Place,
  era: Era,
  code: string,
  { name, firstYear }: { readonly name: string | undefined; readonly firstYear: number },
): readonly PlaceFinding[] {
  const years = range(era.fromYear, era.toYear).filter((year) => !codesInYear(place, year).includes(code));
  if (years.length === 0) return [];
  const shown = name === undefined ? code : `${code} ${name}`;
  const sentence =
    era.codes.length === 1
      ? `${shown} was ${place.name} ${inYears(years)}, says Klass, and the settings do not have it for those years.`
      : `${shown} was part of what is ${place.name} today ${inYears(years)}, says Klass, and the settings lack it: sums of its codes are of a smaller area.`;
  const from = years[0] ?? firstYear;
  // What was before the first year asked about is not known.
  const limits = { fromYear: from > firstYear ? from : null, toYear: years.at(-1) ?? null };
  const about = { kind: 'history-lacks', code, name: name ?? null, isPart: era.codes.length > 1, years } as const;
  return [{ place: place.code, code, sentence, about, write: [codeLine(code, limits, name)], weight: 'wrong' }];
}

function strangeCode(place: Place, code: string, years: readonly number[], name: string | undefined): PlaceFinding {
  const whose = name === undefined ? 'no code that Klass has a change of' : `«${name}»`;
  const sentence = `${code} is ${whose}, and the settings have it for ${place.name} ${inYears(years)}, when Klass does not have it there.`;
  const about = { kind: 'history-strange', code, name: name ?? null, years } as const;
  return { place: place.code, code, sentence, about, write: [], weight: 'wrong' };
}

function judgeSplit(
  place: Place,
  { code, year, heirs }: HistorySplit,
  { fromYear }: KlassWitness,
): readonly PlaceFinding[] {
  const years = range(fromYear, year - 1).filter((one) => codesInYear(place, one).includes(code));
  if (years.length === 0) return [];
  const sentence = `${code} was divided into ${heirs.join(' and ')} in ${year}, says Klass: take it out of the settings for ${place.name} ${inYears(years)}, when it held more than the place of today.`;
  const about = { kind: 'history-divided', code, among: heirs, year, years } as const;
  return [{ place: place.code, code, sentence, about, write: [], weight: 'wrong' }];
}

function yearsOf(place: Place, code: string, { fromYear, date }: KlassWitness): readonly number[] {
  return range(fromYear, Number(date.slice(0, 4))).filter((year) => codesInYear(place, year).includes(code));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function namesOf(changes: readonly CodeChange[]): ReadonlyMap<string, string> {
  const rows = changes.flatMap(({ oldCode, oldName, newCode, newName }) => [
    [newCode, newName] as const,
    [oldCode, oldName] as const,
  ]);
  return new Map(rows.flatMap(([code, name]) => (code === null || name === null ? [] : [[code, name] as const])));
}
