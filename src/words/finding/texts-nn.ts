import type { TimePeriod } from '../../model/time-period.ts';
import { causesNn } from '../cause/causes-nn.ts';
import { absenceNn } from '../absence/absence-nn.ts';
import { levelGuardsNn, ruleTextsNn } from './rule-texts-nn.ts';
import { unsettledNn } from './unsettled-texts.ts';
import type { GuardFacts, Texts } from './texts.ts';
import { comparisonNn } from '../comparison/comparison-nn.ts';
import { rangeText, withUnit } from '../number-text.ts';
import { listed } from '../list.ts';
import { capitalised } from '../capital.ts';

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

/** Plain nynorsk. */
export const textsNn: Texts = {
  decimalMark: ',',
  thousandsMark: '\u202F',
  percent: 'prosent',
  percentagePoints: 'prosentpoeng',
  statuses: {
    'on-track': 'Oppfylt',
    'partly-met': 'Delvis oppfylt',
    stable: 'Uendra',
    alike: 'Om lag likt',
    'too-little': 'For lita endring',
    'off-track': 'Ikkje oppfylt',
    'ambition-not-set': 'Ambisjon ikkje fastsett',
    'not-measured': 'Ikkje målt',
    insufficient: 'Kan ikkje vurderast',
    break: 'Brot i tidsserien',
  },
  flags: {
    proxy: 'ikkje målt direkte',
    provisional: 'førebelse tal',
    stale: 'nye tal er forseinka',
    revised: 'tal retta av kjelda',
    corrected: 'retta av kommunen',
    bounded: 'berre kjent innanfor grenser',
    'within-uncertainty': 'endringa kan vere tilfeldig',
    'within-variation': 'endringa er ikkje større enn vanleg',
  },
  causes: causesNn,
  missing: {
    'not-in-dataset': 'talet finst ikkje i kjelda',
    withdrawn: 'kjelda har teke talet bort',
    'code-ended': 'kommunekoden gjeld ikkje i perioden',
    'other-place': 'koden gjeld ein annan stad i perioden',
    'unknown-symbol': 'kjelda viser eit teikn som ingen har forklart',
    zero: 'kjelda viser 0, som ikkje kan vere rett',
    'not-possible': 'kjelda seier at talet ikkje kan finnast',
    missing: 'kjelda har ikkje talet',
    confidential: 'kjelda viser ikkje talet av omsyn til personvernet',
    nil: 'kjelda melder at det ikkje er noko å telje',
    unexplained: 'kjelda seier ikkje kvifor',
    'parts-differ': 'summen av gruppene er ikkje det kjelda oppgir i alt',
    'border-change': 'grensene var andre enn i dag',
    'no-previous-period': 'det finst ingen tidlegare periode å rekne frå',
    'base-not-positive': 'talet det blir rekna frå, er null eller negativt',
    'denominator-not-positive': 'talet det blir delt på, er null eller negativt',
    'peer-missing': 'det manglar tal å samanlikne med',
  },
  guards: {
    'unsettled-category': unsettledNn,
    'no-value': ({ wasMeasured }) =>
      wasMeasured ? 'Det finst ikkje lenger tal for indikatoren.' : 'Det finst inga måling enno.',
    'own-figure-missing': ownFigureMissing,
    'peer-missing': peerMissing,
    'only-one-period': ({ known }) => {
      const measured = known === null ? '' : ` (${known.value} i ${known.period})`;
      return `Det finst berre éi måling${measured}, så utviklinga kan ikkje vurderast.`;
    },
    'periods-not-adjacent': ({ period }) =>
      `Talet for perioden før ${period} manglar, så utviklinga kan ikkje vurderast.`,
    'base-not-positive': ({ period }) =>
      `Veksten til ${period} kan ikkje reknast ut, fordi talet det blir rekna frå, er null eller negativt.`,
    ...levelGuardsNn,
    'declared-break': ({ period, breakReason }) =>
      `Tala for ${period} kan ikkje samanliknast med tala frå før brotet i tidsserien: ${breakReason}.`,
    'marked-break': ({ period }) =>
      `Tala for ${period} kan ikkje samanliknast med tala frå før brotet i tidsserien, som kjelda har merkt.`,
    'border-change': ({ period }) => `Tala for ${period} kan ikkje samanliknast med tala frå før grensene vart endra.`,
  },
  amount: (number, unit) => (/^indeks/i.test(unit) ? number : withUnit(number, unit)),
  period: periodText,
  place: (coverage, municipality) => ({ municipality, county: 'fylket', national: 'Noreg' })[coverage],
  counties: (names, confirmed) =>
    `${names.length === 1 ? 'fylket' : 'fylka'} ${listed(names, 'nn')}${confirmed ? '' : ' (føreslått samanlikningsgruppe)'}`,
  group: (title, confirmed) =>
    confirmed ? `samanlikningsgruppa «${title}»` : `«${title}» (føreslått samanlikningsgruppe)`,
  proxy: (coverage, municipality) =>
    coverage === 'municipality'
      ? 'Talet måler berre indirekte det indikatoren gjeld.'
      : `Målt for ${coverage === 'county' ? 'fylket' : 'Noreg'}, ikkje for ${municipality}.`,
  source: (source, table, corrected) =>
    `Kjelde: ${sourceAlone(source, table)}${corrected ? ', med rettinga frå kommunen' : ''}.`,
  sourceAlone,
  sourceName: (source, table, coverage) => {
    const reach = { municipality: 'kommunetal', county: 'fylkestal', national: 'heile landet' }[coverage];
    return `${sourceAlone(source, table)}, ${reach}`;
  },
  proposed: (place) => `${place} (føreslått samanlikningsgruppe)`,
  groupName: (title) => `«${title}»`,
  ...absenceNn,
  ...comparisonNn,
  ...ruleTextsNn,
};

function sourceAlone(source: string, table: string | null): string {
  return `${source}${table === null ? '' : `, tabell ${table}`}`;
}

function ownFigureMissing({ place, period, missingIn, missing, missingParts }: GuardFacts): string {
  if (missingParts.length > 0) return missingParts.join(' ');
  return `Talet for ${place} i ${missingIn ?? period} manglar: ${missing ?? 'ukjend grunn'}.`;
}

function peerMissing({ place, period, missingParts, missingPeers, group }: GuardFacts): string {
  if (missingPeers.length === 0) return `Det finst ingen tal å samanlikne ${place} med for ${period}.`;
  const lacking = `tal manglar for ${listed(missingPeers, 'nn')}${group === '' ? '' : ` i ${group}`}`;
  return [`${capitalised(place)} kan ikkje samanliknast for ${period}: ${lacking}.`, ...missingParts].join(' ');
}

function periodText({ code, frequency, year, subPeriod }: TimePeriod): string {
  return {
    year: code,
    'half-year': `${subPeriod}. halvår ${year}`,
    quarter: `${subPeriod}. kvartal ${year}`,
    month: `${MONTHS[subPeriod - 1] ?? code} ${year}`,
    week: `veke ${subPeriod} ${year}`,
    interval: rangeText(code),
  }[frequency];
}
