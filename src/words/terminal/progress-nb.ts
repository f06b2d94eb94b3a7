import type { WorkOutcome } from '../../model/progress.ts';
import type { DatasetResult } from '../../model/run.ts';
import { handlingNb } from '../file/handling-nb.ts';
import { listed } from '../list.ts';
import { failureNb } from '../trouble/failure-nb.ts';
import type { ProgressWords } from './progress.ts';

/** Plain bokmål. */
export const progressNb: ProgressWords = {
  step: (step) => {
    switch (step.step) {
      case 'news':
        return 'Spør SSB hva som er endret';
      case 'dataset':
        return `Leser ${step.id}`;
      case 'diagnosis':
        return `Spør om ${step.id}`;
      case 'successors':
        return 'Leter etter tabeller som fører disse videre';
      case 'klass':
        return 'Spør Klass om kommuner og endringer i dem';
      case 'view':
        return `Skriver ${step.name}`;
    }
  },
  outcome,
  pause: ({ seconds, cause }) => {
    const wait = `Venter ${seconds} sekunder`;
    if (cause.kind === 'quota') {
      return `${wait} på kvoten hos kilden, som er ${cause.calls} spørsmål på ${cause.windowSeconds} sekunder.`;
    }
    return cause.kind === 'too-many'
      ? `${wait}, fordi kilden har fått for mange spørsmål.`
      : `${wait}, fordi kilden ikke svarte, og spør så igjen.`;
  },
  ending: (ending) => {
    switch (ending.kind) {
      case 'postponed':
        return `${listed(ending.datasets, 'nb')} venter til vedlikeholdet hos kilden er over.`;
      case 'all-postponed':
        return 'Alle datasettene venter til vedlikeholdet hos kilden er over.';
      case 'failed-in-part':
        return `${listed(ending.datasets, 'nb')} mislyktes; resten er på plass.`;
      case 'all-failed':
        return 'Alle datasettene mislyktes.';
      case 'interrupted':
        return 'Stoppet før den var ferdig; neste kjøring fortsetter herfra.';
      case 'source-failed':
        return `Kilden kunne ikke spørres. ${noted(ending.sentence)}`;
      case 'unchanged':
        return ending.older.length === 0
          ? 'Uendret: ingenting nytt er publisert.'
          : `Uendret så langt.${olderText(ending.older)}`;
      case 'changed':
        return `${ending.changed} av ${ending.all} datasett har nye eller endrede tall.${olderText(ending.older)}`;
    }
  },
  beside: noted,
};

function outcome(came: WorkOutcome): string {
  switch (came.step) {
    case 'news':
      return `${came.due} av ${came.all} datasett skal leses.`;
    case 'dataset':
      return `${came.result.datasetId}: ${resultText(came.result)}`;
    case 'diagnosis':
      if (came.problem !== null) return `${came.id}: noe må ses på. ${noted(came.problem)}`;
      if (!came.isAnswered) return `${came.id}: ikke noe svar.`;
      return `${came.id}: i orden${came.lastPeriod === null ? '' : ` til og med ${came.lastPeriod}`} (${came.alternative ?? '–'}).`;
    case 'successors':
      return came.switches === 0
        ? 'Ingen tabell fortsetter et annet sted.'
        : `${came.switches} av datasettene kan byttes til en annen tabell.`;
    case 'klass':
      return came.isAnswered ? 'Klass har svart.' : 'Klass svarte ikke.';
    case 'view':
      return `${came.name}: ${came.rows === 1 ? 'én rad' : `${came.rows} rader`}.`;
    case 'no-answer':
      return 'SSB svarte ikke.';
  }
}

function resultText(result: DatasetResult): string {
  const { outcome: ended, errorCode, message, isOlderThanAnnounced } = result;
  if (ended === 'postponed') return 'venter til vedlikeholdet hos kilden er over.';
  if (errorCode !== null) {
    const failure = result.failure ?? { code: errorCode, facts: {} };
    return `${failureNb(failure, result.datasetId).reason} ${noted(message)}`.trim();
  }
  const isCounted = result.inserted + result.revised + result.withdrawn + result.unchanged > 0;
  const came = isCounted ? handlingNb.changes(result) : 'Uendret: ingenting nytt er publisert.';
  return isOlderThanAnnounced === true ? `${came} Kilden melder om noe nyere, og den spørres igjen.` : came;
}

function olderText(datasets: readonly string[]): string {
  return datasets.length === 0 ? '' : ` Det kilden gir for ${listed(datasets, 'nb')}, er eldre enn det den melder.`;
}

/** The program notes what went wrong in English, as it stands in the log. */
function noted(sentence: string): string {
  return `I loggen: «${sentence}»`;
}
