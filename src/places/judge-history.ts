import { codesInYear, type Place } from '../model/data/place.ts';
import type { PlaceFinding } from '../model/data/place-witness.ts';
import type { CodeChange, KlassWitness } from './klass-witness.ts';
import { codeLine, inYears } from './write-line.ts';

/** The codes that were the place from one change to the next, both years inclusive. */
interface Era {
  readonly codes: readonly string[];
  readonly fromYear: number;
  readonly toYear: number;
}

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

interface HistorySplit {
  readonly code: string;
  readonly year: number;
  readonly heirs: readonly string[];
}

function walkBack(
  today: string,
  { changes, date, fromYear }: KlassWitness,
): { eras: readonly Era[]; split: HistorySplit | null } {
  const eras: Era[] = [];
  let codes: readonly string[] = [today];
  let toYear = Number(date.slice(0, 4));
  const days = [...new Set(changes.map(({ changeOccurred }) => changeOccurred))].sort().reverse();
  for (const day of days) {
    const rows = changes.filter(({ changeOccurred }) => changeOccurred === day);
    const before = [...new Set(codes.flatMap((code) => predecessors(code, rows)))];
    if (sameCodes(before, codes) && !rows.some((row) => leaves(row, codes))) continue;
    const year = Number(day.slice(0, 4));
    eras.push({ codes, fromYear: year, toYear });
    const leaving = rows.find(
      (row) => before.includes(row.oldCode ?? '') && !codes.includes(row.newCode ?? '') && row.newCode !== null,
    );
    if (leaving !== undefined) {
      const heirs = rows.filter((row) => row.oldCode === leaving.oldCode).flatMap(({ newCode }) => newCode ?? []);
      return { eras, split: { code: leaving.oldCode ?? '', year, heirs } };
    }
    codes = before;
    toYear = year - 1;
  }
  return { eras: [...eras, { codes, fromYear: Math.min(fromYear, toYear), toYear }], split: null };
}

/** The codes a code came from on a day; itself when nothing is said of it, none when it was born then. */
function predecessors(code: string, rows: readonly CodeChange[]): readonly string[] {
  const into = rows.filter(({ newCode }) => newCode === code);
  return into.length === 0 ? [code] : into.flatMap(({ oldCode }) => oldCode ?? []);
}

/** Part of a code's area moved elsewhere while the code itself stayed in use. */
function leaves({ oldCode, newCode }: CodeChange, codes: readonly string[]): boolean {
  return oldCode !== null && newCode !== null && codes.includes(oldCode) && !codes.includes(newCode);
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
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
