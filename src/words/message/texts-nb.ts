import { LOCALES } from '../locale.ts';
import type { MessageTexts } from './texts.ts';

const NUMBERS = 'null én to tre fire fem seks sju åtte ni ti elleve tolv'.split(' ');

/** Plain bokmål. */
export const messageTextsNb: MessageTexts = {
  locale: LOCALES.nb,
  news: { good: 'god nyhet', bad: 'dårlig nyhet' },
  labels: { period: 'Periode', cause: 'Årsak', flags: 'Merk', source: 'Kilde' },
  page: 'Se hele planen',
  lead: (indicators, plan, municipality) =>
    `Her er nytt om ${number(indicators)} ${indicators === 1 ? 'indikator' : 'indikatorer'} i ${plan} for ${municipality}.`,
  troubleLead: (municipality) =>
    `Dette gjelder driften av Næringspuls for ${municipality}, ikke indikatorene i planen.`,
  subject: (indicators, municipality) =>
    `${municipality}: nytt om ${number(indicators)} ${indicators === 1 ? 'indikator' : 'indikatorer'} i næringsplanen`,
  troubleSubject: (municipality) => `${municipality}: driften av Næringspuls`,
  subjectOfOne: (title, municipality) => `${municipality}: ${title}`,
  closing: (municipality) => `Hilsen Næringspuls, som følger næringsplanen for ${municipality}`,
  troubleClosing: 'Det kommer én melding når noe går galt, og én når det er i orden igjen.',
  firstMeasurement: 'Første måling foreligger. Kommunen kan nå fastlegge ambisjonsnivået',
  firstAssessment: (to, isUnmet) => `Første vurdering: ${to}${isUnmet ? ' (ambisjonen er ikke oppfylt)' : ''}`,
  unjudged: (to) => `Kan ikke vurderes: ${to.toLowerCase()}`,
  correction: (from, to) => `Rettelse: fortsatt ${to}. Endringen til ${from} samme dag gjelder ikke lenger`,
  unsettled: (from, to, { changes, withinDays }) =>
    `Statusen skifter ofte: ${number(changes)} ganger på ${withinDays} dager, sist fra ${from} til ${to}. ` +
    `Neste melding kommer når den har vært i ro i ${withinDays} dager`,
  settled: (to) => `Har stabilisert seg: ${to}`,
  reminder: (to, since) => `Påminnelse: ${to} siden ${since}`,
  trouble: 'Noe er galt',
  troubleOver: 'I orden igjen',
  notice: 'Til orientering',
  wasAbout: (sentence) => `Det gjaldt: ${sentence}`,
  published: (date) => `publisert ${date}`,
  handedIn: (date) => `levert ${date}`,
  testSubject: (subject) => `TEST – ${subject}`,
  testLead: 'Dette er en test. Ingenting er endret; indikatoren under er oppdiktet.',
  example: {
    title: 'Oppdiktet indikator',
    from: 'Uendret',
    to: 'Oppfylt',
    cause: 'dette er en test',
    sentence: 'Tallet for 2025 er 1\u202F234,5, opp 12,3 fra 1\u202F222,2 i 2024. Ambisjonen er oppfylt.',
  },
};

function number(count: number): string {
  return NUMBERS[count] ?? String(count);
}
