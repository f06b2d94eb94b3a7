import type { Figure } from '../../model/data/figure.ts';
import { meaningOf } from '../../model/plan/indicator.ts';
import { findText } from '../../model/plan/worded.ts';
import type { Language } from '../../model/language.ts';
import type { PeerFigure, UsedObservation } from '../../model/plan/indicator-series.ts';
import { sentenceOf } from '../../words/finding/say-finding.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { decimalsOf, numberText } from '../../words/number-text.ts';
import type { PublicationRequest } from '../../store/intake/publication-request.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import type { ExplanationWords } from '../../words/terminal/texts.ts';
import type { StandingAssessment } from './read-status.ts';
import { viewAssessment } from './status-view.ts';

export interface ExplanationSection {
  readonly title: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ExplanationView {
  /** What is said, the ambition, and by which rule. */
  readonly lead: readonly string[];
  readonly sections: readonly ExplanationSection[];
}

/** An explanation as a person reads it at a terminal. */
export function viewExplanation(
  { standing, request }: { readonly standing: StandingAssessment; readonly request: PublicationRequest | null },
  language: Language,
): ExplanationView {
  const { definition, assessment } = standing;
  const { evidence } = assessment;
  const words = terminalTextsOf(language).explanation;
  const { title, status } = viewAssessment(standing, language);
  const meaning = meaningOf(definition, evidence.publication?.datasetId ?? null, language);
  const notMeasured = findText(definition, 'notMeasured', language);
  return {
    lead: [
      `${title}: ${status}`,
      sentenceOf(assessment, language),
      ...(meaning === null ? [] : [meaning.text]),
      ...standing.remarks,
      `${words.ambition}: ${definition.ambition}`,
      `${words.rule}: ${evidence.rule.id} ${JSON.stringify(evidence.rule.params)}`,
      ...(notMeasured === null ? [] : [`${words.notMeasured}: ${notMeasured.text}`]),
    ],
    sections: [
      {
        title: words.numbers,
        heading: [words.number, words.value],
        rows: Object.entries(evidence.numbers).map(([name, value]) => [name, plain(value, language)]),
      },
      {
        title:
          evidence.peerGroup === null || assessment.coverage === 'county'
            ? words.peers
            : `${words.peers}: ${evidence.peerGroup.title}`,
        heading: [words.peer, words.level, words.growth],
        rows: evidence.peers.map((peer) => peerRow(peer, language)),
      },
      {
        title: words.missing,
        heading: [words.peer, words.what, words.period, words.why, words.symbol],
        rows: evidence.missing.map(({ place, label, period, reason, symbol }) => [
          place === null ? '' : `${place.code} ${place.name}`,
          label,
          period,
          textsOf(language).missing[reason],
          symbol ?? '',
        ]),
      },
      {
        title: words.observations,
        heading: [words.table, words.series, words.period, words.value, words.symbol, words.publication],
        rows: evidence.observations.map((used) => observationRow(used, language, words.file)),
      },
      {
        title: words.retrieval,
        heading: [words.question, words.answer],
        rows: request === null ? [] : requestRows(request, words),
      },
    ],
  };
}

function peerRow({ name, level, growth }: PeerFigure, language: Language): readonly string[] {
  return [name, figureText(level, language), growth === undefined ? '–' : figureText(growth, language)];
}

function observationRow(used: UsedObservation, language: Language, file: string): readonly string[] {
  const { table, series, period, value, symbol, publication } = used;
  return [
    table ?? file,
    series,
    period,
    value === null ? '–' : plain(value, language),
    symbol ?? '',
    String(publication),
  ];
}

function requestRows(request: PublicationRequest, words: ExplanationWords): readonly (readonly string[])[] {
  return [
    [words.updated, request.updatedAt ?? '–'],
    [words.retrieved, request.retrievedAt],
    [words.alternative, request.alternative],
    [words.reason, request.alternativeReason],
    ...request.request.map((line) => [words.request, line]),
  ];
}

function figureText(figure: Figure, language: Language): string {
  return 'value' in figure ? plain(figure.value, language) : textsOf(language).missing[figure.missing];
}

function plain(value: number, language: Language): string {
  return numberText(value, Math.min(decimalsOf(value), 4), textsOf(language));
}
