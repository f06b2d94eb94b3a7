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
    `The ratio cannot be reckoned for ${period}, as the figure it is divided by is zero or negative.`,
};

function threshold({ status, value, period, limits, outer }: ThresholdFacts): string {
  const measured = `The measured value was ${value} in ${period}. The requirement is ${limitText(limits)}`;
  if (status === 'on-track') return `${measured}, and it is met.`;
  if (status === 'partly-met') return `${measured}, and the outer limit, ${limitText(outer)}, is kept.`;
  const beyond = outer.min === null && outer.max === null ? '' : ` Nor is the outer limit, ${limitText(outer)}, kept.`;
  return `${measured}, and it is not met.${beyond}`;
}

function limitText({ min, max }: Limits): string {
  if (min === null) return `at most ${max ?? ''}`;
  return max === null ? `at least ${min}` : `between ${min} and ${max}`;
}

function target({
  status,
  value,
  period,
  goal,
  year,
  path,
  isReached,
  isLevel,
  distance,
  margin,
}: TargetFacts): string {
  const measured = `The measured value was ${value} in ${period}. The target is ${goal} in ${year}`;
  if (isReached) return `${measured}, and it is reached.`;
  const from = path === null ? 'the target' : 'the path there';
  const way = path === null ? '' : `; on an even path there it should have been ${path} in ${period}`;
  if (isLevel) return `${measured}${way}, and it was.`;
  const behind = status === 'on-track' ? 'ahead of' : 'behind';
  return `${measured}${way}. The value is ${distance} ${behind} ${from}${marginText(status, margin)}.`;
}

function marginText(status: StandingFacts['status'], margin: string | null): string {
  if (margin === null || status === 'on-track') return '';
  return status === 'stable' ? `, within the margin of ${margin}` : `, more than the margin of ${margin}`;
}

function rank({ status, value, period, place, group, rank: own, worstRank, ranked, within }: RankFacts): string {
  const stands = `${capitalised(place)} was number ${own} of ${ranked} in ${period} (${value}), compared with ${group}`;
  const wanted =
    within === 1 ? 'the requirement is to be the best' : `the requirement is to be among the best ${within}`;
  const isMet = status === 'on-track' ? 'it is met' : 'it is not met';
  const lacking = worstRank - own;
  const isSettled = own > within || worstRank <= within;
  const whatever = isSettled ? ', whatever it may be' : '';
  const missing =
    lacking === 0 ? '' : ` ${lacking === 1 ? 'One place lacks' : `${lacking} places lack`} a figure${whatever}.`;
  return `${stands}; ${wanted}, and ${isMet}.${missing}`;
}

function against(facts: AgainstFacts): string {
  const { status, value, period, place, other, otherValue, as, compared, required, direction, margin } = facts;
  const levels = `${capitalised(place)} had ${value} in ${period}, against ${otherValue} in ${other}`;
  const how = as === 'share' ? `${compared} of the level there` : `a difference of ${compared}`;
  const limit = `${direction === 'increase' ? 'at least' : 'at most'} ${required}`;
  const isMet = status === 'on-track' ? 'it is met' : `it is not met${marginText(status, margin)}`;
  return `${levels}: ${how}. The requirement is ${limit}, and ${isMet}.`;
}

function noWorseThanMean({ status, value, period, mean, periods, distance, betterSign, margin }: MeanFacts): string {
  const measured = `The measured value was ${value} in ${period}, against ${mean} on average in the ${periods} periods before`;
  if (betterSign === 0) return `${measured}: the same.`;
  if (betterSign > 0) return `${measured}: ${distance} better.`;
  if (margin === null) return `${measured}: ${distance} weaker.`;
  const within = status === 'on-track' ? `within the margin of ${margin}` : `more than the margin of ${margin}`;
  return `${measured}: ${distance} weaker, ${within}.`;
}

function demand({ status, demand: wanted, direction }: DemandFacts): string {
  const notMet = status === 'stable' ? 'the change is too small' : 'it is not met';
  const isMet = status === 'on-track' ? 'it is met' : notMet;
  return `The requirement is ${direction === 'increase' ? 'a rise' : 'a fall'} of at least ${wanted}, and ${isMet}.`;
}
