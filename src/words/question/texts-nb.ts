import type { QuestionTexts } from './texts.ts';

/** What is asked about a file, in bokmål. */
export const QUESTIONS_NB: QuestionTexts = {
  futureYears: (years) => `Filen har tall for ${years}, som ikke har begynt ennå. Er året skrevet feil?`,
  outOfRange: (what, year, value, range) =>
    `«${what}» er ${value} i ${year}, utenfor området ${range} som planen sier at indeksen har. Mangler et komma?`,
  otherScale: (what, year, value, other) =>
    `«${what}» er ${value} i ${year}, mot ${other}. Er målestokken eller enheten en annen?`,
  inYear: (value, year) => `${value} i ${year}`,
  inLastFile: (value) => `${value} i den forrige filen`,
  lostYears: (years) => `Filen mangler ${years}, som den forrige filen hadde.`,
  figuresGone: (gone, of) => `${gone} av ${of} tall som var der, mangler eller er 0 i filen.`,
  lostCategory: (dimension, code, nearest) =>
    `${dimension} «${code}», som den forrige filen hadde tall for, er ikke i filen${nearest === null ? '' : `; den har «${nearest}»`}.`,
  newCategory: (dimension, code, nearest) =>
    `${dimension} «${code}» er ny, og regnes med i en sum av alle som ikke er nevnt${nearest === null ? '' : `; den likner «${nearest}»`}. Skal den det?`,
  notDecided: (dimension, code, nearest) =>
    `Innstillingene sier ikke om ${dimension} «${code}» skal regnes med eller utelates${nearest === null ? '' : `; den likner «${nearest}»`}.`,
  notThere: (dimension, code, nearest) =>
    `Innstillingene regner med ${dimension} «${code}», som filen ikke har${nearest === null ? '' : `; den har «${nearest}»`}.`,
  notLeftOut: (dimension, code, year, nearest) =>
    `Innstillingene utelater ${dimension} «${code}», som filen ikke har i ${year}${nearest === null ? '' : `; den har «${nearest}»`}.`,
  untilSettled: 'Tas filen inn likevel, er indikatoren brudd i tidsserien til en linje i innstillingene avgjør det.',
  becameZero: (parts, year, share) => `${parts} er 0 i ${year}, og var ${share} av summen året før.`,
  partsDiffer: (what, year, parts, whole) =>
    `Tallene for «${what}» i ${year} blir ${parts} til sammen, og filen oppgir selv summen ${whole}. Mangler det rader?`,
  publication: {
    'lost-dimension': 'En dimensjon som den forrige filen hadde, er ikke i denne.',
    'lost-code': 'Kategorier som den forrige filen hadde, er ikke i denne.',
    'lost-period': 'År som den forrige filen hadde, er ikke i denne.',
    'changed-unit': 'Enheten er en annen enn i den forrige filen.',
    'fewer-cells': 'Filen har færre tall enn den forrige.',
    'tenfold-jump': 'Et tall er minst ti ganger så stort som i den forrige filen, eller høyst en tidel av det.',
    'figures-vanished': 'Mer enn en tidel av tallene som den forrige filen hadde, mangler eller er 0.',
    'new-period-out-of-scale': 'Det siste året er i en annen målestokk enn året før.',
    'changed-decimals': 'Tallene har et annet antall desimaler enn i den forrige filen.',
    'parts-differ': 'Delene blir ikke summen som filen selv oppgir.',
  },
  dimensions: { Sektor: 'sektoren', Utslippskilde: 'utslippskilden', Klimagass: 'klimagassen' },
  decimalComma: true,
};
