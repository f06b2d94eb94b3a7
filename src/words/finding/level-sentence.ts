import type { RuleVerdict } from '../../model/plan/assessment.ts';
import type { LevelRule } from '../../model/plan/rule.ts';
import { addingDecimals, decimalsOf, numberText, type Subtraction, tellingDecimals } from '../number-text.ts';
import type { AgainstFacts, MeanFacts, RankFacts, StandingFacts, TargetFacts, ThresholdFacts } from './rule-texts.ts';
import type { SentenceContext } from './sentence-context.ts';
import {
  changeUnit,
  comparedText,
  otherPlace,
  periodText,
  placeText,
  soleText,
  verdictFacts,
} from './sentence-context.ts';
import { kindOf } from './value-words.ts';

type RuleOf<Id extends LevelRule['id']> = Extract<LevelRule, { id: Id }>;

/** What a rule that asks where the latest value stands saw and found. */
export function levelSentence(context: SentenceContext, verdict: RuleVerdict, rule: LevelRule): string {
  const { texts } = context;
  switch (rule.id) {
    case 'threshold':
      return texts.threshold(thresholdFacts(context, verdict, rule));
    case 'target':
      return texts.target(targetFacts(context, verdict, rule));
    case 'rank':
      return texts.rank(rankFacts(context, verdict, rule));
    case 'against':
      return texts.against(againstFacts(context, verdict, rule));
    case 'no-worse-than-mean':
      return texts.noWorseThanMean(meanFacts(context, verdict, rule));
  }
}

/** With the decimals that are shown, and as many more as a number in the settings has. */
function writer({ texts, decimals }: SentenceContext, ...written: readonly number[]) {
  const shown = Math.max(decimals, ...written.map(decimalsOf));
  return (value: number, unit: string) => texts.amount(numberText(value, shown, texts), unit);
}

/** As it is written in the settings. */
function asWritten({ texts }: SentenceContext, value: number, unit: string): string {
  return texts.amount(numberText(value, decimalsOf(value), texts), unit);
}

function marginText(context: SentenceContext, { absolute }: { readonly absolute: number }): string | null {
  return absolute === 0 ? null : asWritten(context, absolute, changeUnit(context));
}

function standing(context: SentenceContext, verdict: RuleVerdict, ...written: readonly number[]): StandingFacts {
  const { texts, evidence, unitOfFigure, range } = context;
  const { status, numbers } = verdict;
  const value = range ?? writer(context, ...written)(numbers['current'] ?? 0, unitOfFigure);
  const period = periodText(texts, evidence.latestPeriod);
  return {
    kind: kindOf(context),
    value,
    period,
    status,
    sole: soleText(context),
    verdict: verdictFacts(context, verdict),
  };
}

/** With as many decimals as it takes for a difference to be what a reader gets who subtracts. */
function adding(context: SentenceContext, subtraction: Subtraction): SentenceContext {
  return { ...context, decimals: addingDecimals(subtraction, context.decimals) };
}

/** With as many decimals as it takes to see which of two numbers is the larger. */
function telling(context: SentenceContext, number: number, ...others: readonly number[]): SentenceContext {
  const needed = others.map((other) => tellingDecimals(number, Math.abs(other), context.decimals));
  return { ...context, decimals: Math.max(context.decimals, ...needed) };
}

function thresholdFacts(context: SentenceContext, verdict: RuleVerdict, rule: RuleOf<'threshold'>): ThresholdFacts {
  // Of two limits the unit is said once.
  const write = ({ min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }) => ({
    min: min === undefined ? null : asWritten(context, min, max === undefined ? context.unit : ''),
    max: max === undefined ? null : asWritten(context, max, context.unit),
  });
  const { min, max, outer } = rule;
  const written = [min, max, outer?.min, outer?.max].filter((limit) => limit !== undefined);
  // An outer limit that is not written is the limit itself.
  const outside = { min: outer?.min ?? min, max: outer?.max ?? max };
  return {
    ...standing(telling(context, verdict.numbers['current'] ?? 0, ...written), verdict, ...written),
    limits: write({ min, max }),
    outer: outer === undefined ? { min: null, max: null } : write(outside),
  };
}

function targetFacts(context: SentenceContext, verdict: RuleVerdict, rule: RuleOf<'target'>): TargetFacts {
  const { numbers } = verdict;
  const { goal = 0, path, distance = 0 } = numbers;
  const sign = rule.direction === 'increase' ? 1 : -1;
  const current = numbers['current'] ?? numbers[sign === 1 ? 'currentLow' : 'currentHigh'] ?? 0;
  const isPath = path !== undefined && path !== goal;
  const isReached = sign * (current - goal) >= 0;
  const subtracted = { of: [current, path ?? goal], difference: distance, tolerance: rule.tolerance.absolute } as const;
  const seen = isReached ? context : adding(context, subtracted);
  const write = writer(seen, rule.tolerance.absolute, ...(rule.value === undefined ? [] : [rule.value]));
  return {
    ...standing(seen, verdict, rule.tolerance.absolute),
    ...{ goal: write(goal, context.unit), year: rule.year, path: isPath ? write(path, context.unit) : null },
    isReached,
    isLevel: distance === 0,
    distance: write(Math.abs(distance), changeUnit(context)),
    margin: marginText(context, rule.tolerance),
  };
}

function rankFacts(context: SentenceContext, verdict: RuleVerdict, { within }: RuleOf<'rank'>): RankFacts {
  const { rank = 0, ranked = 0, worstRank = rank } = verdict.numbers;
  const names = { place: placeText(context), group: comparedText(context) };
  return { ...standing(context, verdict), ...names, rank, worstRank, ranked, within };
}

function againstFacts(context: SentenceContext, verdict: RuleVerdict, rule: RuleOf<'against'>): AgainstFacts {
  const { texts, evidence, unit } = context;
  const { placeLevel = 0, against = 0 } = verdict.numbers;
  // Places stand after the peers.
  const name = evidence.peers.findLast(({ id }) => id === rule.place)?.name ?? rule.place;
  const isShare = rule.as === 'share';
  const comparedUnit = isShare ? texts.percent : changeUnit(context);
  const decimals = Math.max(context.decimals, 1);
  const margin = rule.tolerance.absolute;
  return {
    // Another place's figure stands beside it, with the unit alone.
    ...standing({ ...context, unitOfFigure: unit }, verdict),
    ...{
      place: placeText(context),
      other: otherPlace(context, rule.place, name),
    },
    otherValue: writer(context)(placeLevel, unit),
    as: rule.as,
    compared: writer(telling({ ...context, decimals }, against, rule.min), rule.min)(
      isShare ? against : Math.abs(against),
      comparedUnit,
    ),
    comparedSign: Math.sign(against),
    required: asWritten(context, isShare ? rule.min : Math.abs(rule.min), comparedUnit),
    requiredSign: Math.sign(rule.min),
    direction: rule.direction,
    margin:
      margin === 0 ? null : asWritten(context, margin, rule.as === 'share' ? texts.percentagePoints : comparedUnit),
  };
}

function meanFacts(context: SentenceContext, verdict: RuleVerdict, rule: RuleOf<'no-worse-than-mean'>): MeanFacts {
  const { texts, unit } = context;
  const { distance = 0, meanBefore = verdict.numbers['meanBeforeLow'] ?? 0 } = verdict.numbers;
  const { tolerance } = rule;
  const written = 'absolute' in tolerance ? tolerance.absolute : 0;
  const end = rule.direction === 'increase' ? 'currentLow' : 'currentHigh';
  const { current = verdict.numbers[end] ?? 0, tolerance: margin = 0 } = verdict.numbers;
  // A mean that is no whole number is told with a decimal.
  const decimals = Math.max(context.decimals, Math.min(1, decimalsOf(meanBefore)));
  const seen = adding({ ...context, decimals }, { of: [current, meanBefore], difference: distance, tolerance: margin });
  const ofValue = Math.max(context.decimals, Math.min(seen.decimals, decimalsOf(current)));
  const write = writer(seen, written);
  const inPercent = 'absolute' in tolerance ? 0 : tolerance.percentOfPrevious;
  return {
    ...standing({ ...context, decimals: ofValue }, verdict, written),
    ...{
      mean: write(meanBefore, unit),
      periods: rule.periods,
      distance: write(Math.abs(distance), changeUnit(context)),
    },
    sign: Math.sign(distance),
    betterSign: Math.sign(rule.direction === 'increase' ? distance : -distance),
    margin:
      'absolute' in tolerance
        ? marginText(context, tolerance)
        : inPercent === 0
          ? null
          : asWritten(context, inPercent, texts.percent),
  };
}
