import { computeIndicator } from '../compute/compute-indicator.ts';
import type { Assessment, Cause, StoredAssessment } from '../model/assessment.ts';
import type { StoredDataset } from '../model/dataset.ts';
import type { IndicatorSeries } from '../model/indicator.ts';
import { assessIndicator } from '../status/assess-indicator.ts';
import { detectChange } from '../status/detect-change.ts';
import type { RulesInForce } from './rules-in-force.ts';

const MS_PER_DAY = 86_400_000;

/** Finds a dataset as it stands, or stood on the day in question; `null` when nothing is known of it. */
export type FindDataset = (datasetId: string) => StoredDataset | null;

/** What one indicator was, is, and why it differs. */
export interface AssessmentResult {
  readonly rules: RulesInForce;
  readonly series: IndicatorSeries;
  /** Whether the source is older than it may be. */
  readonly stale: boolean;
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
  const { definition, geography, breaks, fingerprint, municipality, language } = rules;
  const datasets = new Map(
    definition.inputs.flatMap(({ dataset }) => {
      const found = findDataset(dataset);
      return found === null ? [] : [[dataset, found] as const];
    }),
  );
  const series = computeIndicator(definition, datasets, geography);
  const stale = isStale(series, rules.allowedAgeDays, at);
  const next = assessIndicator({ definition, series, breaks, stale, fingerprint, municipality, language });
  const change = detectChange(previous, next);
  return { rules, series, stale, previous, next, cause: change?.cause ?? null, notice: change?.notice ?? null };
}

/** The assessment's sentence in a language, whatever the language of the plan. */
export function sentenceIn(
  { rules, series, stale, next }: AssessmentResult,
  language: RulesInForce['language'],
): string {
  if (language === rules.language) return next.sentence;
  const { definition, breaks, fingerprint, municipality } = rules;
  return assessIndicator({ definition, series, breaks, stale, fingerprint, municipality, language }).sentence;
}

/** Older than its dataset may be. A dataset without a limit is never stale. */
function isStale(series: IndicatorSeries, allowedAgeDays: RulesInForce['allowedAgeDays'], at: string): boolean {
  const { publication } = series;
  const allowed = publication === null ? undefined : allowedAgeDays[publication.datasetId];
  if (publication === null || allowed === undefined) return false;
  const published = Date.parse(publication.updatedAt ?? publication.retrievedAt);
  return Date.parse(at) - published > allowed * MS_PER_DAY;
}
