import type {
  AgainstFacts,
  DemandFacts,
  LevelGuards,
  Limits,
  MeanFacts,
  RankFacts,
  RuleTexts,
  StandingFacts,
  TargetFacts,
  ThresholdFacts,
} from './rule-texts.ts';
import { capitalised } from '../capital.ts';
import { numberWord } from '../number-word.ts';
import { comparisonNb } from '../comparison/comparison-nb.ts';

/** Where a value stands, in plain bokmål. */
export const ruleTextsNb: RuleTexts = {
  threshold,
  target,
  rank,
  against,
  noWorseThanMean,
  demand,
  dividedBy: (source, table) => `Delt på tall fra ${source}${table === null ? '' : `, tabell ${table}`}.`,
};

/** Why a rule on levels, or a ratio, cannot speak, in plain bokmål. */
export const levelGuardsNb: LevelGuards = {
  'before-deadline': ({ period, deadline: year }) =>
    `Målet er ikke nådd ennå, men fristen er ${year}, og planen sier ikke hvor langt det skal være kommet i ${period}.`,
  'denominator-not-positive': ({ period }) =>
    `Forholdet kan ikke regnes ut for ${period}, fordi tallet det deles på, er null eller negativt.`,
};

function threshold(facts: ThresholdFacts): string {
  const { status, limits, outer, verdict } = facts;
  const found = comparisonNb.verdict(verdict);
  const measured = `${comparisonNb.measured(facts)}. Det skal være ${limitText(limits)}`;
  if (status === 'partly-met') {
    return `${measured}. Den ytre grensen, ${limitText(outer)}, er holdt, så ${found}.`;
  }
  if (status === 'on-track' || (outer.min === null && outer.max === null)) return `${measured}, så ${found}.`;
  return `${measured}, og den ytre grensen er ${limitText(outer)}. Begge er brutt, så ${found}.`;
}

function limitText({ min, max }: Limits): string {
  if (min === null) return `høyst ${max ?? ''}`;
  return max === null ? `minst ${min}` : `mellom ${min} og ${max}`;
}

function target(facts: TargetFacts): string {
  const { status, period, goal, year, path, isReached, isLevel, distance, margin } = facts;
  const found = comparisonNb.verdict(facts.verdict);
  const measured = `${comparisonNb.measured(facts)}. Målet er ${goal} i ${year}`;
  if (isReached) return `${measured}, og det er nådd, så ${found}.`;
  const soFar = path === null || status !== 'on-track' ? '' : ' så langt';
  const way = path === null ? '' : ` På en jevn vei dit skulle tallet vært ${path} i ${period}.`;
  if (isLevel) return `${measured}.${way} Det er akkurat der det skal være, så ${found}${soFar}.`;
  const behind = status === 'on-track' ? 'foran' : 'bak';
  const stands = `Det ligger ${distance} ${behind} ${path === null ? 'målet' : 'den veien'}`;
  return `${measured}.${way} ${stands}${marginText(status, margin)}, ${status === 'stable' ? 'men' : 'så'} ${found}${soFar}.`;
}

function marginText(status: StandingFacts['status'], margin: string | null): string {
  if (margin === null || status === 'on-track') return '';
  return status === 'stable' ? `, innenfor marginen på ${margin}` : `, mer enn marginen på ${margin}`;
}

function rank({ value, period, place, group, rank: own, worstRank, ranked, within, verdict }: RankFacts): string {
  const stands = `${capitalised(place)} var nummer ${own} av ${ranked} i ${period} (${value}), sammenliknet med ${group}`;
  const wanted = within === 1 ? 'Målet er å være best' : `Målet er å være blant de ${numberWord(within, 'nb')} beste`;
  const lacking = worstRank - own;
  const isSettled = own > within || worstRank <= within;
  const whatever = isSettled ? ', men kan ikke endre svaret' : '';
  const missing =
    lacking === 0
      ? ''
      : ` ${lacking === 1 ? 'Ett sted' : `${capitalised(numberWord(lacking, 'nb'))} steder`} mangler tall${whatever}.`;
  return `${stands}. ${wanted}, så ${comparisonNb.verdict(verdict)}.${missing}`;
}

function against(facts: AgainstFacts): string {
  const { status, value, period, place, other, otherValue, as, compared, required, direction, margin } = facts;
  const levels = `I ${period} hadde ${place} ${value} og ${other} ${otherValue}`;
  const limit = `${direction === 'increase' ? 'minst' : 'høyst'} ${required}`;
  const end = shortfall(status, margin, comparisonNb.verdict(facts.verdict));
  if (as === 'share') return `${levels}. Det er ${compared} av nivået der. Det skal være ${limit}${end}`;
  const how = facts.comparedSign === 0 ? 'like høyt' : `${compared} ${facts.comparedSign > 0 ? 'høyere' : 'lavere'}`;
  return `${levels}. Det er ${how}. Det skal være ${wantedLevel(facts)}${end}`;
}

/** The end of the sentence: how far short of what is asked for, and the verdict. */
function shortfall(status: StandingFacts['status'], margin: string | null, found: string): string {
  if (margin === null || status === 'on-track') return `, så ${found}.`;
  return status === 'stable'
    ? `. Avviket er innenfor marginen på ${margin}, men ${found}.`
    : `. Avviket er større enn marginen på ${margin}, så ${found}.`;
}

/** The level that is asked for beside another place's: `høyst 1 prosentpoeng lavere`. */
function wantedLevel({ required, requiredSign, direction }: AgainstFacts): string {
  if (requiredSign === 0) return direction === 'increase' ? 'minst like høyt' : 'høyst like høyt';
  const isFloor = (direction === 'increase') === requiredSign > 0;
  return `${isFloor ? 'minst' : 'høyst'} ${required} ${requiredSign > 0 ? 'høyere' : 'lavere'}`;
}

function noWorseThanMean(facts: MeanFacts): string {
  const { status, mean, periods, distance, sign, betterSign, margin } = facts;
  const end = `så ${comparisonNb.verdict(facts.verdict)}.`;
  const before =
    periods === 1
      ? `Tallet for perioden før var ${mean}.`
      : `Gjennomsnittet for de ${numberWord(periods, 'nb')} periodene før var ${mean}.`;
  const measured = `${comparisonNb.measured(facts)}. ${before}`;
  if (sign === 0) return `${measured} Det er det samme, ${end}`;
  const stands = `Tallet er ${distance} ${sign > 0 ? 'høyere' : 'lavere'}`;
  if (betterSign > 0 || margin === null) return `${measured} ${stands}, ${end}`;
  const within = status === 'on-track' ? `innenfor marginen på ${margin}` : `mer enn marginen på ${margin}`;
  return `${measured} ${stands}, ${within}, ${end}`;
}

function demand({ status, demand: wanted, share, direction, verdict }: DemandFacts): string {
  const size = share === null ? '' : `Det er ${share}. `;
  const asked = `${size}Det skal ${direction === 'increase' ? 'opp' : 'ned'} med minst ${wanted}`;
  const found = comparisonNb.verdict(verdict);
  return status === 'stable' ? `${asked}. Endringen er for liten, så ${found}.` : `${asked}, så ${found}.`;
}
