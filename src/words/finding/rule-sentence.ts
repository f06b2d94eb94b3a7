import type { RuleVerdict } from '../../model/plan/assessment.ts';
import type { Rule, Tolerance } from '../../model/plan/rule.ts';
import { demandSentence, levelSentence } from './level-sentence.ts';
import { decimalsOf, numberText, tellingDecimals } from '../number-text.ts';
import type { SentenceContext } from './sentence-context.ts';
import { amountText, changeUnit, groupText, periodText, placeText } from './sentence-context.ts';
import type { ChangeFacts, Judgement, LeadFacts, PositionFacts } from './texts.ts';

/** Fewest decimals of a growth: a tenth of a per cent. */
const GROWTH_DECIMALS = 1;

type DirectedRule = Extract<Rule, { id: 'annual-change' | 'stable-or-improved' | 'relative-position' }>;
type HeldRule = Extract<Rule, { id: 'stable-or-improved' }>;
type LeadRule = Extract<Rule, { id: 'growth-lead' }>;

/** What a rule saw and found, in a sentence or two; a compound rule says it part by part. */
export function ruleSentence(context: SentenceContext, verdict: RuleVerdict): string {
  const { rule, parts = [] } = verdict;
  switch (rule.id) {
    case 'annual-change': {
      const change = changeSentence(context, verdict, rule);
      const { atLeast, direction } = rule;
      return atLeast === undefined ? change : `${change} ${demandSentence(context, verdict, { atLeast, direction })}`;
    }
    case 'threshold':
    case 'target':
    case 'rank':
    case 'against':
    case 'no-worse-than-mean':
      return levelSentence(context, verdict, rule);
    case 'stable-or-improved':
      return [changeSentence(context, ofStep(verdict, rule), rule), ...baseSentence(context, verdict, rule)].join(' ');
    case 'growth-lead':
      return [context.texts.growthLead(leadFacts(context, verdict, rule)), ...readingsSentence(context, verdict)].join(
        ' ',
      );
    case 'relative-position':
      return context.texts.relativePosition(positionFacts(context, verdict, rule));
    case 'all-of': {
      const met = parts.filter(({ status }) => status === 'on-track').length;
      return [context.texts.allOf(met, parts.length), ...parts.map((part) => ruleSentence(context, part))].join(' ');
    }
    case 'not-set':
      return context.texts.notSet(context.known);
  }
}

/** A value known by its bounds is told as a range, and its change by the end nearest to failing. */
function changeSentence(context: SentenceContext, verdict: RuleVerdict, rule: DirectedRule): string {
  return context.texts.annualChange(changeFacts(context, withEnds(verdict, rule), rule));
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
function ofStep(verdict: RuleVerdict, rule: HeldRule): RuleVerdict {
  if (verdict.status !== 'off-track' || failsStep(verdict, rule)) return verdict;
  const { change = 0, tolerance = 0 } = verdict.numbers;
  const isImproved = (rule.direction === 'increase' ? change : -change) > tolerance;
  return { ...verdict, status: 'on-track', label: isImproved ? 'improved' : 'stable' };
}

/** Which of the two was not kept: the distance from the base, the step before, or both. */
function baseSentence({ texts }: SentenceContext, verdict: RuleVerdict, rule: HeldRule): readonly string[] {
  const { status, numbers, basePeriod } = verdict;
  const sign = rule.direction === 'increase' ? 1 : -1;
  const baseChange = numbers['baseChange'] ?? numbers[sign > 0 ? 'baseChangeLow' : 'baseChangeHigh'];
  if (status !== 'off-track' || basePeriod === undefined || baseChange === undefined) return [];
  const failsBase = sign * baseChange < -(numbers['baseTolerance'] ?? 0);
  const said = texts.failed(failsStep(verdict, rule), failsBase ? basePeriod : null, rule.direction);
  return said === '' ? [] : [said];
}

/** Said where the peers counted together otherwise would give another status. */
function readingsSentence({ texts }: SentenceContext, { readings = {} }: RuleVerdict): readonly string[] {
  return new Set(Object.values(readings)).size > 1 ? [texts.readingsDiffer] : [];
}

function changeFacts(context: SentenceContext, verdict: RuleVerdict, rule: DirectedRule): ChangeFacts {
  const { current, previous, change, tolerance } = numbersOf(verdict, ['current', 'previous', 'change', 'tolerance']);
  const decimals = shownDecimals(rule.tolerance, change, tolerance, context.decimals);
  const write = (value: number, unit: string) => amountText(context, value, decimals, unit);
  return {
    judgement: judgementOf(verdict),
    value: context.range ?? write(current, context.unit),
    previous: write(previous, context.unit),
    ...periodsOf(context),
    change: write(Math.abs(change), changeUnit(context)),
    sign: Math.sign(change),
    margin: marginText(context, rule.tolerance, changeUnit(context)),
  };
}

function positionFacts(context: SentenceContext, verdict: RuleVerdict, rule: DirectedRule): PositionFacts {
  const { current, previous, change } = numbersOf(verdict, ['current', 'previous', 'change']);
  const gaps = { ...verdict.numbers, current: Math.abs(current), previous: Math.abs(previous) };
  return {
    ...changeFacts({ ...context, unit: changeUnit(context) }, { ...verdict, numbers: gaps }, rule),
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
  const fewest = context.facts.measure === 'growth' ? context.decimals : GROWTH_DECIMALS;
  const decimals = shownDecimals(rule.tolerance, lead, tolerance, Math.max(fewest, GROWTH_DECIMALS));
  return {
    judgement: judgementOf(verdict),
    place: placeText(context),
    own: amountText(context, ownGrowth, decimals, percent),
    peers: amountText(context, peersGrowth, decimals, percent),
    against: rule.against,
    group: groupText(context),
    ...periodsOf(context),
    lead: amountText(context, lead, decimals, percentagePoints),
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

function shownDecimals(written: Tolerance, change: number, tolerance: number, decimals: number): number {
  const fewest = 'absolute' in written ? Math.max(decimals, decimalsOf(written.absolute)) : decimals;
  return tellingDecimals(change, tolerance, fewest);
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
