import { titleIn } from '../../model/language.ts';
import type { Language } from '../../model/language.ts';
import type { SaidStatus, Status } from '../../model/plan/assessment.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import { type SpeakableAssessment, unitOf } from '../../words/finding/say-finding.ts';
import { periodText } from '../../words/finding/sentence-context.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { valueText } from '../../words/finding/value-words.ts';
import { decimalsOf, numberText } from '../../words/number-text.ts';
import { flagText, statusText } from '../../words/finding/status-text.ts';
import type { App } from '../open-app.ts';
import { readStanding, type StandingAssessment } from './read-status.ts';

/** A status line as a person reads it. */
export interface StatusView {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly said: SaidStatus;
  readonly period: string;
  readonly value: string;
  readonly flags: string;
  /** Publisher and table, or the file handed in; empty when nothing is measured. */
  readonly source: string;
}

/** Every status line as a person reads it, in the order of the plan. */
export function viewStatus(app: App): readonly StatusView[] {
  return readStanding(app).map((standing) => viewAssessment(standing, app.settings.plan.language));
}

/** An assessment as a person reads it; a dash stands for what there is not. */
export function viewAssessment(
  { definition, assessment }: Pick<StandingAssessment, 'definition' | 'assessment'>,
  language: Language,
): StatusView {
  const { status, period, flags, evidence } = assessment;
  const { publication } = evidence;
  return {
    id: definition.id,
    title: titleIn(language, definition),
    status,
    said: saidOf(assessment),
    period: period === null ? '–' : periodText(textsOf(language), period),
    value: valueOf(definition, assessment, language),
    flags: [
      ...(flags.length === 0 ? [] : [flags.map((flag) => flagText(flag, language)).join(', ')]),
      ...lastKnownText(definition, assessment, language),
    ].join('\n'),
    source: publication === null ? '' : `${textsOf(language).sourceAlone(publication.source, publication.table)}.`,
  };
}

function valueOf(definition: IndicatorDefinition, assessment: SpeakableAssessment, language: Language): string {
  const { value, evidence } = assessment;
  const write = writer(definition, assessment, language);
  if (value !== null) return write(value, true);
  if (evidence.bounds === null) return '–';
  const [low, high] = evidence.bounds;
  return textsOf(language).between(write(low, false), write(high, true));
}

/** What was last known, for a latest period that cannot be judged. */
function lastKnownText(
  definition: IndicatorDefinition,
  assessment: SpeakableAssessment,
  language: Language,
): readonly string[] {
  const { lastKnown } = assessment.evidence;
  if (lastKnown === null) return [];
  const { status, said = status, period, value } = lastKnown;
  const texts = textsOf(language);
  const written = value === null ? null : writer(definition, assessment, language)(value, true);
  const when = periodText(texts, period);
  return [texts.lastKnown(statusText(said, language), when, written).replace(/\.$/, '')];
}

function writer(definition: IndicatorDefinition, assessment: SpeakableAssessment, language: Language) {
  const dataset = assessment.evidence.publication?.datasetId;
  const used = definition.inputs.find((input) => input.dataset === dataset || input.secondTable === dataset);
  const texts = textsOf(language);
  const unit = unitOf(assessment, language) ?? '';
  const { finding: facts } = assessment.evidence;
  return (value: number, withUnit: boolean) => {
    const decimals = used?.decimals ?? decimalsOf(value);
    if (withUnit && facts !== null) return valueText({ texts, facts }, value, decimals, unit);
    const number = numberText(value, decimals, texts);
    return withUnit ? texts.amount(number, unit) : number;
  };
}
