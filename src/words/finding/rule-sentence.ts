import type { RuleVerdict } from '../../model/plan/assessment.ts';
import type { Rule, Tolerance } from '../../model/plan/rule.ts';
import { demandSentence, levelSentence } from './level-sentence.ts';
import type { ChangeFacts, Judgement, LeadFacts, PositionFacts } from '../comparison/comparison.ts';
import { addingDecimals, decimalsOf, numberText, tellingDecimals } from '../number-text.ts';
import type { SentenceContext } from './sentence-context.ts';
import {
  amountText,
  changeUnit,
  groupText,
  nameOfGroup,
  periodText,
  placeText,
  verdictFacts,
} from './sentence-context.ts';
import { kindOf } from './value-words.ts';

/** Fewest decimals of a growth: a tenth of a per cent. */
const GROWTH_DECIMALS = 1;

type DirectedRule = Extract<Rule, { id: 'annual-change' | 'stable-or-improved' }>;
type PositionRule = Extract<Rule, { id: 'relative-position' }>;
type HeldRule = Extract<Rule, { id: 'stable-or-improved' }>;
type LeadRule = Extract<Rule, { id: 'growth-lead' }>;

/** What a rule saw and found, in a sentence or two; a compound rule says it part by part. */
export function ruleSentence(context: SentenceContext, verdict: RuleVerdict): string {
  const { rule, parts = [] } = verdict;
  switch (rule.id) {
    case 'annual-change': {
      const { atLeast, direction } = rule;
      if (atLeast === undefined) return changeSentence(context, verdict, rule, said(verdict));
      const change = changeSentence(context, verdict, rule, { judgement: null, isLast: false });
      return `${change} ${demandSentence(context, verdict, { atLeast, direction })}`;
    }
    case 'threshold':
    case 'target':
    case 'rank':
    case 'against':
    case 'no-worse-than-mean':
      return levelSentence(context, verdict, rule);
    case 'stable-or-improved':
      return heldSentence(context, verdict, rule);
    case 'growth-lead':
      return [context.texts.growthLead(leadFacts(context, verdict, rule)), ...readingsSentence(context, verdict)].join(
        ' ',
      );
    case 'relative-position':
      return context.texts.relativePosition(positionFacts(context, verdict, rule));
    case 'all-of': {
      const met = parts.filter(({ status }) => status === 'on-track').length;
      return [
        context.texts.allOf(met, parts.length),
        ...parts.map((part) => ruleSentence({ ...context, isPart: true }, part)),
      ].join(' ');
    }
    case 'not-set':
      return context.texts.notSet(context.known);
  }
}

/** How a change is told: what came of it, and whether it is the last sentence, which gives the verdict. */
interface Telling {
  readonly judgement: Judgement | null;
  readonly isLast: boolean;
}

function said(verdict: RuleVerdict): Telling {
  return { judgement: judgementOf(verdict), isLast: true };
}

/** A value known by its bounds is told as a range, and its change by the end nearest to failing. */
function changeSentence(context: SentenceContext, verdict: RuleVerdict, rule: DirectedRule, telling: Telling): string {
  return context.texts.annualChange(changeFacts(context, withEnds(verdict, rule), rule, telling));
}

/** The step since the period before, and the distance from the base where that was not kept. */
function heldSentence(context: SentenceContext, verdict: RuleVerdict, rule: HeldRule): string {
  const base = baseSentence(context, verdict, rule);
  if (base === null) return changeSentence(context, verdict, rule, said(verdict));
  const step = changeSentence(context, verdict, rule, { judgement: stepOf(verdict, rule), isLast: false });
  return `${step} ${base}`;
}

/** The numbers of a verdict on bounds, with one end of each for those that have two. */
function withEnds(verdict: RuleVerdict, rule: DirectedRule): RuleVerdict {
  const { numbers } = verdict;
  const worst = rule.direction === 'increase' ? 'Low' : 'High';
  const best = worst === 'Low' ? 'High' : 'Low';
  const end = (name: string, which: string) => numbers[name] ?? numbers[`${name}${which}`];
  const ends = { current: end('current', worst), previous: end('previous', best), change: end('change', worst) };
  const known = Object.entries(ends).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { ...verdict, numbers: { ...numbers, ...Object.fromEntries(known) } };
}

/** Does the change since the period before fall short, by the end nearest to failing where only bounds are known? */
function failsStep({ numbers }: RuleVerdict, { direction }: HeldRule): boolean {
  const { change = numbers[direction === 'increase' ? 'changeLow' : 'changeHigh'] ?? 0, tolerance = 0 } = numbers;
  return (direction === 'increase' ? change : -change) < -tolerance;
}

/** What there is to say of the step alone, where it is the base that was not kept. */
function stepOf(verdict: RuleVerdict, rule: HeldRule): Judgement {
  if (failsStep(verdict, rule)) return 'worse';
  const { change = verdict.numbers[rule.direction === 'increase' ? 'changeLow' : 'changeHigh'] ?? 0, tolerance = 0 } =
    verdict.numbers;
  return (rule.direction === 'increase' ? change : -change) > tolerance ? 'better' : 'held';
}

/** The distance from the base, where that was not kept. */
function baseSentence(context: SentenceContext, verdict: RuleVerdict, rule: HeldRule): string | null {
  const { numbers, basePeriod, status } = verdict;
  const sign = rule.direction === 'increase' ? 1 : -1;
  const baseChange = numbers['baseChange'] ?? numbers[sign > 0 ? 'baseChangeLow' : 'baseChangeHigh'];
  const { baseTolerance = 0 } = numbers;
  if (status !== 'off-track' || basePeriod === undefined || baseChange === undefined) return null;
  if (sign * baseChange >= -baseTolerance) return null;
  const decimals = tellingDecimals(baseChange, baseTolerance, context.decimals);
  const unit = changeUnit(context);
  return context.texts.belowBase({
    verdict: verdictFacts(context, verdict),
    basePeriod: periodText(context.texts, basePeriod),
    distance: amountText(context, Math.abs(baseChange), decimals, unit),
    sign: Math.sign(baseChange),
    margin: rule.base === undefined ? null : marginText(context, rule.base.tolerance, unit),
    isAlso: failsStep(verdict, rule),
  });
}

/** Said where the peers counted together otherwise would give another status. */
function readingsSentence({ texts }: SentenceContext, { readings = {} }: RuleVerdict): readonly string[] {
  return new Set(Object.values(readings)).size > 1 ? [texts.readingsDiffer] : [];
}

function changeFacts(
  context: SentenceContext,
  verdict: RuleVerdict,
  rule: DirectedRule,
  { judgement, isLast }: Telling,
): ChangeFacts {
  const { texts } = context;
  const { current, previous, change, tolerance } = numbersOf(verdict, ['current', 'previous', 'change', 'tolerance']);
  const decimals = addingDecimals({ of: [current, previous], difference: change, tolerance }, context.decimals);
  const unit = changeUnit(context);
  const size = numberText(Math.abs(change), decimals, texts);
  const isBetter = Math.sign(change) === (rule.direction === 'increase' ? 1 : -1);
  return {
    judgement,
    kind: kindOf(context),
    verdict: isLast ? verdictFacts(context, verdict) : null,
    value: context.range ?? amountText(context, current, decimals, context.unit),
    previous: numberText(previous, decimals, texts),
    ...periodsOf(context),
    change: unit === context.unit ? size : texts.amount(size, unit),
    sign: Math.sign(change),
    bound: isBounded(verdict) ? (isBetter ? 'least' : 'most') : null,
    margin: marginText(context, rule.tolerance, unit),
    isAtMargin: Math.abs(change) === tolerance,
  };
}

/** One of the two values is known by its bounds only. */
function isBounded({ numbers }: RuleVerdict): boolean {
  return numbers['changeLow'] !== undefined;
}

function positionFacts(context: SentenceContext, verdict: RuleVerdict, rule: PositionRule): PositionFacts {
  const { texts } = context;
  const { current, previous, change, tolerance } = numbersOf(verdict, ['current', 'previous', 'change', 'tolerance']);
  const decimals = addingDecimals({ of: [current, previous], difference: change, tolerance }, context.decimals);
  const unit = changeUnit(context);
  const size = (value: number) => amountText(context, Math.abs(value), decimals, unit);
  return {
    judgement: judgementOf(verdict),
    verdict: verdictFacts(context, verdict),
    ...periodsOf(context),
    value: size(current),
    previous: numberText(Math.abs(previous), decimals, texts),
    previousAmount: size(previous),
    change: size(change),
    sign: Math.sign(change),
    margin: marginText(context, rule.tolerance, 'absolute' in rule.tolerance ? '' : unit),
    isAtMargin: Math.abs(change) === tolerance,
    place: placeText(context),
    group: groupText(context),
    gapSign: Math.sign(current),
    previousGapSign: Math.sign(previous),
    betterSign: Math.sign(rule.direction === 'increase' ? change : -change),
  };
}

function leadFacts(context: SentenceContext, verdict: RuleVerdict, rule: LeadRule): LeadFacts {
  const names = ['ownGrowth', 'peersGrowth', 'lead', 'tolerance', 'beaten', 'compared'] as const;
  const { ownGrowth, peersGrowth, lead, tolerance, beaten, compared } = numbersOf(verdict, names);
  const { percent, percentagePoints } = context.texts;
  const decimals = addingDecimals({ of: [ownGrowth, peersGrowth], difference: lead, tolerance }, GROWTH_DECIMALS);
  const size = (value: number, unit: string) => amountText(context, Math.abs(value), decimals, unit);
  return {
    judgement: judgementOf(verdict),
    verdict: verdictFacts(context, verdict),
    place: placeText(context),
    own: size(ownGrowth, percent),
    ownSign: Math.sign(ownGrowth),
    peers: size(peersGrowth, percent),
    peersSign: Math.sign(peersGrowth),
    against: rule.against,
    isDecrease: rule.direction === 'decrease',
    group: nameOfGroup(context),
    isProposed: context.facts.group?.confirmed === false,
    isOfCounties: context.evidence.publication?.coverage === 'county',
    ...periodsOf(context),
    lead: size(lead, percentagePoints),
    leadSign: Math.sign(lead),
    margin: marginText(context, rule.tolerance, percentagePoints),
    beaten,
    compared,
  };
}

function judgementOf({ status, label }: RuleVerdict): Judgement {
  if (status === 'on-track') return label === 'stable' ? 'held' : 'better';
  return status === 'stable' ? 'same' : 'worse';
}

function periodsOf({ texts, evidence: { latestPeriod, previousPeriod } }: SentenceContext) {
  return { period: periodText(texts, latestPeriod), previousPeriod: periodText(texts, previousPeriod) };
}

/** The tolerance as it is written in the settings; `null` for nil. */
function marginText({ texts }: SentenceContext, tolerance: Tolerance, unit: string): string | null {
  const [size, of] =
    'absolute' in tolerance ? [tolerance.absolute, unit] : [tolerance.percentOfPrevious, texts.percent];
  return size === 0 ? null : texts.amount(numberText(size, decimalsOf(size), texts), of);
}

function numbersOf<Name extends string>({ numbers, rule }: RuleVerdict, names: readonly Name[]): Record<Name, number> {
  const entries = names.map((name) => {
    const value = numbers[name];
    if (value === undefined) throw new RangeError(`The verdict of ${rule.id} has no number called ${name}`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Record<Name, number>;
}
