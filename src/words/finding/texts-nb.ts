import type { TimePeriod } from '../../model/time-period.ts';
import { causesNb } from '../cause/causes-nb.ts';
import { absenceNb } from './absence-nb.ts';
import { levelGuardsNb, ruleTextsNb } from './rule-texts-nb.ts';
import { unsettledNb } from './unsettled-texts.ts';
import type { ChangeFacts, GuardFacts, LeadFacts, PositionFacts, Texts } from './texts.ts';
import { listed } from '../list.ts';
import { capitalised } from '../capital.ts';

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

/** Plain bokmål. */
export const textsNb: Texts = {
  decimalMark: ',',
  thousandsMark: '\u2009',
  percent: 'prosent',
  percentagePoints: 'prosentpoeng',
  statuses: {
    'on-track': 'Oppfylt',
    'partly-met': 'Delvis oppfylt',
    stable: 'Uendret',
    'off-track': 'Ikke oppfylt',
    'ambition-not-set': 'Ambisjon ikke fastsatt',
    'not-measured': 'Ikke målt',
    insufficient: 'Kan ikke vurderes',
    break: 'Brudd i tidsserien',
  },
  flags: {
    proxy: 'indirekte målt',
    provisional: 'foreløpige tall',
    stale: 'gamle tall',
    revised: 'reviderte tall',
    corrected: 'rettet av kommunen',
    bounded: 'innenfor grenser',
    'within-uncertainty': 'innenfor usikkerheten',
    'within-variation': 'innenfor vanlig variasjon',
  },
  causes: causesNb,
  missing: {
    'not-in-dataset': 'tallet finnes ikke i kilden',
    withdrawn: 'kilden har tatt tallet bort',
    'code-ended': 'kommunekoden gjelder ikke i perioden',
    'other-place': 'koden gjelder et annet sted i perioden',
    'unknown-symbol': 'kilden viser et tegn som ingen har forklart',
    zero: 'kilden viser 0, som ikke kan være et tall',
    'not-possible': 'kilden sier at tallet ikke kan finnes',
    missing: 'kilden har ikke tallet',
    confidential: 'kilden viser ikke tallet av hensyn til personvernet',
    nil: 'kilden melder at det ikke er noe å telle',
    unexplained: 'kilden sier ikke hvorfor',
    'parts-differ': 'gruppene utgjør ikke til sammen det kilden oppgir i alt',
    'border-change': 'grensene var andre enn i dag',
    'no-previous-period': 'det finnes ingen tidligere periode å regne fra',
    'base-not-positive': 'tallet det regnes fra, er null eller negativt',
    'denominator-not-positive': 'tallet det deles på, er null eller negativt',
    'peer-missing': 'det mangler tall å sammenlikne med',
  },
  guards: {
    'unsettled-category': unsettledNb,
    'no-value': () => 'Det finnes ingen måling ennå.',
    'own-figure-missing': ownFigureMissing,
    'peer-missing': peerMissing,
    'only-one-period': ({ known }) => {
      const measured = known === null ? '' : ` (${known.value} i ${known.period})`;
      return `Det finnes bare én måling${measured}, så utviklingen kan ikke vurderes.`;
    },
    'periods-not-adjacent': ({ period }) =>
      `Tallet for perioden før ${period} mangler, så utviklingen kan ikke vurderes.`,
    'base-not-positive': ({ period }) =>
      `Veksten til ${period} kan ikke regnes ut, for tallet det regnes fra, er null eller negativt.`,
    ...levelGuardsNb,
    'declared-break': ({ period, breakReason }) =>
      `Tallene for ${period} kan ikke sammenliknes med perioden før, for det er brudd i tidsserien: ${breakReason}.`,
    'marked-break': ({ period }) =>
      `Tallene for ${period} kan ikke sammenliknes med perioden før, for kilden har merket et brudd i tidsserien.`,
    'border-change': ({ period }) =>
      `Tallene for ${period} kan ikke sammenliknes med perioden før, for grensene er endret.`,
  },
  amount: (number, unit) => (/^indeks/i.test(unit) ? number : `${number} ${unit}`),
  period: periodText,
  place: (coverage, municipality) => ({ municipality, county: 'fylket', national: 'Norge' })[coverage],
  counties: (names, confirmed) =>
    `${names.length === 1 ? 'fylket' : 'fylkene'} ${listed(names, 'nb')}${confirmed ? '' : ' (foreslått sammenlikningsgruppe)'}`,
  group: (title, confirmed) =>
    confirmed ? `sammenlikningsgruppen «${title}»` : `«${title}» (foreslått sammenlikningsgruppe)`,
  annualChange,
  growthLead,
  relativePosition,
  allOf: (met, parts) => `${met} av ${parts} krav er oppfylt.`,
  notSet: (known) =>
    known === null
      ? 'Ambisjonen er ikke fastsatt.'
      : `Målt verdi var ${known.value} i ${known.period}; ambisjonen er ikke fastsatt.`,
  proxy: (coverage, municipality) =>
    coverage === 'municipality'
      ? 'Tallet er en indirekte måling av det ambisjonen gjelder.'
      : `Målt for ${coverage === 'county' ? 'fylket' : 'Norge'}, ikke for ${municipality}.`,
  source: (source, table, corrected) =>
    `Kilde: ${sourceAlone(source, table)}${corrected ? ', med kommunens rettelse' : ''}.`,
  sourceAlone,
  sourceName: (source, table, coverage) => {
    const reach = { municipality: 'kommuner', county: 'fylker', national: 'hele landet' }[coverage];
    return `${sourceAlone(source, table)} (tall for ${reach})`;
  },
  ...absenceNb,
  ...ruleTextsNb,
};

function sourceAlone(source: string, table: string | null): string {
  return `${source}${table === null ? '' : `, tabell ${table}`}`;
}

function annualChange(facts: ChangeFacts): string {
  const { value, previous, period, previousPeriod, change, sign } = facts;
  const movement =
    sign === 0
      ? `uendret fra ${previousPeriod}`
      : `${sign > 0 ? 'opp' : 'ned'} ${change} fra ${previous} i ${previousPeriod}`;
  return `Målt verdi var ${value} i ${period}, ${movement}${changeJudgement(facts)}.`;
}

function changeJudgement({ judgement, margin, sign }: ChangeFacts): string {
  if (sign === 0) return '';
  if (margin === null)
    return { better: ', i ønsket retning', worse: ', i feil retning', same: '', held: '' }[judgement];
  return {
    better: `, mer enn marginen på ${margin} og i ønsket retning`,
    held: `, innenfor margin på ${margin}, og regnes som stabilt`,
    same: `, innenfor margin på ${margin}, og regnes som uendret`,
    worse: `, mer enn marginen på ${margin} og i feil retning`,
  }[judgement];
}

function growthLead(facts: LeadFacts): string {
  const { place, own, peers, against, group, period, previousPeriod, beaten, compared } = facts;
  const whose = { pooled: 'samlet i', mean: 'i gjennomsnitt i', median: 'som median i', each: 'i den raskeste i' }[
    against
  ];
  const growth = `Veksten i ${place} var ${own} fra ${previousPeriod} til ${period}, mot ${peers} ${whose} ${group}`;
  return `${growth}; ${leadJudgement(facts)}. Den var høyere enn i ${beaten} av ${compared} regioner.`;
}

function leadJudgement({ judgement, lead, margin, place }: LeadFacts): string {
  if (judgement === 'same') {
    return margin === null ? 'det er ingen forskjell' : `forskjellen på ${lead} er innenfor margin på ${margin}`;
  }
  const whose = judgement === 'worse' ? 'til ulempe' : 'til fordel';
  const beyond = margin === null ? '' : ` og mer enn marginen på ${margin}`;
  return `forskjellen på ${lead} er ${whose} for ${place}${beyond}`;
}

function relativePosition(facts: PositionFacts): string {
  const { place, value, gapSign, previous, previousGapSign, group, period, previousPeriod } = facts;
  const where = (amount: string, sign: number) =>
    sign === 0 ? 'likt med' : `${amount} ${sign > 0 ? 'over' : 'under'}`;
  const now = `${place} lå ${where(value, gapSign)} gjennomsnittet i ${group} i ${period}`;
  const before = `mot ${previousGapSign === 0 ? 'likt' : where(previous, previousGapSign)} i ${previousPeriod}`;
  return capitalised(`${now}, ${before}: ${positionJudgement(facts)}.`);
}

function positionJudgement({ judgement, change, betterSign, margin }: PositionFacts): string {
  const movement = betterSign === 0 ? 'ingen endring' : `en ${betterSign > 0 ? 'bedring' : 'forverring'} på ${change}`;
  if (margin === null) return movement;
  return `${movement}, ${judgement === 'same' ? `innenfor margin på ${margin}` : `mer enn marginen på ${margin}`}`;
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
    interval: code.replace('-', '–'),
  }[frequency];
}
