import type { RuleVerdict } from '../../model/plan/assessment.ts';
import type { Rule, Tolerance } from '../../model/plan/rule.ts';
import type { ChangeFacts, Judgement } from '../comparison/comparison.ts';
import { addingDecimals, decimalsOf, numberText, tellingDecimals } from '../number-text.ts';
import type { SentenceContext } from './sentence-context.ts';
import { amountText, changeUnit, periodText, soleText, verdictFacts } from './sentence-context.ts';
import { kindOf } from './value-words.ts';
import { judgementOf, marginText, numbersOf, periodsOf } from './verdict-numbers.ts';

type DirectedRule = Extract<Rule, { id: 'annual-change' | 'stable-or-improved' }>;
type HeldRule = Extract<Rule, { id: 'stable-or-improved' }>;

/** How a change is told: what came of it, and whether it is the last sentence, which gives the verdict. */
export interface Telling {
  readonly judgement: Judgement | null;
  readonly isLast: boolean;
}

/** A change that is told with what came of it. */
export function said(verdict: RuleVerdict): Telling {
  return { judgement: judgementOf(verdict), isLast: true };
}

/** A value known by its bounds is told as a range, and its change by the end nearest to failing. */
export function changeSentence(
  context: SentenceContext,
  verdict: RuleVerdict,
  rule: DirectedRule,
  telling: Telling,
): string {
  return context.texts.annualChange(changeFacts(context, withEnds(verdict, rule), rule, telling));
}

/** The change that the settings demand, beside the change there was. */
export function demandSentence(
  { texts, ...context }: SentenceContext,
  found: RuleVerdict,
  { atLeast, direction }: { readonly atLeast: Tolerance; readonly direction: 'increase' | 'decrease' },
): string {
  const [size, unit] =
    'absolute' in atLeast
      ? [atLeast.absolute, changeUnit({ texts, ...context })]
      : [atLeast.percentOfPrevious, texts.percent];
  const verdict = verdictFacts({ texts, ...context }, found);
  const { change, previous } = found.numbers;
  const isShare = !('absolute' in atLeast) && change !== undefined && change !== 0 && previous !== undefined;
  const share = isShare ? Math.abs((100 * change) / previous) : null;
  return texts.demand({
    verdict,
    share:
      share === null ? null : texts.amount(numberText(share, tellingDecimals(share, size, 1), texts), texts.percent),
    status: found.status,
    direction,
    demand: texts.amount(numberText(size, decimalsOf(size), texts), unit),
  });
}

/** The step since the period before, and the distance from the base where that was not kept. */
export function heldSentence(context: SentenceContext, verdict: RuleVerdict, rule: HeldRule): string {
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
    sole: soleText(context),
    verdict: isLast ? verdictFacts(context, verdict) : null,
    value: context.range ?? amountText(context, current, decimals, context.unitOfFigure),
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
