import { type CodeValidity, codesInYear, type KnownPlace } from '../model/data/place.ts';
import { compareNames } from './compare-names.ts';
import type { CodeChange, KlassWitness } from './klass-witness.ts';
import { type Era, type HistorySplit, walkBack } from './walk-back.ts';

/** A municipality of today, with what is in force of it where two sources are heard. */
export interface WeighedPlace {
  /** As Klass has it where Klass knows it, else as the program does by itself. */
  readonly place: KnownPlace;
  /** What the program knows by itself; `null` of a municipality that is newer. */
  readonly bundled: KnownPlace | null;
  readonly isInKlass: boolean;
  /** Is it another name, or are there other codes in some year, than the program has? False of a newer one. */
  readonly isOtherwise: boolean;
  /** Where Klass's history of it ends: before this year its area was part of one that was divided. */
  readonly split: (HistorySplit & { readonly name: string }) | null;
}

/**
 * Every municipality on Klass's day: each that Klass has, with its codes by Klass's changes since `fromYear` and with the
 * name that the program has unless Klass has another; and each that the program has, Klass does not, and no change has
 * ended. Without Klass as the program has them. A divided municipality's years are left out, and from before it only the
 * parts that the program names are taken: no change says whose they were. Changes still to come are left aside.
 */
export function weighPlaces(
  bundled: readonly KnownPlace[],
  witness: KlassWitness | null,
): ReadonlyMap<string, WeighedPlace> {
  const own = bundled.filter(({ level }) => level === 'municipality');
  if (witness === null) return byCode(own.map((place) => unheard(place)));
  const past = { ...witness, changes: witness.changes.filter((row) => row.changeOccurred <= witness.date) };
  const today = past.today.filter(({ code }) => code !== NO_MUNICIPALITY);
  const inKlass = new Set(today.map(({ code }) => code));
  const ended = new Set(past.changes.flatMap(({ oldCode, newCode }) => (oldCode === newCode ? [] : (oldCode ?? []))));
  const known = new Map(own.map((place) => [place.code, place]));
  return byCode([
    ...today.map((one) => weigh(one, known.get(one.code) ?? null, past)),
    ...own.filter(({ code }) => !inKlass.has(code) && !ended.has(code)).map((place) => unheard(place)),
  ]);
}

/** What Klass has beside municipalities: not stated. */
export const NO_MUNICIPALITY = '9999';

type Named = KlassWitness['today'][number];

function unheard(place: KnownPlace): WeighedPlace {
  return { place, bundled: place, isInKlass: false, isOtherwise: false, split: null };
}

function weigh({ code, name }: Named, bundled: KnownPlace | null, witness: KlassWitness): WeighedPlace {
  const { eras, split } = walkBack(code, witness);
  const names = formerNames(witness.changes);
  const isRenamed = bundled === null || compareNames(bundled.officialName, name) === 'different';
  const named = isRenamed ? { name, officialName: name } : { name: bundled.name, officialName: bundled.officialName };
  const years = { from: witness.fromYear, to: Number(witness.date.slice(0, 4)) };
  const codes = [
    ...eras.flatMap((era) => codesOf(era, years, (one) => (era.codes.length > 1 ? undefined : names.get(one)), named)),
    ...(bundled === null || split === null ? [] : partsBefore(bundled, split, witness)),
  ];
  const divided = split === null ? null : { ...split, name: names.get(split.code) ?? '' };
  const heard: KnownPlace = {
    ...(bundled ?? { level: 'municipality', county: code.slice(0, 2) }),
    code,
    ...named,
    codes,
  };
  const isSame = bundled !== null && !isRenamed && haveSameCodes(bundled, heard, years);
  const leftOut =
    divided === null ? {} : { leftOut: [{ code: divided.code, toYear: divided.year - 1, name: divided.name }] };
  return {
    place: isSame ? bundled : { ...leftOut, ...heard },
    bundled,
    isInKlass: true,
    isOtherwise: bundled !== null && !isSame,
    split: divided,
  };
}

interface Years {
  readonly from: number;
  readonly to: number;
}

function codesOf(
  era: Era,
  years: Years,
  formerNameOf: (code: string) => string | undefined,
  { name }: Pick<KnownPlace, 'name'>,
): readonly CodeValidity[] {
  if (era.toYear < years.from) return [];
  return era.codes.map((code) => {
    const former = era.toYear < years.to ? formerNameOf(code) : undefined;
    return {
      code,
      ...(era.fromYear > years.from ? { fromYear: era.fromYear } : {}),
      ...(era.toYear < years.to ? { toYear: era.toYear } : {}),
      ...(former === undefined || compareNames(name, former) === 'same' ? {} : { name: former }),
    };
  });
}

/** The codes of a place from before the municipality that was divided, where Klass has each as one of several parts of that. */
function partsBefore(bundled: KnownPlace, split: HistorySplit, witness: KlassWitness): readonly CodeValidity[] {
  const date = `${split.year - 1}-12-31`;
  const changes = witness.changes.filter(({ changeOccurred }) => changeOccurred <= date);
  const { eras } = walkBack(split.code, { ...witness, date, changes });
  const isPart = (year: number) => {
    const whole = eras.find(({ fromYear, toYear }) => fromYear <= year && year <= toYear)?.codes ?? [];
    const part = codesInYear(bundled, year);
    return part.length < whole.length && part.every((code) => whole.includes(code));
  };
  return bundled.codes.filter(
    ({ fromYear = witness.fromYear, toYear = Infinity }) =>
      toYear < split.year && yearsFrom(Math.max(fromYear, witness.fromYear), toYear).every(isPart),
  );
}

function haveSameCodes(a: KnownPlace, b: KnownPlace, { from, to }: Years): boolean {
  return yearsFrom(from, to).every((year) => {
    const [one, other] = [new Set(codesInYear(a, year)), new Set(codesInYear(b, year))];
    return one.size === other.size && [...one].every((code) => other.has(code));
  });
}

function yearsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Code → the name that it ended with. */
function formerNames(changes: readonly CodeChange[]): ReadonlyMap<string, string> {
  const inOrder = changes.toSorted((a, b) => a.changeOccurred.localeCompare(b.changeOccurred));
  return new Map(
    inOrder.flatMap(({ oldCode, oldName }) =>
      oldCode === null || oldName === null ? [] : [[oldCode, oldName] as const],
    ),
  );
}

function byCode(places: readonly WeighedPlace[]): ReadonlyMap<string, WeighedPlace> {
  return new Map(places.map((one) => [one.place.code, one]));
}
