import { titleIn } from '../../model/language.ts';
import type { Language } from '../../model/language.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import { type SpeakableAssessment, unitOf } from '../../words/finding/say-finding.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { decimalsOf, numberText } from '../../words/number-text.ts';
import { flagText, statusText } from '../../words/finding/status-text.ts';
import type { App } from '../open-app.ts';
import { readStanding, type StandingAssessment } from './read-status.ts';

/** A status line as a person reads it. */
export interface StatusView {
  readonly id: string;
  readonly title: string;
  readonly status: string;
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
    status: statusText(status, language),
    period: period ?? '–',
    value: valueText(definition, assessment, language),
    flags: [...flags.map((flag) => flagText(flag, language)), ...lastKnownText(definition, assessment, language)].join(
      ', ',
    ),
    source: publication === null ? '' : `${textsOf(language).sourceAlone(publication.source, publication.table)}.`,
  };
}

function valueText(definition: IndicatorDefinition, assessment: SpeakableAssessment, language: Language): string {
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
  const { status, period, value } = lastKnown;
  const texts = textsOf(language);
  const written = value === null ? null : writer(definition, assessment, language)(value, true);
  return [texts.lastKnown(statusText(status, language), period, written).replace(/\.$/, '')];
}

function writer(definition: IndicatorDefinition, assessment: SpeakableAssessment, language: Language) {
  const dataset = assessment.evidence.publication?.datasetId;
  const used = definition.inputs.find((input) => input.dataset === dataset || input.secondTable === dataset);
  const texts = textsOf(language);
  const unit = unitOf(assessment, language) ?? '';
  return (value: number, withUnit: boolean) => {
    const number = numberText(value, used?.decimals ?? decimalsOf(value), texts);
    return withUnit ? texts.amount(number, unit) : number;
  };
}
