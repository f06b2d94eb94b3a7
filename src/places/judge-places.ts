import type { CodeValidity, Place } from '../model/data/place.ts';
import { codesInYear } from '../model/data/place.ts';
import type { PlaceFinding } from '../model/data/place-witness.ts';
import { isSumming } from './compare-bundled.ts';
import { judgeMembers } from './judge-members.ts';
import { judgeName, judgeNamesake } from './judge-names.ts';
import { judgeYears } from './judge-years.ts';
import { dividedSince, leftOutBecause } from './left-out-years.ts';
import {
  type PlaceJudgement,
  NO_DOUBT,
  type PlaceCase,
  type PlaceQuestion,
  readLabels,
  yearsOf,
} from './place-question.ts';
import { isInForce } from './read-label.ts';
import { inYears } from './write-line.ts';

/**
 * Is each code of a dataset the place that the settings take it for, in each year? Weighs the settings against the
 * labels and the code list that the source offers. Doubts name cells that must be missing, findings what to mend; a
 * code the settings do not know, and a code without a label, is not doubted.
 */
export function judgePlaces(asked: PlaceQuestion): PlaceJudgement {
  // A list that only picks codes, and sums none, says nothing of what belongs together.
  const question = isSumming(asked.codeList) ? asked : { ...asked, codeList: null };
  const labels = readLabels(question);
  const { municipalities, counties } = question.geography;
  const { form, prefix } = question.regions;
  const all = [...municipalities, ...counties].map((place) => {
    const one: PlaceCase = { question, place, labels, group: groupOf(question, place) };
    if (question.lacking?.includes(place.code) === true) return judgeLacking(one);
    if (form === 'divisions') return withPrefix(prefix, judgeDivisions(one));
    return question.codes.includes(`${prefix}${place.code}`) ? judgeGroup(one) : NO_DOUBT;
  });
  return together(all);
}

/** The value that sums to the place; none when its members are codes of another level. */
function groupOf({ codeList }: PlaceQuestion, { code }: Place): PlaceCase['group'] {
  return codeList?.find((value) => value.code.endsWith(code) && value.members.includes(code)) ?? null;
}

function judgeDivisions(one: PlaceCase): PlaceJudgement {
  const { place, question } = one;
  const asked = place.codes.filter(({ code }) => question.codes.includes(`${question.regions.prefix}${code}`));
  if (asked.length === 0) return NO_DOUBT;
  return together([...asked.map((entry) => judgeEntry(one, entry)), ...judgeWhole(one), judgeLeftOut(one)]);
}

/** A place of which there are no figures to doubt: why the table does not know it. */
function judgeLacking(one: PlaceCase): PlaceJudgement {
  const judged = [...one.place.codes.map((entry) => judgeEntry(one, entry)), ...judgeWhole(one)];
  return { doubts: [], findings: together(judged).findings };
}

/** What the codes of a place make up together. */
function judgeWhole(one: PlaceCase): readonly PlaceJudgement[] {
  return [judgeNamesake(one), judgeMembers(one)];
}

/** Label against settings: first the years, then, in those that are left, the name. */
function judgeEntry(one: PlaceCase, entry: CodeValidity): PlaceJudgement {
  const label = one.labels.get(entry.code);
  if (label === undefined) return NO_DOUBT;
  const years = yearsOf(one.question, entry).filter((year) => isInForce(label, year));
  return together([judgeYears(one, entry, label), judgeName(one, { code: entry.code, entry, label, years })]);
}

/** What the source has summed itself: its name, whether it goes on, and years that are no figure of the place. */
function judgeGroup(one: PlaceCase): PlaceJudgement {
  const { place, question, labels, group } = one;
  const code = `${question.regions.prefix}${place.code}`;
  const label = labels.get(code);
  const name = label === undefined ? NO_DOUBT : judgeName(one, { code, entry: null, label, years: question.years });
  // A sum of codes of another level does not rest on the codes that the settings have.
  const isOwnLevel = group !== null || question.codeList === null;
  const empty = isOwnLevel ? question.years.filter((year) => isLeftOut(place, year)) : [];
  const gap: PlaceJudgement = {
    doubts: empty.length === 0 ? [] : [{ code, years: empty, reason: 'border-change' }],
    findings: [],
  };
  const settings = together([...place.codes.map((entry) => judgeEntry(one, entry)), ...judgeWhole(one)]);
  // The source's sum is right whatever the settings say of its parts.
  const reported = settings.findings.map((finding): PlaceFinding => ({
    ...finding,
    weight: finding.weight === 'note' ? 'note' : 'wrong',
  }));
  const leftOut = { doubts: [], findings: judgeLeftOut(one).findings };
  return together([name, judgeEnd(one, code), gap, leftOut, { doubts: [], findings: reported }]);
}

/** A sum whose every member has ended goes on in the table as zeros. */
function judgeEnd({ place, question, labels, group }: PlaceCase, code: string): PlaceJudgement {
  const members = group?.members.map((member) => labels.get(member)) ?? [];
  if (members.length === 0 || members.some((label) => label === undefined || label.toYear === null)) return NO_DOUBT;
  const last = Math.max(...members.map((label) => label?.toYear ?? -Infinity));
  const years = question.years.filter((year) => year > last);
  if (years.length === 0) return NO_DOUBT;
  const sentence = `Every code that ${code} (${place.name}) sums has ended by ${last}, says the source: its figures ${inYears(years)} are missing.`;
  return {
    doubts: [{ code, years, reason: 'code-ended' }],
    findings: [
      {
        ...{ place: place.code, code, sentence, write: [], weight: 'missing' },
        about: { kind: 'sum-ended', code, last, years },
      },
    ],
  };
}

function isLeftOut(place: Place, year: number): boolean {
  return codesInYear(place, year).length === 0 || leftOutBecause(place, year) !== null;
}

/** Settings that have a code for a place in years in which its area was part of one that has been divided since. */
function judgeLeftOut({ place, question }: PlaceCase): PlaceJudgement {
  const years = question.years.filter(
    (year) => codesInYear(place, year).length > 0 && leftOutBecause(place, year) !== null,
  );
  if (years.length === 0) return NO_DOUBT;
  const codes = [...new Set(years.flatMap((year) => codesInYear(place, year)))];
  const divided = dividedSince(place, years[0] ?? 0);
  const sentence =
    `${place.name} has no figures of its own ${inYears(years)}: ${leftOutBecause(place, years[0] ?? 0) ?? ''}. ` +
    `Take ${codes.join(', ')} out of the settings in those years; they are missing.`;
  return {
    doubts: codes.map((code) => ({ code, years, reason: 'border-change' })),
    findings: [
      {
        ...{ place: place.code, code: codes.join(', '), sentence, write: [], weight: 'missing' },
        ...(divided && { about: { kind: 'left-out', codes, years, divided } }),
      },
    ],
  };
}

function withPrefix(prefix: string, { doubts, findings }: PlaceJudgement): PlaceJudgement {
  return { doubts: doubts.map((doubt) => ({ ...doubt, code: `${prefix}${doubt.code}` })), findings };
}

/** One finding for each code of a place: the first is the nearest to its cause. */
function together(judgements: readonly PlaceJudgement[]): PlaceJudgement {
  const findings = new Map<string, PlaceFinding>();
  for (const finding of judgements.flatMap((judgement) => judgement.findings)) {
    const key = `${finding.place} ${finding.code}`;
    const known = findings.get(key);
    if (known === undefined || (finding.weight === 'missing' && known.weight !== 'missing')) findings.set(key, finding);
  }
  return { doubts: judgements.flatMap((judgement) => judgement.doubts), findings: [...findings.values()] };
}
