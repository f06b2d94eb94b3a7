import { codesInYear, type KnownPlace } from '../model/data/place.ts';
import type { CodeListValue, RegionWitness } from '../model/data/place-witness.ts';
import { compareNames } from './compare-names.ts';
import { leftOutBecause } from './left-out-years.ts';
import { readLabels, type Labels } from './place-question.ts';
import type { RegionLabel } from './read-label.ts';
import { shownName } from './write-line.ts';

/** Codes that ended earlier are no part of the bundled histories, and first years before it are not told apart. */
const FIRST_YEAR = 2002;

/**
 * Where does a source's code list say otherwise of places than the program brings along, whatever the settings say? Name,
 * codes and their years, a sentence each, of those places that the list sums. A code whose label the table does not have has
 * no years, and nothing is said of it; nor of a code of a municipality that was divided.
 */
export function compareBundled(
  places: readonly KnownPlace[],
  { codeList, labels: texts }: RegionWitness,
): readonly string[] {
  if (!isSumming(codeList)) return [];
  const labels = readLabels({ labels: texts });
  return places.flatMap((place) => {
    const group = codeList.find(({ code, members }) => code.endsWith(place.code) && members.includes(place.code));
    if (group === undefined) return [];
    return [...namedOtherwise(place, group), ...lacking(place, group, labels), ...surplus(place, group, labels)];
  });
}

/** Does a code list say what belongs together? One that only picks codes does not. */
export function isSumming(codeList: RegionWitness['codeList']): codeList is readonly CodeListValue[] {
  return codeList?.some(({ members }) => members.length > 1) ?? false;
}

function namedOtherwise({ code, name, officialName }: KnownPlace, { label }: CodeListValue): readonly string[] {
  const isNamed = label === '' || ['same', 'alike'].includes(compareNames(officialName, label));
  return isNamed ? [] : [`${code} is «${label}» in the source’s code list, and ${name} in the program’s.`];
}

/** Members that the program does not have, or has for other years. */
function lacking(place: KnownPlace, { members }: CodeListValue, labels: Labels): readonly string[] {
  return members.flatMap((member) => {
    const label = labels.get(member);
    if (label === undefined || (label.toYear ?? Infinity) < FIRST_YEAR || isOfDivided(place, label)) return [];
    const shown = `${member} «${shownName(label)}»`;
    const bundled = spanInProgram(place, member);
    if (bundled === null) return [`${shown} is ${place.name} in the source’s code list, and the program lacks it.`];
    const said = spanOf(label.fromYear, label.toYear);
    if (said === bundled) return [];
    return [`${shown} was in use ${said} in the source, and ${bundled} in the program’s list of ${place.name}.`];
  });
}

/** Codes of the program that the list sums to another place, or to none. */
function surplus(place: KnownPlace, { members }: CodeListValue, labels: Labels): readonly string[] {
  const codes = [...new Set(place.codes.map(({ code }) => code))].filter((code) => !members.includes(code));
  return codes.flatMap((code) => {
    const label = labels.get(code);
    if (label === undefined) return [];
    return [`${code} «${shownName(label)}» is ${place.name} in the program’s list, and not in the source’s code list.`];
  });
}

/** Has the place no figures of its own in any year of the code? */
function isOfDivided(place: KnownPlace, { fromYear, toYear }: RegionLabel): boolean {
  if (toYear === null) return false;
  const first = Math.max(fromYear ?? FIRST_YEAR, FIRST_YEAR);
  const years = Array.from({ length: toYear - first + 1 }, (_, index) => first + index);
  return years.every((year) => codesInYear(place, year).length === 0 && leftOutBecause(place, year) !== null);
}

function spanInProgram({ codes }: KnownPlace, code: string): string | null {
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
