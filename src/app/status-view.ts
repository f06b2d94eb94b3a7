import type { Assessment } from '../model/assessment.ts';
import type { IndicatorDefinition } from '../model/indicator.ts';
import { textsOf } from '../status/language.ts';
import { decimalsOf, numberText } from '../status/number-text.ts';
import { flagText, statusText } from '../status/status-text.ts';
import type { App } from './open-app.ts';
import { readStanding, type StandingAssessment } from './read-status.ts';

type Language = App['settings']['plan']['language'];

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
    title: language === 'nb' ? definition.title : definition.titleEn,
    status: statusText(status, language),
    period: period ?? '–',
    value: valueText(definition, assessment, language),
    flags: flags.map((flag) => flagText(flag, language)).join(', '),
    source: publication === null ? '' : sourceText(publication, language),
  };
}

function sourceText(
  publication: { readonly source: string; readonly table: string | null },
  language: Language,
): string {
  return textsOf(language)
    .source(publication.source, publication.table, false)
    .replace(/^\S+: /, '');
}

function valueText(definition: IndicatorDefinition, { value, unit, evidence }: Assessment, language: Language): string {
  if (value === null) return '–';
  const used = definition.inputs.find(({ dataset }) => dataset === evidence.publication?.datasetId);
  const texts = textsOf(language);
  return texts.amount(numberText(value, used?.decimals ?? decimalsOf(value), texts), unit ?? '');
}
