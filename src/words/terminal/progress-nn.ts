import type { WorkOutcome } from '../../model/progress.ts';
import type { DatasetResult } from '../../model/run.ts';
import { handlingNn } from '../file/handling-nn.ts';
import { listed } from '../list.ts';
import { failureNn } from '../trouble/failure-nn.ts';
import type { ProgressWords } from './progress.ts';

/** Plain nynorsk. */
export const progressNn: ProgressWords = {
  step: (step) => {
    switch (step.step) {
      case 'news':
        return 'Spør SSB kva som er endra';
      case 'dataset':
        return `Les ${step.id}`;
      case 'diagnosis':
        return `Spør om ${step.id}`;
      case 'successors':
        return 'Leitar etter tabellar som fører desse vidare';
      case 'klass':
        return 'Spør Klass om kommunar og endringar i dei';
      case 'view':
        return `Skriv ${step.name}`;
    }
  },
  outcome,
  pause: ({ seconds, cause }) => {
    const wait = `Ventar ${seconds} sekund`;
    if (cause.kind === 'quota') {
      return `${wait} på kvoten hos kjelda, som er ${cause.calls} spørsmål på ${cause.windowSeconds} sekund.`;
    }
    return cause.kind === 'too-many'
      ? `${wait}, fordi kjelda har fått for mange spørsmål.`
      : `${wait}, fordi kjelda ikkje svarte, og spør så igjen.`;
  },
  ending: (ending) => {
    switch (ending.kind) {
      case 'postponed':
        return `${listed(ending.datasets, 'nn')} ventar til vedlikehaldet hos kjelda er over.`;
      case 'all-postponed':
        return 'Alle datasetta ventar til vedlikehaldet hos kjelda er over.';
      case 'failed-in-part':
        return `${listed(ending.datasets, 'nn')} mislukkast; resten er på plass.`;
      case 'all-failed':
        return 'Alle datasetta mislukkast.';
      case 'interrupted':
        return 'Stoppa før ho var ferdig; neste køyring held fram herifrå.';
      case 'source-failed':
        return `Kjelda kunne ikkje spørjast. ${noted(ending.sentence)}`;
      case 'unchanged':
        return ending.older.length === 0
          ? 'Uendra: ingenting nytt er publisert.'
          : `Uendra så langt.${olderText(ending.older)}`;
      case 'changed':
        return `${ending.changed} av ${ending.all} datasett har nye eller endra tal.${olderText(ending.older)}`;
    }
  },
  beside: noted,
};

function outcome(came: WorkOutcome): string {
  switch (came.step) {
    case 'news':
      return `${came.due} av ${came.all} datasett skal lesast.`;
    case 'dataset':
      return `${came.result.datasetId}: ${resultText(came.result)}`;
    case 'diagnosis':
      if (came.problem !== null) return `${came.id}: noko må sjåast på. ${noted(came.problem)}`;
      if (!came.isAnswered) return `${came.id}: ikkje noko svar.`;
      return `${came.id}: i orden${came.lastPeriod === null ? '' : ` til og med ${came.lastPeriod}`} (${came.alternative ?? '–'}).`;
    case 'successors':
      return came.switches === 0
        ? 'Ingen tabell held fram ein annan stad.'
        : `${came.switches} av datasetta kan bytast til ein annan tabell.`;
    case 'klass':
      return came.isAnswered ? 'Klass har svara.' : 'Klass svara ikkje.';
    case 'view':
      return `${came.name}: ${came.rows === 1 ? 'éi rad' : `${came.rows} rader`}.`;
    case 'no-answer':
      return 'SSB svara ikkje.';
  }
}

function resultText(result: DatasetResult): string {
  const { outcome: ended, errorCode, message, isOlderThanAnnounced } = result;
  if (ended === 'postponed') return 'ventar til vedlikehaldet hos kjelda er over.';
  if (errorCode !== null) {
    const failure = result.failure ?? { code: errorCode, facts: {} };
    return `${failureNn(failure, result.datasetId).reason} ${noted(message)}`.trim();
  }
  const isCounted = result.inserted + result.revised + result.withdrawn + result.unchanged > 0;
  const came = isCounted ? handlingNn.changes(result) : 'Uendra: ingenting nytt er publisert.';
  return isOlderThanAnnounced === true ? `${came} Kjelda melder om noko nyare, og ho blir spurd igjen.` : came;
}

function olderText(datasets: readonly string[]): string {
  return datasets.length === 0 ? '' : ` Det kjelda gir for ${listed(datasets, 'nn')}, er eldre enn det ho melder.`;
}

/** The program notes what went wrong in English, as it stands in the log. */
function noted(sentence: string): string {
  return `I loggen: «${sentence}»`;
}
