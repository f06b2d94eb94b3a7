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
import { comparisonNn } from '../comparison/comparison-nn.ts';

/** Where a value stands, in plain nynorsk. */
export const ruleTextsNn: RuleTexts = {
  threshold,
  target,
  rank,
  against,
  noWorseThanMean,
  demand,
  dividedBy: (source, table) => `Delt på tal frå ${source}${table === null ? '' : `, tabell ${table}`}.`,
};

/** Why a rule on levels, or a ratio, cannot speak, in plain nynorsk. */
export const levelGuardsNn: LevelGuards = {
  'before-deadline': ({ period, deadline: year }) =>
    `Målet er ikkje nådd enno, men fristen er ${year}, og planen seier ikkje kor langt det skal vere kome i ${period}.`,
  'denominator-not-positive': ({ period }) =>
    `Forholdet kan ikkje reknast ut for ${period}, fordi talet det blir delt på, er null eller negativt.`,
};

function threshold(facts: ThresholdFacts): string {
  const { status, limits, outer, verdict } = facts;
  const found = comparisonNn.verdict(verdict);
  const measured = `${comparisonNn.measured(facts)}. Det skal vere ${limitText(limits)}`;
  if (status === 'partly-met') {
    return `${measured}. Den ytre grensa, ${limitText(outer)}, er halden, så ${found}.`;
  }
  if (status === 'on-track' || (outer.min === null && outer.max === null)) return `${measured}, så ${found}.`;
  return `${measured}, og den ytre grensa er ${limitText(outer)}. Begge er brotne, så ${found}.`;
}

function limitText({ min, max }: Limits): string {
  if (min === null) return `høgst ${max ?? ''}`;
  return max === null ? `minst ${min}` : `mellom ${min} og ${max}`;
}

function target(facts: TargetFacts): string {
  const { status, period, goal, year, path, isReached, isLevel, distance, margin } = facts;
  const found = comparisonNn.verdict(facts.verdict);
  const measured = `${comparisonNn.measured(facts)}. Målet er ${goal} i ${year}`;
  if (isReached) return `${measured}, og det er nådd, så ${found}.`;
  const soFar = path === null || status !== 'on-track' ? '' : ' så langt';
  const way = path === null ? '' : ` På ein jamn veg dit skulle talet ha vore ${path} i ${period}.`;
  if (isLevel) return `${measured}.${way} Det er akkurat der det skal vere, så ${found}${soFar}.`;
  const behind = status === 'on-track' ? 'framfor' : 'bak';
  const stands = `Det ligg ${distance} ${behind} ${path === null ? 'målet' : 'den vegen'}`;
  return `${measured}.${way} ${stands}${marginText(status, margin)}, ${status === 'stable' ? 'men' : 'så'} ${found}${soFar}.`;
}

function marginText(status: StandingFacts['status'], margin: string | null): string {
  if (margin === null || status === 'on-track') return '';
  return status === 'stable' ? `, innanfor marginen på ${margin}` : `, meir enn marginen på ${margin}`;
}

function rank({ value, period, place, group, rank: own, worstRank, ranked, within, verdict }: RankFacts): string {
  const stands = `${capitalised(place)} var nummer ${own} av ${ranked} i ${period} (${value}), samanlikna med ${group}`;
  const wanted = within === 1 ? 'Målet er å vere best' : `Målet er å vere blant dei ${numberWord(within, 'nn')} beste`;
  const lacking = worstRank - own;
  const isSettled = own > within || worstRank <= within;
  const whatever = isSettled ? ', men kan ikkje endre svaret' : '';
  const missing =
    lacking === 0
      ? ''
      : ` ${lacking === 1 ? 'Éin stad' : `${capitalised(numberWord(lacking, 'nn'))} stader`} manglar tal${whatever}.`;
  return `${stands}. ${wanted}, så ${comparisonNn.verdict(verdict)}.${missing}`;
}

function against(facts: AgainstFacts): string {
  const { status, value, period, place, other, otherValue, as, compared, required, direction, margin } = facts;
  const levels = `I ${period} hadde ${place} ${value} og ${other} ${otherValue}`;
  const limit = `${direction === 'increase' ? 'minst' : 'høgst'} ${required}`;
  const end = shortfall(status, margin, comparisonNn.verdict(facts.verdict));
  if (as === 'share') return `${levels}. Det er ${compared} av nivået der. Det skal vere ${limit}${end}`;
  const how = facts.comparedSign === 0 ? 'like høgt' : `${compared} ${facts.comparedSign > 0 ? 'høgare' : 'lågare'}`;
  return `${levels}. Det er ${how}. Det skal vere ${wantedLevel(facts)}${end}`;
}

/** The end of the sentence: how far short of what is asked for, and the verdict. */
function shortfall(status: StandingFacts['status'], margin: string | null, found: string): string {
  if (margin === null || status === 'on-track') return `, så ${found}.`;
  return status === 'stable'
    ? `. Avviket er innanfor marginen på ${margin}, men ${found}.`
    : `. Avviket er større enn marginen på ${margin}, så ${found}.`;
}

/** The level that is asked for beside another place's: `høgst 1 prosentpoeng lågare`. */
function wantedLevel({ required, requiredSign, direction }: AgainstFacts): string {
  if (requiredSign === 0) return direction === 'increase' ? 'minst like høgt' : 'høgst like høgt';
  const isFloor = (direction === 'increase') === requiredSign > 0;
  return `${isFloor ? 'minst' : 'høgst'} ${required} ${requiredSign > 0 ? 'høgare' : 'lågare'}`;
}

function noWorseThanMean(facts: MeanFacts): string {
  const { status, mean, periods, distance, sign, betterSign, margin } = facts;
  const end = `så ${comparisonNn.verdict(facts.verdict)}.`;
  const before =
    periods === 1
      ? `Talet for perioden før var ${mean}.`
      : `Gjennomsnittet for dei ${numberWord(periods, 'nn')} periodane før var ${mean}.`;
  const measured = `${comparisonNn.measured(facts)}. ${before}`;
  if (sign === 0) return `${measured} Det er det same, ${end}`;
  const stands = `Talet er ${distance} ${sign > 0 ? 'høgare' : 'lågare'}`;
  if (betterSign > 0 || margin === null) return `${measured} ${stands}, ${end}`;
  const within = status === 'on-track' ? `innanfor marginen på ${margin}` : `meir enn marginen på ${margin}`;
  return `${measured} ${stands}, ${within}, ${end}`;
}

function demand({ status, demand: wanted, share, direction, verdict }: DemandFacts): string {
  const size = share === null ? '' : `Det er ${share}. `;
  const asked = `${size}Det skal ${direction === 'increase' ? 'opp' : 'ned'} med minst ${wanted}`;
  const found = comparisonNn.verdict(verdict);
  return status === 'stable' ? `${asked}. Endringa er for lita, så ${found}.` : `${asked}, så ${found}.`;
}
