import type { Assessment, Evidence } from '../model/plan/assessment.ts';
import type { NamedAcceptance } from '../model/plan/acceptance.ts';
import type { IndicatorDefinition } from '../model/plan/indicator.ts';
import type { IndicatorSeries } from '../model/plan/indicator-series.ts';
import type { DeclaredBreak } from '../model/plan/settings.ts';
import { DEFAULT_RANGE, type SurveyRange } from '../model/data/survey.ts';
import { periodFromKey } from '../model/time-period.ts';
import { evidenceOf } from './evidence.ts';
import { findingFacts } from './finding-facts.ts';
import { flagsOf } from './flags.ts';
import { statusOfGuard } from './guards.ts';
import { remarksOf } from './remarks.ts';
import { speakAbout, type Spoken, spokenValue } from './second-table.ts';
import { latestSituation } from './situation.ts';
import { uncertaintyOf } from './uncertainty.ts';

export interface AssessmentInput {
  readonly definition: IndicatorDefinition;
  readonly series: IndicatorSeries;
  readonly breaks: readonly DeclaredBreak[];
  /** Are the figures older than they may be? */
  readonly stale: boolean;
  /** Of the definition, of who is compared with, and of everything else, as in `RulesInForce`. */
  readonly fingerprint: string;
  readonly peersFingerprint: string | null;
  readonly ruleFingerprint: string;
  readonly municipality: { readonly name: string };
  /** Of an index of a survey; 0 to 100 when left out. */
  readonly surveyRange?: SurveyRange;
  /** What a person has let in of the datasets used. */
  readonly acceptances: readonly NamedAcceptance[];
  /** What was said before; `null` the first time. */
  readonly before: Pick<Evidence, 'newestPeriod' | 'lastKnown'> | null;
}

/**
 * What is found about an indicator in its latest period: the guards' objection or the rule's verdict, with flags and
 * evidence, and with the facts that sentences are made of, in no language. `period` is the latest its table has
 * published, whether or not it can be judged; what was last known stands in the evidence. The same input always gives
 * the same assessment.
 */
export function assessIndicator(input: AssessmentInput): Assessment {
  const { definition, acceptances, municipality } = input;
  const first = latestSituation(definition, input.series, input.breaks);
  const spoken = rememberMeasured(speakAbout(first), input);
  const { situation, outcome } = spoken;
  const verdict = 'verdict' in outcome ? outcome.verdict : null;
  const status = 'stop' in outcome ? statusOfGuard(outcome.stop.guard) : outcome.verdict.status;
  const uncertainty = uncertaintyOf(situation, input.surveyRange ?? DEFAULT_RANGE);
  const flags = flagsOf(situation, status, verdict, { stale: input.stale, uncertainty });
  const remarks = remarksOf(situation, acceptances, { flags, uncertainty });
  const finding = findingFacts(situation, municipality.name, remarks);
  const { current } = situation;
  return {
    indicatorId: definition.id,
    status,
    label: verdict?.label ?? null,
    period: current === null ? null : periodFromKey(current.period).code,
    value: spokenValue(spoken),
    coverage: situation.series.publication?.coverage ?? null,
    flags,
    evidence: evidenceOf(spoken, first, { ...input, finding }),
  };
}

/**
 * What was measured is never said never to have been: where the dataset no longer has what the settings ask for, its figure
 * is missing. A survey that is taken back is read as if it had never been.
 */
function rememberMeasured(spoken: Spoken, { before, series }: AssessmentInput): Spoken {
  const { outcome, situation } = spoken;
  const isLost = 'stop' in outcome && outcome.stop.guard === 'no-value' && situation.current !== null;
  const isOfTable = series.publication !== null && series.publication.table !== null;
  if (!isLost || !isOfTable || before === null || before.lastKnown === null) return spoken;
  return { ...spoken, outcome: { stop: { guard: 'own-figure-missing', missing: 'not-in-dataset' } } };
}
