import type { QuestionTexts } from './texts.ts';

/** What is asked about a file, in nynorsk. */
export const QUESTIONS_NN: QuestionTexts = {
  futureYears: (years) => `Fila har tal for ${years}, som ikkje har byrja enno. Er året skrive feil?`,
  outOfRange: (what, year, value, range) =>
    `«${what}» er ${value} i ${year}, utanfor området ${range} som planen seier at indeksen har. Manglar eit komma?`,
  otherScale: (what, year, value, other) =>
    `«${what}» er ${value} i ${year}, mot ${other}. Er målestokken eller eininga ei anna?`,
  inYear: (value, year) => `${value} i ${year}`,
  inLastFile: (value) => `${value} i den førre fila`,
  lostYears: (years) => `Fila manglar ${years}, som den førre fila hadde.`,
  figuresGone: (gone, of) => `${gone} av ${of} tal som var der, manglar eller er 0 i fila.`,
  lostCategory: (dimension, code, nearest) =>
    `${dimension} «${code}», som den førre fila hadde tal for, er ikkje i fila${nearest === null ? '' : `; ho har «${nearest}»`}.`,
  newCategory: (dimension, code, nearest) =>
    `${dimension} «${code}» er ny, og blir rekna med i ein sum av alle som ikkje er nemnde${nearest === null ? '' : `; namnet liknar «${nearest}»`}. Skal det vere slik?`,
  notDecided: (dimension, code, nearest) =>
    `Innstillingane seier ikkje om ${dimension} «${code}» skal reknast med eller haldast utanfor${nearest === null ? '' : `; namnet liknar «${nearest}»`}.`,
  notThere: (dimension, code, nearest) =>
    `Innstillingane reknar med ${dimension} «${code}», som fila ikkje har${nearest === null ? '' : `; ho har «${nearest}»`}.`,
  notLeftOut: (dimension, code, year, nearest) =>
    `Innstillingane held ${dimension} «${code}» utanfor, men fila har ikkje dette i ${year}${nearest === null ? '' : `; ho har «${nearest}»`}.`,
  untilSettled:
    'Blir fila teken inn likevel, er indikatoren brot i tidsserien til ei linje i innstillingane avgjer det.',
  becameZero: (parts, year, share) => `${parts} er 0 i ${year}, og var ${share} av summen året før.`,
  partsDiffer: (what, year, parts, whole) =>
    `Tala for «${what}» i ${year} blir ${parts} til saman, og fila oppgir sjølv summen ${whole}. Manglar det rader?`,
  publication: {
    'lost-dimension': 'Ein dimensjon som den førre fila hadde, er ikkje i denne.',
    'lost-code': 'Kategoriar som den førre fila hadde, er ikkje i denne.',
    'lost-period': 'År som den førre fila hadde, er ikkje i denne.',
    'changed-unit': 'Eininga er ei anna enn i den førre fila.',
    'fewer-cells': 'Fila har færre tal enn den førre.',
    'tenfold-jump': 'Eit tal er minst ti gonger så stort som i den førre fila, eller høgst ein tidel av det.',
    'figures-vanished': 'Meir enn ein tidel av tala som den førre fila hadde, manglar eller er 0.',
    'new-period-out-of-scale': 'Det siste året er i ein annan målestokk enn året før.',
    'changed-decimals': 'Tala har eit anna tal på desimalar enn i den førre fila.',
    'parts-differ': 'Delane blir ikkje summen som fila sjølv oppgir.',
  },
  dimensions: { Sektor: 'sektoren', Utslippskilde: 'utsleppskjelda', Klimagass: 'klimagassen' },
  decimalComma: true,
};
