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
import { comparisonEn } from '../comparison/comparison-en.ts';

/** Where a value stands, in plain English. */
export const ruleTextsEn: RuleTexts = {
  threshold,
  target,
  rank,
  against,
  noWorseThanMean,
  demand,
  dividedBy: (source, table) => `Divided by figures from ${source}${table === null ? '' : `, table ${table}`}.`,
};

/** Why a rule on levels, or a ratio, cannot speak, in plain English. */
export const levelGuardsEn: LevelGuards = {
  'before-deadline': ({ period, deadline: year }) =>
    `The target is not reached yet, but the deadline is ${year}, and the plan does not say how far it is to be by ${period}.`,
  'denominator-not-positive': ({ period }) =>
    `The ratio cannot be calculated for ${period}, because the figure it is divided by is zero or negative.`,
};

function threshold(facts: ThresholdFacts): string {
  const { status, limits, outer, verdict } = facts;
  const found = comparisonEn.verdict(verdict);
  const measured = `${comparisonEn.measured(facts)}. It is to be ${limitText(limits)}`;
  if (status === 'partly-met') {
    return `${measured}. The outer limit, ${limitText(outer)}, is kept, so ${found}.`;
  }
  if (status === 'on-track' || (outer.min === null && outer.max === null)) return `${measured}, so ${found}.`;
  return `${measured}, and the outer limit is ${limitText(outer)}. Both are broken, so ${found}.`;
}

function limitText({ min, max }: Limits): string {
  if (min === null) return `at most ${max ?? ''}`;
  return max === null ? `at least ${min}` : `between ${min} and ${max}`;
}

function target(facts: TargetFacts): string {
  const { status, period, goal, year, path, isReached, isLevel, distance, margin } = facts;
  const found = comparisonEn.verdict(facts.verdict);
  const measured = `${comparisonEn.measured(facts)}. The target is ${goal} in ${year}`;
  if (isReached) return `${measured}, and it is reached, so ${found}.`;
  const soFar = path === null || status !== 'on-track' ? '' : ' so far';
  const way = path === null ? '' : ` On an even path there it should have been ${path} in ${period}.`;
  if (isLevel) return `${measured}.${way} It is exactly where it should be, so ${found}${soFar}.`;
  const behind = status === 'on-track' ? 'ahead of' : 'behind';
  const stands = `It is ${distance} ${behind} ${path === null ? 'the target' : 'that path'}`;
  return `${measured}.${way} ${stands}${marginText(status, margin)}, ${status === 'stable' ? 'but' : 'so'} ${found}${soFar}.`;
}

function marginText(status: StandingFacts['status'], margin: string | null): string {
  if (margin === null || status === 'on-track') return '';
  return status === 'stable' ? `, within the margin of ${margin}` : `, more than the margin of ${margin}`;
}

function rank({ value, period, place, group, rank: own, worstRank, ranked, within, verdict }: RankFacts): string {
  const stands = `${capitalised(place)} was number ${own} of ${ranked} in ${period} (${value}), compared with ${group}`;
  const wanted =
    within === 1 ? 'The aim is to be the best' : `The aim is to be among the best ${numberWord(within, 'en')}`;
  const lacking = worstRank - own;
  const isSettled = own > within || worstRank <= within;
  const whatever = isSettled ? ', which cannot change the answer' : '';
  const missing =
    lacking === 0
      ? ''
      : ` ${lacking === 1 ? 'One place has' : `${capitalised(numberWord(lacking, 'en'))} places have`} no figure${whatever}.`;
  return `${stands}. ${wanted}, so ${comparisonEn.verdict(verdict)}.${missing}`;
}

function against(facts: AgainstFacts): string {
  const { status, value, period, place, other, otherValue, as, compared, required, direction, margin } = facts;
  const levels = `In ${period} ${place} had ${value} and ${other} ${otherValue}`;
  const limit = `${direction === 'increase' ? 'at least' : 'at most'} ${required}`;
  const end = shortfall(status, margin, comparisonEn.verdict(facts.verdict));
  if (as === 'share') return `${levels}. That is ${compared} of the level there. It is to be ${limit}${end}`;
  const how = facts.comparedSign === 0 ? 'the same' : `${compared} ${facts.comparedSign > 0 ? 'higher' : 'lower'}`;
  return `${levels}. That is ${how}. It is to be ${wantedLevel(facts)}${end}`;
}

/** The end of the sentence: how far short of what is asked for, and the verdict. */
function shortfall(status: StandingFacts['status'], margin: string | null, found: string): string {
  if (margin === null || status === 'on-track') return `, so ${found}.`;
  return status === 'stable'
    ? `. The deviation is within the margin of ${margin}, but ${found}.`
    : `. The deviation is more than the margin of ${margin}, so ${found}.`;
}

/** The level that is asked for beside another place's: `at most 1 percentage point lower`. */
function wantedLevel({ required, requiredSign, direction }: AgainstFacts): string {
  if (requiredSign === 0) return direction === 'increase' ? 'at least as high' : 'no higher';
  const isFloor = (direction === 'increase') === requiredSign > 0;
  return `${isFloor ? 'at least' : 'at most'} ${required} ${requiredSign > 0 ? 'higher' : 'lower'}`;
}

function noWorseThanMean(facts: MeanFacts): string {
  const { status, mean, periods, distance, sign, betterSign, margin } = facts;
  const end = `so ${comparisonEn.verdict(facts.verdict)}.`;
  const before =
    periods === 1
      ? `The figure for the period before was ${mean}.`
      : `The average of the ${numberWord(periods, 'en')} periods before was ${mean}.`;
  const measured = `${comparisonEn.measured(facts)}. ${before}`;
  if (sign === 0) return `${measured} That is the same, ${end}`;
  const stands = `The figure is ${distance} ${sign > 0 ? 'higher' : 'lower'}`;
  if (betterSign > 0 || margin === null) return `${measured} ${stands}, ${end}`;
  const within = status === 'on-track' ? `within the margin of ${margin}` : `more than the margin of ${margin}`;
  return `${measured} ${stands}, ${within}, ${end}`;
}

function demand({ status, demand: wanted, share, direction, verdict }: DemandFacts): string {
  const size = share === null ? '' : `That is ${share}. `;
  const asked = `${size}It is to go ${direction === 'increase' ? 'up' : 'down'} by at least ${wanted}`;
  const found = comparisonEn.verdict(verdict);
  return status === 'stable' ? `${asked}. The change is too small, so ${found}.` : `${asked}, so ${found}.`;
}
