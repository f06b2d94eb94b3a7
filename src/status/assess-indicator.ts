import type { Assessment, Evidence, RuleVerdict } from '../model/assessment.ts';
import { EVIDENCE_FORM } from '../model/assessment.ts';
import type { IndicatorDefinition, IndicatorSeries } from '../model/indicator.ts';
import type { DeclaredBreak } from '../model/settings.ts';
import { periodFromKey } from '../model/time-period.ts';
import { flagsOf } from './flags.ts';
import { statusOfGuard } from './guards.ts';
import type { Language } from './language.ts';
import { textsOf } from './language.ts';
import { numberText } from './number-text.ts';
import { judge } from './rules/index.ts';
import type { SentenceContext } from './sentence-context.ts';
import { periodText } from './sentence-context.ts';
import { writeSentence } from './sentence.ts';
import type { Situation } from './situation.ts';
import { latestSituation, ownFigure } from './situation.ts';
import type { Outcome } from './verdict.ts';
import { knownNumbers } from './verdict.ts';

export interface AssessmentInput {
  readonly definition: IndicatorDefinition;
  readonly series: IndicatorSeries;
  readonly breaks: readonly DeclaredBreak[];
  /** Is the newest publication older than allowed? */
  readonly stale: boolean;
  /** Of the definition, made by the caller from `definitionText`. */
  readonly fingerprint: string;
  readonly municipality: { readonly name: string };
  readonly language: Language;
}

/** The latest value there is, in the period it is for. */
interface LatestValue {
  readonly period: number;
  readonly value: number | null;
}

/**
 * What is said about an indicator in its latest period: the guards' objection or the rule's verdict, with flags,
 * evidence and a sentence. `period` and `value` are those of the latest period with a figure, which is an earlier one
 * when the figure for the newest is missing; `evidence.numbers.latestPeriod` is always the newest. The same input
 * always gives the same assessment.
 */
export function assessIndicator(input: AssessmentInput): Assessment {
  const { definition, series, language } = input;
  const situation = latestSituation(definition, series, input.breaks);
  const outcome = judge(definition.rule, situation);
  const status = 'stop' in outcome ? statusOfGuard(outcome.stop.guard) : outcome.verdict.status;
  const flags = flagsOf(situation, status, input.stale);
  const latest = latestValue(situation);
  const unit = (language === 'nb' ? series.input?.unit : series.input?.unitEn) ?? null;
  const context = sentenceContext(input, situation, latest, unit ?? '');
  return {
    indicatorId: definition.id,
    status,
    label: 'verdict' in outcome ? (outcome.verdict.label ?? null) : null,
    period: latest === null ? null : periodFromKey(latest.period).code,
    value: latest?.value ?? null,
    unit,
    coverage: series.publication?.coverage ?? null,
    flags,
    sentence: writeSentence(context, outcome, flags),
    evidence: evidenceOf(input, situation, outcome),
  };
}

function latestValue({ definition, series }: Situation): LatestValue | null {
  const measured = series.points.findLast(({ value }) => 'value' in value);
  if (measured !== undefined && 'value' in measured.value) {
    return { period: measured.period, value: measured.value.value };
  }
  const withLevel = series.points.findLast((point) => 'value' in ownFigure(definition, point));
  return withLevel === undefined ? null : { period: withLevel.period, value: null };
}

function sentenceContext(
  { series, municipality, language }: AssessmentInput,
  situation: Situation,
  latest: LatestValue | null,
  unit: string,
): SentenceContext {
  const texts = textsOf(language);
  const decimals = series.input?.decimals ?? 0;
  const known =
    latest === null || latest.value === null
      ? null
      : {
          value: texts.amount(numberText(latest.value, decimals, texts), unit),
          period: periodText(texts, latest.period),
        };
  return { texts, situation, municipality: municipality.name, unit, decimals, known };
}

function evidenceOf(
  { definition, series, fingerprint }: AssessmentInput,
  situation: Situation,
  outcome: Outcome,
): Evidence {
  const { current, previous } = situation;
  const verdict = 'verdict' in outcome ? outcome.verdict : null;
  const numbers =
    verdict === null ? knownNumbers({ current: current?.value, previous: previous?.value }) : numbersOf(verdict);
  return {
    rule: { id: definition.rule.id, params: definition.rule, fingerprint },
    form: EVIDENCE_FORM,
    latestPeriod: current === null ? null : periodFromKey(current.period).code,
    numbers,
    missing: [],
    lastKnown: null,
    bounds: null,
    remarks: [],
    verdict,
    peers: current?.peers ?? [],
    peerGroup: series.peerGroup,
    observations: series.observations,
    publication: series.publication,
    previousPeriod: previous === null ? null : periodFromKey(previous.period).code,
    reason: 'stop' in outcome ? outcome.stop : null,
  };
}

/** The figures of a verdict by name; those of a part stand under the part's place and rule, such as `1-annual-change`. */
function numbersOf({ numbers, parts = [] }: RuleVerdict): Record<string, number> {
  const ofParts = parts.flatMap((part, index) =>
    Object.entries(numbersOf(part)).map(([name, value]) => [`${index + 1}-${part.rule.id}.${name}`, value] as const),
  );
  return { ...numbers, ...Object.fromEntries(ofParts) };
}
