import type { RuleVerdict } from '../../model/plan/assessment.ts';
import type { Rule } from '../../model/plan/rule.ts';
import { changeSentence, demandSentence, heldSentence, said } from './change-sentence.ts';
import { levelSentence } from './level-sentence.ts';
import type { LeadFacts, PositionFacts } from '../comparison/comparison.ts';
import { addingDecimals, numberText } from '../number-text.ts';
import type { SentenceContext } from './sentence-context.ts';
import {
  amountText,
  changeUnit,
  comparedText,
  nameOfGroup,
  placeText,
  soleText,
  verdictFacts,
} from './sentence-context.ts';
import { judgementOf, marginText, numbersOf, periodsOf } from './verdict-numbers.ts';

/** Fewest decimals of a growth: a tenth of a per cent. */
const GROWTH_DECIMALS = 1;

type PositionRule = Extract<Rule, { id: 'relative-position' }>;
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
    case 'not-set': {
      // A gap that stands alone says itself what it is to.
      const { known } = context;
      return context.texts.notSet(known?.kind === 'gap' ? { ...known, kind: 'figure' } : known);
    }
  }
}

/** Said where the peers counted together otherwise would give another status. */
function readingsSentence({ texts }: SentenceContext, { readings = {} }: RuleVerdict): readonly string[] {
  return new Set(Object.values(readings)).size > 1 ? [texts.readingsDiffer] : [];
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
    group: comparedText(context),
    sole: soleText(context),
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
    group: soleText(context) ?? nameOfGroup(context),
    isSole: soleText(context) !== null,
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
