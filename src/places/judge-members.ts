import { codesInYear } from '../model/data/place.ts';
import type { DoubtfulCode, PlaceFinding } from '../model/data/place-witness.ts';
import { leftOutBecause } from './left-out-years.ts';
import { type PlaceJudgement, NO_DOUBT, type PlaceCase, yearsOf } from './place-question.ts';
import { isInForce } from './read-label.ts';
import { codeLine, inYears, shownName } from './write-line.ts';

/**
 * Does the source's own sum have the codes that the settings have, and no others? In the years of a code that only one of
 * the two has, a sum of our own is of another area: missing where the codes are summed here. A code whose label is not
 * known has no years and says nothing; nor does a year that the settings leave out.
 */
export function judgeMembers(one: PlaceCase): PlaceJudgement {
  const { group } = one;
  if (group === null) return NO_DOUBT;
  const lacking = group.members.flatMap((member) => judgeLacking(one, member));
  const strange = one.place.codes.flatMap((entry) =>
    group.members.includes(entry.code) ? [] : judgeStrange(one, entry.code),
  );
  const all = [...lacking, ...strange];
  return { doubts: all.flatMap(({ doubts }) => doubts), findings: all.flatMap(({ findings }) => findings) };
}

function judgeLacking({ place, question, labels, group }: PlaceCase, member: string): readonly PlaceJudgement[] {
  const label = labels.get(member);
  if (label === undefined || place.codes.some(({ code }) => code === member)) return [];
  const years = question.years.filter(
    (year) => isInForce(label, year) && codesInYear(place, year).length > 0 && leftOutBecause(place, year) === null,
  );
  if (years.length === 0) return [];
  const codes = [...new Set(years.flatMap((year) => codesInYear(place, year)))];
  const sentence =
    `${group?.code ?? ''} (${place.name}) sums ${member} «${label.text}» ${inYears(years)}, says the source’s code list, ` +
    'and the settings lack it: a sum of the codes given there is of a smaller area.';
  const write = [codeLine(member, label, shownName(label))];
  const about = { kind: 'sum-lacks', code: member, label: label.text, years } as const;
  return [judgement(codes, years, { place: place.code, code: member, sentence, about, write, weight: 'missing' })];
}

function judgeStrange(one: PlaceCase, code: string): readonly PlaceJudgement[] {
  const { place, question, labels } = one;
  const label = labels.get(code);
  const entries = place.codes.filter((entry) => entry.code === code);
  const years = entries
    .flatMap((entry) => yearsOf(question, entry))
    .filter((year) => leftOutBecause(place, year) === null);
  if (label === undefined || years.length === 0) return [];
  const owner = question.codeList?.find(({ members }) => members.includes(code));
  const whose = owner === undefined ? 'in no sum of that list' : `in ${owner.code} (${owner.label})`;
  const sentence =
    `${code} «${label.text}» is ${whose}, says the source’s code list, and the settings have it for ${place.name} ` +
    `${inYears(years)}: a sum with it is of another area.`;
  const other = owner === undefined ? null : { code: owner.code, name: owner.label };
  const about = { kind: 'sum-strange', code, label: label.text, owner: other, years } as const;
  return [judgement([code], years, { place: place.code, code, sentence, about, write: [], weight: 'missing' })];
}

function judgement(codes: readonly string[], years: readonly number[], finding: PlaceFinding): PlaceJudgement {
  const doubts = codes.map((code): DoubtfulCode => ({ code, years, reason: 'other-place' }));
  return { doubts, findings: [finding] };
}
