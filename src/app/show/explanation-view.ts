import { meaningOf } from '../../model/plan/indicator.ts';
import { findText } from '../../model/plan/worded.ts';
import { contextOf } from '../../report/context.ts';
import { evidenceTables } from '../../report/evidence.ts';
import { judgedText } from '../../report/told/judged.ts';
import type { PublicationRequest } from '../../store/intake/publication-request.ts';
import { readSeriesWords } from '../../store/read/series-words.ts';
import { periodText } from '../../words/finding/sentence-context.ts';
import { sentenceOf } from '../../words/finding/say-finding.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { momentText } from '../../words/terminal/moment.ts';
import type { App } from '../open-app.ts';
import { observationTable } from './observation-table.ts';
import { readPage } from './read-page.ts';
import { type ShownTable, withoutConstants } from './shown-table.ts';
import type { StandingAssessment } from './read-status.ts';

export interface ExplanationView {
  /** Why, the ambition, and how it is judged. */
  readonly lead: readonly string[];
  readonly tables: readonly ShownTable[];
  /** How the figures were fetched; nothing where there are none. */
  readonly retrieval: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly request: readonly string[];
  } | null;
}

/** An explanation as a person reads it at a terminal, in the words of the page. */
export function viewExplanation(
  app: App,
  { standing, request }: { readonly standing: StandingAssessment; readonly request: PublicationRequest | null },
): ExplanationView {
  const { language } = app.settings.plan;
  const { definition, assessment } = standing;
  const { evidence } = assessment;
  const words = terminalTextsOf(language).explanation;
  const page = readPage(app);
  const context = contextOf(page);
  const indicator = page.indicators.find((one) => one.definition.id === definition.id);
  const meaning = meaningOf(definition, evidence.publication?.datasetId ?? null, language);
  const notMeasured = findText(definition, 'notMeasured', language);
  const { judgedTitle, notMeasuredTitle } = context.texts.told;
  const tables = indicator === undefined ? [] : evidenceTables(context, indicator);
  return {
    lead: [
      sentenceOf(assessment, language),
      ...(meaning === null ? [] : [meaning.text]),
      ...standing.remarks,
      `${words.ambition}: ${definition.ambition}`,
      ...(indicator === undefined ? [] : [`${judgedTitle}: ${judgedText(context, indicator)}`]),
      ...(notMeasured === null ? [] : [`${notMeasuredTitle}: ${notMeasured.text}`]),
    ],
    tables: [
      ...tables.map(({ caption, heading, rows }) => ({ title: caption, same: [], heading, rows })),
      missingTable(standing, app),
      observationTable(evidence, readSeriesWords(app.store, datasetsOf(standing), seriesOf(standing)), language),
    ].filter(({ rows }) => rows.length > 0),
    retrieval: request === null ? null : { title: words.retrieval, ...retrievalLines(request, app) },
  };
}

function seriesOf({ assessment }: StandingAssessment): readonly string[] {
  return assessment.evidence.observations.map(({ series }) => series);
}

function datasetsOf({ definition }: StandingAssessment): readonly string[] {
  return definition.inputs.flatMap(({ dataset, secondTable, per }) =>
    [dataset, secondTable, per?.dataset].filter((id) => id !== undefined),
  );
}

function missingTable({ assessment }: StandingAssessment, { settings }: App): ShownTable {
  const { language } = settings.plan;
  const words = terminalTextsOf(language).explanation;
  const texts = textsOf(language);
  const heading = [words.peer, words.what, words.period, words.why, words.symbol];
  const rows = assessment.evidence.missing.map(({ place, label, period, reason, symbol }) => [
    place === null ? '' : `${place.name} (${place.code})`,
    ...[label, periodText(texts, period), texts.missing[reason], symbol ?? ''],
  ]);
  return withoutConstants({ title: words.missing, same: [], heading, rows }, [words.peer, words.period]);
}

function retrievalLines(request: PublicationRequest, { settings }: App) {
  const { language } = settings.plan;
  const words = terminalTextsOf(language).explanation;
  const clock = { language, timeZone: settings.alerts.timeZone };
  return {
    lines: [
      ...(request.updatedAt === null ? [] : [`${words.updated}: ${momentText(request.updatedAt, clock)}`]),
      `${words.retrieved}: ${momentText(request.retrievedAt, clock)}`,
      `${words.alternative}: ${request.alternative}`,
      `${words.request}:`,
    ],
    request: request.request,
  };
}
