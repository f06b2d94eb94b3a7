import type { Status } from '../../model/plan/assessment.ts';
import { LOCALES } from '../locale.ts';
import type { MessageTexts } from './texts.ts';

const NUMBERS = 'null éin to tre fire fem seks sju åtte ni ti elleve tolv'.split(' ');

/** Plain nynorsk. */
export const messageTextsNn: MessageTexts = {
  locale: LOCALES.nn,
  news: { good: 'godt nytt', bad: 'dårleg nytt' },
  labels: {
    ...{ ambition: 'Ambisjon', meaning: 'Talet', period: 'Periode', cause: 'Årsak', margin: 'Margin' },
    ...{ flags: 'Merk', source: 'Kjelde', next: 'Vidare', action: 'Kva du gjer' },
    ...{ statistic: 'Statistikk', indicators: 'Indikatorar' },
  },
  page: 'Sjå heile planen',
  indicatorLink: 'Sjå indikatoren',
  lead: (indicators, plan, municipality) =>
    `Her er nytt om ${number(indicators)} ${indicators === 1 ? 'indikator' : 'indikatorar'} i ${plan} for ${municipality}.`,
  overviewLead: (plan, municipality) =>
    `Dette er den første vurderinga av ${plan} for ${municipality}. Det kjem ei melding når statusen til ein indikator blir endra.`,
  overviewSubject: (municipality) => `Første vurdering av næringsplanen (${municipality})`,
  troubleLead: (municipality) => `Dette gjeld drifta av Næringspuls for ${municipality}, ikkje indikatorane i planen.`,
  subject: (indicators, municipality, cause) =>
    `Nytt om ${number(indicators)} indikatorar${cause === null ? '' : `: ${cause}`} (${municipality})`,
  subjectOfSame: (happened, indicators, municipality) =>
    `${happened}: ${number(indicators)} indikatorar (${municipality})`,
  troubleSubject: (municipality) => `${municipality}: drifta av Næringspuls`,
  troubleSubjectOfOne: (happened, municipality) => `${happened} (${municipality})`,
  troubleSubjectOfSeveral: (happened, others, municipality) =>
    `${happened}, og ${others === 1 ? 'éin ting' : `${number(others)} ting`} til (${municipality})`,
  troubleIsOver: (title) => `I orden igjen: ${title}`,
  subjectOfOne: (happened, title, municipality) => `${happened}: ${title} (${municipality})`,
  happened: {
    ...{ 'on-track': 'Oppfylt', 'partly-met': 'Delvis oppfylt', stable: 'Uendra', 'off-track': 'Ikkje oppfylt' },
    ...{ alike: 'Om lag likt', 'too-little': 'For lita endring' },
    ...{ 'ambition-not-set': 'Ambisjon ikkje fastsett', 'not-measured': 'Ikkje lenger målt' },
    ...{ insufficient: 'Kan ikkje vurderast', break: 'Kan ikkje vurderast', 'no-longer-met': 'Ikkje lenger oppfylt' },
    ...{ 'first-assessment': 'Første vurdering', 'first-measurement': 'Første måling', reminder: 'Påminning' },
    ...{ correction: 'Retting', settled: 'Har stabilisert seg', unsettled: 'Skiftar ofte' },
  },
  closing: (municipality) => `Helsing Næringspuls, som følgjer næringsplanen for ${municipality}`,
  troubleClosing: 'Det kjem éi melding når noko går gale, og éi når det er i orden igjen.',
  standing: (word, status) => (status === 'stable' ? `${word} (ambisjonen er ikkje oppfylt)` : arrivedAt(word, status)),
  arrivedAt,
  firstMeasurement: 'Første måling ligg føre. Kommunen kan no fastsetje ambisjonsnivået',
  firstAssessment: (to) => `Første vurdering: ${to}`,
  correction: (from, to) => `Retting: framleis ${to}. Endringa til ${from} same dag gjeld ikkje lenger`,
  unsettled: (from, to, { changes, withinDays }) =>
    `Statusen skiftar ofte: ${number(changes)} gonger på ${withinDays} dagar, sist frå ${from} til ${to}. ` +
    `Neste melding kjem når han har vore i ro i ${withinDays} dagar`,
  settled: (to) => `Har stabilisert seg: ${to}`,
  reminder: (to, since) => `Påminning: ${to} sidan ${since}`,
  ordinary: 'Endringa er ikkje større enn vanleg frå år til år.',
  marginDecided: 'Marginen avgjorde vurderinga. Han er vald i Næringspuls og er ikkje politisk vedteken.',
  nextFigures: (month) => `Nye tal er venta i ${month}.`,
  trouble: 'Noko er gale',
  troubleOver: 'I orden igjen',
  notice: 'Til orientering',
  wasAbout: (sentence) => `Det galdt: ${sentence}`,
  nothingToDo: 'Du treng ikkje gjere noko.',
  published: (date) => `publisert ${date}`,
  handedIn: (date) => `levert ${date}`,
  testSubject: (subject) => `TEST – ${subject}`,
  testLead: {
    staff: 'Dette er ein test. Ingenting er endra; indikatoren under er oppdikta.',
    operations: 'Dette er ein test. Ingenting er gale; det som står under, er oppdikta.',
  },
  example: {
    title: 'Oppdikta indikator',
    from: 'Uendra',
    to: 'Oppfylt',
    cause: 'dette er ein test',
    sentence: 'Talet for 2025 er 1\u202f234,5, opp 12,3 frå 1\u202f222,2 i 2024. Ambisjonen er oppfylt.',
    ambition: 'Årleg auke i noko oppdikta',
    meaning: 'Eit oppdikta tal.',
  },
  troubleExample: {
    title: 'Oppdikta tabell',
    happened: 'SSB-tabell 00000 er forseinka',
    sentence: 'SSB-tabell 00000 er forseinka: siste publisering var 6. juni 2025. Du treng ikkje gjere noko.',
  },
};

function number(count: number): string {
  return NUMBERS[count] ?? String(count);
}

function arrivedAt(word: string, status: Status): string {
  return status === 'break' ? `Kan ikkje vurderast: ${lowered(word)}` : word;
}

function lowered(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
