import { codesInYear, type KnownPlace } from '../model/data/place.ts';
import type { CodeListValue, RegionWitness } from '../model/data/place-witness.ts';
import { compareNames } from './compare-names.ts';
import { leftOutBecause } from './left-out-years.ts';
import { readLabels, type Labels } from './place-question.ts';
import type { RegionLabel } from './read-label.ts';
import { shownName } from './write-line.ts';

/** Codes that ended earlier are no part of the bundled histories, and first years before it are not told apart. */
const FIRST_YEAR = 2002;

/** Whose list of places is held against the source's. */
type Holder = 'the program' | 'Klass';

/**
 * Where does a source's code list say otherwise of places than the program brings along, or Klass does, whatever the settings
 * say? Name, codes and their years, a sentence each, of those places that the list sums. A code whose label the table does not
 * have has no years, and nothing is said of it; nor of a code of a municipality that was divided.
 */
export function compareBundled(
  places: readonly KnownPlace[],
  { codeList, labels: texts }: RegionWitness,
  holder: Holder = 'the program',
): readonly string[] {
  if (!isSumming(codeList)) return [];
  const labels = readLabels({ labels: texts });
  return places.flatMap((place) => {
    const group = sumOf(place, codeList);
    if (group === undefined) return [];
    const both = { place, group, labels, holder };
    return [...namedOtherwise(both), ...lacking(both), ...surplus(both)];
  });
}

/** The sum of a code list that is a place of today; `undefined` where it has none. */
export function sumOf(
  { code: today }: Pick<KnownPlace, 'code'>,
  codeList: readonly CodeListValue[],
): CodeListValue | undefined {
  return codeList.find(({ code, members }) => code.endsWith(today) && members.includes(today));
}

interface Both {
  readonly place: KnownPlace;
  readonly group: CodeListValue;
  readonly labels: Labels;
  readonly holder: Holder;
}

/** Does a code list say what belongs together? One that only picks codes does not. */
export function isSumming(codeList: RegionWitness['codeList']): codeList is readonly CodeListValue[] {
  return codeList?.some(({ members }) => members.length > 1) ?? false;
}

function namedOtherwise({ place: { code, name, officialName }, group: { label }, holder }: Both): readonly string[] {
  const isNamed = label === '' || ['same', 'alike'].includes(compareNames(officialName, label));
  return isNamed ? [] : [`${code} is «${label}» in the source’s code list, and ${name} in ${holder}’s.`];
}

/** Members that the holder does not have, or has for other years. */
function lacking({ place, group, labels, holder }: Both): readonly string[] {
  return group.members.flatMap((member) => {
    const label = labels.get(member);
    if (label === undefined || (label.toYear ?? Infinity) < FIRST_YEAR || isOfDivided(place, label)) return [];
    const shown = `${member} «${shownName(label)}»`;
    const held = spanHeld(place, member);
    if (held === null) return [`${shown} is ${place.name} in the source’s code list, and ${holder} lacks it.`];
    const said = spanOf(label.fromYear, label.toYear);
    if (said === held) return [];
    return [`${shown} was in use ${said} in the source, and ${held} in ${holder}’s list of ${place.name}.`];
  });
}

/** Codes of the holder that the list sums to another place, or to none. */
function surplus({ place, group, labels, holder }: Both): readonly string[] {
  const codes = [...new Set(place.codes.map(({ code }) => code))].filter((code) => !group.members.includes(code));
  return codes.flatMap((code) => {
    const label = labels.get(code);
    if (label === undefined) return [];
    return [`${code} «${shownName(label)}» is ${place.name} in ${holder}’s list, and not in the source’s code list.`];
  });
}

/** Has the place no figures of its own in any year of the code? */
function isOfDivided(place: KnownPlace, { fromYear, toYear }: RegionLabel): boolean {
  if (toYear === null) return false;
  const first = Math.max(fromYear ?? FIRST_YEAR, FIRST_YEAR);
  const years = Array.from({ length: toYear - first + 1 }, (_, index) => first + index);
  return years.every((year) => codesInYear(place, year).length === 0 && leftOutBecause(place, year) !== null);
}

function spanHeld({ codes }: KnownPlace, code: string): string | null {
  const entries = codes.filter((entry) => entry.code === code);
  if (entries.length === 0) return null;
  const from = Math.min(...entries.map(({ fromYear }) => fromYear ?? -Infinity));
  const to = Math.max(...entries.map(({ toYear }) => toYear ?? Infinity));
  return spanOf(Number.isFinite(from) ? from : null, Number.isFinite(to) ? to : null);
}

function spanOf(from: number | null, to: number | null): string {
  const begin = from === null || from <= FIRST_YEAR ? '' : String(from);
  return `${begin}-${to ?? ''}`;
}
