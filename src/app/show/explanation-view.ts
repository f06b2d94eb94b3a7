import type { Figure } from '../../model/data/figure.ts';
import { meaningOf } from '../../model/plan/indicator.ts';
import { findText } from '../../model/plan/worded.ts';
import type { PeerFigure, UsedObservation } from '../../model/plan/indicator-series.ts';
import { textsOf } from '../../status/language.ts';
import { decimalsOf, numberText } from '../../status/number-text.ts';
import type { Language } from '../../status/language.ts';
import type { PublicationRequest } from '../../store/intake/publication-request.ts';
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

const WORDS = {
  nb: {
    ambition: 'Ambisjon',
    rule: 'Regel',
    notMeasured: 'Ikke målt',
    numbers: 'Tallene regelen brukte',
    number: 'Størrelse',
    value: 'Verdi',
    peers: 'Sammenliknet med',
    peer: 'Sted',
    level: 'Nivå',
    growth: 'Vekst i prosent',
    missing: 'Tall som mangler',
    what: 'Hva',
    why: 'Hvorfor',
    observations: 'Observasjoner',
    table: 'Tabell',
    series: 'Serie',
    period: 'Periode',
    symbol: 'Symbol',
    publication: 'Publisering',
    retrieval: 'Slik ble tallene hentet',
    question: 'Spørsmål',
    answer: 'Svar',
    retrieved: 'Hentet',
    updated: 'Oppdatert hos kilden',
    alternative: 'Valgt alternativ',
    reason: 'Begrunnelse',
    request: 'Forespørsel',
    file: 'fil',
  },
  en: {
    ambition: 'Ambition',
    rule: 'Rule',
    notMeasured: 'Not measured',
    numbers: 'The numbers the rule used',
    number: 'Quantity',
    value: 'Value',
    peers: 'Compared with',
    peer: 'Place',
    level: 'Level',
    growth: 'Growth in per cent',
    missing: 'Missing figures',
    what: 'What',
    why: 'Why',
    observations: 'Observations',
    table: 'Table',
    series: 'Series',
    period: 'Period',
    symbol: 'Symbol',
    publication: 'Publication',
    retrieval: 'How the figures were fetched',
    question: 'Question',
    answer: 'Answer',
    retrieved: 'Retrieved',
    updated: 'Updated at the source',
    alternative: 'Alternative chosen',
    reason: 'Reason',
    request: 'Request',
    file: 'file',
  },
} as const;

/** An explanation as a person reads it at a terminal. */
export function viewExplanation(
  { standing, request }: { readonly standing: StandingAssessment; readonly request: PublicationRequest | null },
  language: Language,
): ExplanationView {
  const { definition, assessment } = standing;
  const { evidence } = assessment;
  const words = WORDS[language];
  const { title, status } = viewAssessment(standing, language);
  const meaning = meaningOf(definition, evidence.publication?.datasetId ?? null, language);
  const notMeasured = findText(definition, 'notMeasured', language);
  return {
    lead: [
      `${title}: ${status}`,
      ...(meaning === null ? [] : [meaning.text]),
      assessment.sentence,
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

function requestRows(request: PublicationRequest, words: (typeof WORDS)[Language]): readonly (readonly string[])[] {
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
