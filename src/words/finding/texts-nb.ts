import type { TimePeriod } from '../../model/time-period.ts';
import { causesNb } from '../cause/causes-nb.ts';
import { absenceNb } from '../absence/absence-nb.ts';
import { levelGuardsNb, ruleTextsNb } from './rule-texts-nb.ts';
import { unsettledNb } from './unsettled-texts.ts';
import type { GuardFacts, Texts } from './texts.ts';
import { comparisonNb } from '../comparison/comparison-nb.ts';
import { rangeText, withUnit } from '../number-text.ts';
import { listed } from '../list.ts';
import { capitalised } from '../capital.ts';

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

/** Plain bokmål. */
export const textsNb: Texts = {
  decimalMark: ',',
  thousandsMark: '\u202F',
  percent: 'prosent',
  percentagePoints: 'prosentpoeng',
  statuses: {
    'on-track': 'Oppfylt',
    'partly-met': 'Delvis oppfylt',
    stable: 'Uendret',
    alike: 'Om lag likt',
    'too-little': 'For liten endring',
    'off-track': 'Ikke oppfylt',
    'ambition-not-set': 'Ambisjon ikke fastsatt',
    'not-measured': 'Ikke målt',
    insufficient: 'Kan ikke vurderes',
    break: 'Brudd i tidsserien',
  },
  flags: {
    proxy: 'ikke målt direkte',
    provisional: 'foreløpige tall',
    stale: 'nye tall er forsinket',
    revised: 'tall rettet av kilden',
    corrected: 'rettet av kommunen',
    bounded: 'bare kjent innenfor grenser',
    'within-uncertainty': 'endringen kan være tilfeldig',
    'within-variation': 'endringen er ikke større enn vanlig',
  },
  causes: causesNb,
  missing: {
    'not-in-dataset': 'tallet finnes ikke i kilden',
    withdrawn: 'kilden har tatt tallet bort',
    'code-ended': 'kommunekoden gjelder ikke i perioden',
    'other-place': 'koden gjelder et annet sted i perioden',
    'unknown-symbol': 'kilden viser et tegn som ingen har forklart',
    zero: 'kilden viser 0, som ikke kan være riktig',
    'not-possible': 'kilden sier at tallet ikke kan finnes',
    missing: 'kilden har ikke tallet',
    confidential: 'kilden viser ikke tallet av hensyn til personvernet',
    nil: 'kilden melder at det ikke er noe å telle',
    unexplained: 'kilden sier ikke hvorfor',
    'parts-differ': 'gruppene summerer seg ikke til det kilden oppgir i alt',
    'border-change': 'grensene var andre enn i dag',
    'no-previous-period': 'det finnes ingen tidligere periode å regne fra',
    'base-not-positive': 'tallet det regnes fra, er null eller negativt',
    'denominator-not-positive': 'tallet det deles på, er null eller negativt',
    'peer-missing': 'det mangler tall å sammenlikne med',
  },
  guards: {
    'unsettled-category': unsettledNb,
    'no-value': ({ wasMeasured }) =>
      wasMeasured ? 'Det finnes ikke lenger tall for indikatoren.' : 'Det finnes ingen måling ennå.',
    'own-figure-missing': ownFigureMissing,
    'peer-missing': peerMissing,
    'only-one-period': ({ known }) => {
      const measured = known === null ? '' : ` (${known.value} i ${known.period})`;
      return `Det finnes bare én måling${measured}, så utviklingen kan ikke vurderes.`;
    },
    'periods-not-adjacent': ({ period }) =>
      `Tallet for perioden før ${period} mangler, så utviklingen kan ikke vurderes.`,
    'base-not-positive': ({ period }) =>
      `Veksten til ${period} kan ikke regnes ut, fordi tallet det regnes fra, er null eller negativt.`,
    ...levelGuardsNb,
    'declared-break': ({ period, breakReason }) =>
      `Tallene for ${period} kan ikke sammenliknes med tallene fra før bruddet i tidsserien: ${breakReason}.`,
    'marked-break': ({ period }) =>
      `Tallene for ${period} kan ikke sammenliknes med tallene fra før bruddet i tidsserien, som kilden har merket.`,
    'border-change': ({ period }) =>
      `Tallene for ${period} kan ikke sammenliknes med tallene fra før grensene ble endret.`,
  },
  amount: (number, unit) => (/^indeks/i.test(unit) ? number : withUnit(number, unit)),
  period: periodText,
  place: (coverage, municipality) => ({ municipality, county: 'fylket', national: 'Norge' })[coverage],
  counties: (names, confirmed) =>
    `${names.length === 1 ? 'fylket' : 'fylkene'} ${listed(names, 'nb')}${confirmed ? '' : ' (foreslått sammenlikningsgruppe)'}`,
  group: (title, confirmed) =>
    confirmed ? `sammenlikningsgruppen «${title}»` : `«${title}» (foreslått sammenlikningsgruppe)`,
  proxy: (coverage, municipality) =>
    coverage === 'municipality'
      ? 'Tallet måler bare indirekte det indikatoren gjelder.'
      : `Målt for ${coverage === 'county' ? 'fylket' : 'Norge'}, ikke for ${municipality}.`,
  source: (source, table, corrected) =>
    `Kilde: ${sourceAlone(source, table)}${corrected ? ', med kommunens rettelse' : ''}.`,
  sourceAlone,
  sourceName: (source, table, coverage) => {
    const reach = { municipality: 'kommunetall', county: 'fylkestall', national: 'hele landet' }[coverage];
    return `${sourceAlone(source, table)}, ${reach}`;
  },
  proposed: (place) => `${place} (foreslått sammenlikningsgruppe)`,
  groupName: (title) => `«${title}»`,
  ...absenceNb,
  ...comparisonNb,
  ...ruleTextsNb,
};

function sourceAlone(source: string, table: string | null): string {
  return `${source}${table === null ? '' : `, tabell ${table}`}`;
}

function ownFigureMissing({ place, period, missingIn, missing, missingParts }: GuardFacts): string {
  if (missingParts.length > 0) return missingParts.join(' ');
  return `Tallet for ${place} i ${missingIn ?? period} mangler: ${missing ?? 'ukjent grunn'}.`;
}

function peerMissing({ place, period, missingParts, missingPeers, group }: GuardFacts): string {
  if (missingPeers.length === 0) return `Det finnes ingen tall å sammenlikne ${place} med for ${period}.`;
  const lacking = `tall mangler for ${listed(missingPeers, 'nb')}${group === '' ? '' : ` i ${group}`}`;
  return [`${capitalised(place)} kan ikke sammenliknes for ${period}: ${lacking}.`, ...missingParts].join(' ');
}

function periodText({ code, frequency, year, subPeriod }: TimePeriod): string {
  return {
    year: code,
    'half-year': `${subPeriod}. halvår ${year}`,
    quarter: `${subPeriod}. kvartal ${year}`,
    month: `${MONTHS[subPeriod - 1] ?? code} ${year}`,
    week: `uke ${subPeriod} ${year}`,
    interval: rangeText(code),
  }[frequency];
}
