import { computeIndicator } from '../../compute/compute-indicator.ts';
import type { NamedAcceptance, RecordedAcceptance } from '../../model/plan/acceptance.ts';
import type { Assessment, Cause, StoredAssessment } from '../../model/plan/assessment.ts';
import type { StoredDataset } from '../../model/data/dataset.ts';
import { usedDatasets } from '../../model/plan/indicator.ts';
import { lastKnownOf } from '../../model/plan/said-status.ts';
import type { IndicatorSeries } from '../../model/plan/indicator-series.ts';
import type { Geography } from '../../model/data/place.ts';
import { type AssessmentInput, assessIndicator } from '../../status/assess-indicator.ts';
import { detectChange } from '../../status/detect-change.ts';
import { isStale } from '../../status/stale.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** Finds a dataset as it stands, or stood on the day in question; `null` when nothing is known of it. */
export type FindDataset = (datasetId: string) => StoredDataset | null;

/** What one indicator was, is, and why it differs. */
export interface AssessmentResult {
  readonly rules: RulesInForce;
  /** The series the assessment rests on: the second table's where that was used. */
  readonly series: IndicatorSeries;
  /** What was asked, for those who want the answer of another period. */
  readonly question: AssessmentInput;
  readonly previous: StoredAssessment | null;
  readonly next: Assessment;
  /** `null` when nothing worth recording has changed. */
  readonly cause: Cause | null;
  /** Somebody is to be told. */
  readonly notice: 'status' | 'first-measurement' | null;
}

/** What the rules say of the figures at an instant (ISO 8601), compared with what was said before. */
export function assessByRules(
  rules: RulesInForce,
  findDataset: FindDataset,
  previous: StoredAssessment | null,
  at: string,
): AssessmentResult {
  const { definition, geography } = rules;
  const datasets = new Map(
    usedDatasets(definition).flatMap((id) => {
      const found = findDataset(id);
      return found === null ? [] : [[id, found] as const];
    }),
  );
  const series = computeIndicator(definition, datasets, geography);
  const { publication, perPublication } = series;
  // Of a ratio both tables may be too old, and what was let in of either is used.
  const parts = perPublication === undefined ? [series] : [series, { ...series, publication: perPublication }];
  const stale = parts.some((part) => isStale(part, definition.step, allowedDays(rules, part), at));
  const acceptances = [publication, perPublication].flatMap(
    (one) => datasets.get(one?.datasetId ?? '')?.acceptances ?? [],
  );
  const named = acceptances.map((one) => withName(one, geography));
  const question = {
    ...rules,
    series,
    stale,
    acceptances: named,
    before: previous && knownBefore(previous, publication),
  };
  const next = assessIndicator(question);
  const change = detectChange(previous, next);
  const used = next.evidence.fromSecondTable ? (series.second ?? series) : series;
  return {
    rules,
    question,
    series: used,
    previous,
    next,
    cause: change?.cause ?? null,
    notice: change?.notice ?? null,
  };
}

/** The own place by its name alone, another with the code that a table is searched by. */
function withName(acceptance: RecordedAcceptance, { own, municipalities, counties }: Geography): NamedAcceptance {
  const place = [...municipalities, ...counties].find(({ code }) => code === acceptance.zeros?.place);
  if (place === undefined) return acceptance;
  return { ...acceptance, placeName: place.code === own ? place.name : `${place.code} ${place.name}` };
}

/** What an assessment knew, also what it said itself, when it spoke; `null` where it spoke of figures from elsewhere. */
function knownBefore(said: StoredAssessment, now: IndicatorSeries['publication']): AssessmentInput['before'] {
  const { period, value, evidence } = said;
  const { newestPeriod, lastKnown, verdict, publication } = evidence;
  const isOther = publication !== null && now !== null && !isSameSource(publication, now);
  if (isOther) return null;
  return {
    newestPeriod,
    lastKnown: verdict === null || period === null ? lastKnown : lastKnownOf(period, value, said),
  };
}

type Source = NonNullable<IndicatorSeries['publication']>;

/** Of the same kind and as far down: with the same periods, and in the same unit. */
function isSameSource(before: Pick<Source, 'datasetId' | 'coverage'>, now: Source): boolean {
  return before.datasetId === now.datasetId && before.coverage === now.coverage;
}

function allowedDays({ allowedAgeDays }: RulesInForce, { publication }: IndicatorSeries): number | undefined {
  return publication === null ? undefined : allowedAgeDays[publication.datasetId];
}
