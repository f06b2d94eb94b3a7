import type { Status } from '../../model/plan/assessment.ts';
import { LOCALES } from '../locale.ts';
import type { MessageTexts } from './texts.ts';

const NUMBERS = 'null én to tre fire fem seks sju åtte ni ti elleve tolv'.split(' ');

/** Plain bokmål. */
export const messageTextsNb: MessageTexts = {
  locale: LOCALES.nb,
  news: { good: 'god nyhet', bad: 'dårlig nyhet' },
  labels: {
    ...{ ambition: 'Ambisjon', meaning: 'Tallet', period: 'Periode', cause: 'Årsak', margin: 'Margin' },
    ...{ flags: 'Merk', source: 'Kilde', next: 'Videre', action: 'Hva du gjør' },
    ...{ statistic: 'Statistikk', indicators: 'Indikatorer' },
  },
  page: 'Se hele planen',
  indicatorLink: 'Se indikatoren',
  lead: (indicators, plan, municipality) =>
    `Her er nytt om ${number(indicators)} ${indicators === 1 ? 'indikator' : 'indikatorer'} i ${plan} for ${municipality}.`,
  overviewLead: (plan, municipality) =>
    `Dette er den første vurderingen av ${plan} for ${municipality}. Det kommer en melding når statusen til en indikator endres.`,
  overviewSubject: (municipality) => `Første vurdering av næringsplanen (${municipality})`,
  troubleLead: (municipality) =>
    `Dette gjelder driften av Næringspuls for ${municipality}, ikke indikatorene i planen.`,
  subject: (indicators, municipality, cause) =>
    `Nytt om ${number(indicators)} indikatorer${cause === null ? '' : `: ${cause}`} (${municipality})`,
  subjectOfSame: (happened, indicators, municipality) =>
    `${happened}: ${number(indicators)} indikatorer (${municipality})`,
  troubleSubject: (municipality) => `${municipality}: driften av Næringspuls`,
  troubleSubjectOfOne: (happened, municipality) => `${happened} (${municipality})`,
  troubleSubjectOfSeveral: (happened, others, municipality) =>
    `${happened}, og ${others === 1 ? 'én ting' : `${number(others)} ting`} til (${municipality})`,
  troubleIsOver: (title) => `I orden igjen: ${title}`,
  subjectOfOne: (happened, title, municipality) => `${happened}: ${title} (${municipality})`,
  happened: {
    ...{ 'on-track': 'Oppfylt', 'partly-met': 'Delvis oppfylt', stable: 'Uendret', 'off-track': 'Ikke oppfylt' },
    ...{ alike: 'Om lag likt', 'too-little': 'For liten endring' },
    ...{ 'ambition-not-set': 'Ambisjon ikke fastsatt', 'not-measured': 'Ikke lenger målt' },
    ...{ insufficient: 'Kan ikke vurderes', break: 'Kan ikke vurderes', 'no-longer-met': 'Ikke lenger oppfylt' },
    ...{ 'first-assessment': 'Første vurdering', 'first-measurement': 'Første måling', reminder: 'Påminnelse' },
    ...{ correction: 'Rettelse', settled: 'Har stabilisert seg', unsettled: 'Skifter ofte' },
  },
  closing: (municipality) => `Hilsen Næringspuls, som følger næringsplanen for ${municipality}`,
  troubleClosing: 'Det kommer én melding når noe går galt, og én når det er i orden igjen.',
  standing: (word, status) => (status === 'stable' ? `${word} (ambisjonen er ikke oppfylt)` : arrivedAt(word, status)),
  arrivedAt,
  firstMeasurement: 'Første måling foreligger. Kommunen kan nå fastlegge ambisjonsnivået',
  firstAssessment: (to) => `Første vurdering: ${to}`,
  correction: (from, to) => `Rettelse: fortsatt ${to}. Endringen til ${from} samme dag gjelder ikke lenger`,
  unsettled: (from, to, { changes, withinDays }) =>
    `Statusen skifter ofte: ${number(changes)} ganger på ${withinDays} dager, sist fra ${from} til ${to}. ` +
    `Neste melding kommer når den har vært i ro i ${withinDays} dager`,
  settled: (to) => `Har stabilisert seg: ${to}`,
  reminder: (to, since) => `Påminnelse: ${to} siden ${since}`,
  ordinary: 'Endringen er ikke større enn vanlig fra år til år.',
  marginDecided: 'Marginen avgjorde vurderingen. Den er satt i Næringspuls og er ikke politisk vedtatt.',
  nextFigures: (month) => `Nye tall ventes i ${month}.`,
  trouble: 'Noe er galt',
  troubleOver: 'I orden igjen',
  notice: 'Til orientering',
  wasAbout: (sentence) => `Det gjaldt: ${sentence}`,
  nothingToDo: 'Du trenger ikke gjøre noe.',
  published: (date) => `publisert ${date}`,
  handedIn: (date) => `levert ${date}`,
  testSubject: (subject) => `TEST – ${subject}`,
  testLead: {
    staff: 'Dette er en test. Ingenting er endret; indikatoren under er oppdiktet.',
    operations: 'Dette er en test. Ingenting er galt; det som står under, er oppdiktet.',
  },
  example: {
    title: 'Oppdiktet indikator',
    from: 'Uendret',
    to: 'Oppfylt',
    cause: 'dette er en test',
    sentence: 'Tallet for 2025 er 1\u202f234,5, opp 12,3 fra 1\u202f222,2 i 2024. Ambisjonen er oppfylt.',
    ambition: 'Årlig økning i noe oppdiktet',
    meaning: 'Et oppdiktet tall.',
  },
  troubleExample: {
    title: 'Oppdiktet tabell',
    happened: 'SSB-tabell 00000 er forsinket',
    sentence: 'SSB-tabell 00000 er forsinket: siste publisering var 6. juni 2025. Du trenger ikke gjøre noe.',
  },
};

function number(count: number): string {
  return NUMBERS[count] ?? String(count);
}

function arrivedAt(word: string, status: Status): string {
  return status === 'break' ? `Kan ikke vurderes: ${lowered(word)}` : word;
}

function lowered(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
