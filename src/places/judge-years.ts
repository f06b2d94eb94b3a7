import type { CodeValidity } from '../model/data/place.ts';
import type { PlaceFinding } from '../model/data/place-witness.ts';
import { namesIn, isInForce, type RegionLabel } from './read-label.ts';
import { codesNamed, type PlaceJudgement, NO_DOUBT, type PlaceCase, yearsOf } from './place-question.ts';
import { codeLine, inYears } from './write-line.ts';

/**
 * Is the code in use in every year in which the settings have it? In the others it is not the place, whatever the table
 * shows: missing. An end beyond the figures so far is reported, so that the settings can follow in time.
 */
export function judgeYears(one: PlaceCase, entry: CodeValidity, label: RegionLabel): PlaceJudgement {
  const { place, question } = one;
  const outside = yearsOf(question, entry).filter((year) => !isInForce(label, year));
  const endsLater = label.toYear !== null && (entry.toYear ?? Infinity) > label.toYear;
  if (outside.length === 0 && !endsLater) return NO_DOUBT;
  const stated = label.toYear === null && label.fromYear !== null ? `began in ${label.fromYear}` : yearsOfLabel(label);
  const consequence =
    outside.length === 0 ? 'the figures have not come so far yet.' : `its figures ${inYears(outside)} are missing.`;
  const sentence = `${entry.code} («${label.text}») ${stated}, says the source, and the settings have ${place.name} use it longer: ${consequence}`;
  const write = [...successors(one, entry.code, label), codeLine(entry.code, { ...limits(entry, label) })];
  const finding: PlaceFinding = {
    place: place.code,
    code: entry.code,
    sentence,
    about: {
      ...{ kind: 'code-years', code: entry.code, label: label.text, from: label.fromYear, to: label.toYear },
      years: outside,
    },
    write,
    weight: outside.length > 0 ? 'missing' : 'wrong',
  };
  const doubts = outside.length === 0 ? [] : [{ code: entry.code, years: outside, reason: 'code-ended' as const }];
  return { doubts, findings: [finding] };
}

function yearsOfLabel({ fromYear, toYear }: RegionLabel): string {
  return fromYear === null ? `ended in ${toYear ?? ''}` : `was in use ${fromYear}-${toYear ?? ''}`;
}

/** The narrower of the years that settings and source have. */
function limits(entry: CodeValidity, label: RegionLabel): Pick<RegionLabel, 'fromYear' | 'toYear'> {
  const from = Math.max(entry.fromYear ?? -Infinity, label.fromYear ?? -Infinity);
  const to = Math.min(entry.toYear ?? Infinity, label.toYear ?? Infinity);
  return { fromYear: Number.isFinite(from) ? from : null, toYear: Number.isFinite(to) ? to : null };
}

/** Codes of the same name that continue when this one ends and that the settings lack, as lines. */
function successors({ place, labels }: PlaceCase, code: string, { names, toYear }: RegionLabel): readonly string[] {
  if (toYear === null) return [];
  const wanted = [...names, ...namesIn(place.name)];
  const known = new Set(place.codes.map((entry) => entry.code));
  return codesNamed(labels, wanted, [toYear + 1], code)
    .filter(([next]) => !known.has(next))
    .map(([next, label]) => codeLine(next, { fromYear: label.fromYear ?? toYear + 1, toYear: label.toYear }));
}
