import type { WorkOutcome } from '../../model/progress.ts';
import type { DatasetResult } from '../../model/run.ts';
import { handlingNn } from '../file/handling-nn.ts';
import { listed } from '../list.ts';
import type { FailureWords, ProgressWords } from './progress.ts';

const FAILURES: FailureWords = {
  usage: 'kommandoen vart ikkje forstått',
  'settings-invalid': 'innstillingane held ikkje',
  'source-unavailable': 'kjelda er ikkje tilgjengeleg no',
  'source-rate-limited': 'kjelda ber oss vente',
  'source-rejected-query': 'kjelda avviste spørjinga',
  'source-contract': 'svaret er ikkje som det skal vere, og er ikkje teke inn',
  'query-misfit': 'spørjinga passar ikkje med tabellen',
  'time-period-format': 'svaret har ein periode som ikkje kan lesast, og er ikkje teke inn',
  'publication-quarantined': 'svaret er halde tilbake til eit menneske har sett på det',
  'stale-correction': 'ei av rettingane til kommunen passar ikkje lenger',
  'file-refused': 'fila er avvist',
  'store-busy': 'databasen er oppteken',
  'store-unavailable': 'databasen kan ikkje brukast',
  'store-integrity': 'databasen tok ikkje imot tala',
  'store-migration': 'databasen er frå ein annan versjon',
  'delivery-failed': 'det kunne ikkje leverast',
  bug: 'ein feil i programmet',
};

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
  pause: ({ seconds }) => `Ventar ${seconds} sekund før neste spørsmål til kjelda.`,
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
  if (errorCode !== null) return `${FAILURES[errorCode]}. ${noted(message)}`;
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
