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
  subject: (indicators, municipality) => `${municipality}: nytt om ${number(indicators)} indikatorer i næringsplanen`,
  troubleSubject: (municipality) => `${municipality}: driften av Næringspuls`,
  subjectOfOne: (title, municipality) => `${municipality}: ${title}`,
  closing: (municipality) => `Hilsen Næringspuls, som følger næringsplanen for ${municipality}`,
  troubleClosing: 'Det kommer én melding når noe går galt, og én når det er i orden igjen.',
  firstMeasurement: (to) => `Første måling foreligger: ${to}`,
  firstAssessment: (to) => `Vurdert for første gang: ${to}`,
  correction: (from, to) => `Rettelse: fortsatt ${to}. Endringen til ${from} samme dag gjelder ikke lenger`,
  unsettled: (from, to, { changes, withinDays }) =>
    `Veksler stadig, nå ${from} → ${to}. Statusen er endret ${number(changes)} ganger på ${withinDays} dager. ` +
    `Neste melding kommer når den har vært i ro i ${withinDays} dager`,
  settled: (to) => `Har falt til ro: ${to}`,
  reminder: (to, since) => `Påminnelse: ${to} siden ${since}`,
  trouble: 'Noe er galt',
  troubleOver: 'I orden igjen',
  notice: 'Til orientering',
  wasAbout: (sentence) => `Det gjaldt: ${sentence}`,
  published: (date) => `publisert ${date}`,
  handedIn: (date) => `levert ${date}`,
  testSubject: (subject) => `PRØVE – ${subject}`,
  testLead: 'Dette er en prøve. Ingenting er endret; indikatoren under er oppdiktet.',
  example: {
    title: 'Oppdiktet indikator',
    from: 'Uendret',
    to: 'Oppfylt',
    cause: 'dette er en prøve',
    sentence: 'Målt verdi var 1\u2009234,5 i 2025, opp 12,3 fra 1\u2009222,2 i 2024, i ønsket retning.',
  },
};

function number(count: number): string {
  return NUMBERS[count] ?? String(count);
}
