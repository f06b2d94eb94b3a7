import { capitalised } from '../capital.ts';
import { numberWord } from '../number-word.ts';
import type {
  BaseFacts,
  ChangeFacts,
  ComparisonTexts,
  MeasuredFacts,
  PositionFacts,
  VerdictFacts,
} from './comparison.ts';
import { leadEn } from './lead-en.ts';

const number = (count: number) => numberWord(count, 'en');

/** A value beside an earlier one, or beside others, in plain English. */
export const comparisonEn: ComparisonTexts = {
  measured,
  verdict,
  annualChange,
  belowBase,
  growthLead: (facts) => `${leadEn(facts)} ${closing(facts.verdict)}`,
  relativePosition,
  gap,
  allOf,
  notSet: (known) => [...(known === null ? [] : [measured(known)]), 'The ambition has not been set'].join('. ') + '.',
};

function measured({ kind, value, period, sole }: MeasuredFacts): string {
  return {
    figure: `The figure for ${period} is ${value}`,
    index: `The index was ${value} in ${period}`,
    diversity: `The diversity index was ${value} in ${period}`,
    growth: `Growth was ${value} in ${period}`,
    gap: `The distance to ${sole ?? 'the average'} was ${value} in ${period}`,
  }[kind];
}

function verdict({ status, isPart }: VerdictFacts): string {
  const met = { 'on-track': 'met', 'partly-met': 'partly met' } as const;
  const word = status === 'on-track' || status === 'partly-met' ? met[status] : 'not met';
  return `the ${isPart ? 'requirement' : 'ambition'} is ${word}`;
}

function closing(facts: VerdictFacts): string {
  return `${capitalised(verdict(facts))}.`;
}

function annualChange(facts: ChangeFacts): string {
  const { previous, previousPeriod, change, sign, bound } = facts;
  const size = bound === null ? change : `${bound === 'least' ? 'at least' : 'at most'} ${change}`;
  const from = bound === null && facts.kind !== 'diversity' ? `${previous} in ${previousPeriod}` : previousPeriod;
  const movement = sign === 0 ? `the same as in ${previousPeriod}` : `${sign > 0 ? 'up' : 'down'} ${size} from ${from}`;
  return [`${measured(facts)}, ${movement}.`, ...changeJudgement(facts)].join(' ');
}

function changeJudgement({ judgement, margin, sign, isAtMargin, verdict: found }: ChangeFacts): readonly string[] {
  if (judgement === null) return [];
  const end = found === null ? [] : [closing(found)];
  if (sign === 0 || margin === null) return end;
  if (judgement === 'better' || judgement === 'worse') {
    const beyond = `The ${sign > 0 ? 'rise' : 'fall'} is larger than the margin of ${margin}`;
    return [found === null ? `${beyond}.` : `${beyond}, so ${verdict(found)}.`];
  }
  const within = isAtMargin ? 'exactly the margin' : 'less than the margin';
  return [`That is ${within} of ${margin} and counts as ${judgement === 'held' ? 'stable' : 'unchanged'}.`, ...end];
}

function belowBase({ verdict: found, basePeriod, distance, sign, margin, isAlso }: BaseFacts): string {
  const where = `${distance} ${sign < 0 ? 'below' : 'above'} the starting point of ${basePeriod}`;
  const beyond = margin === null ? '' : `, more than the margin of ${margin}`;
  return `The level is ${isAlso ? 'also ' : ''}${where}${beyond}, so ${verdict(found)}.`;
}

function relativePosition(facts: PositionFacts): string {
  const { place, value, gapSign, group, period, sole } = facts;
  const now = `In ${period} ${place} was ${gap(value, gapSign, sole ? group : `the average of ${group}`)}`;
  return [`${now}.`, ...positionSentences(facts)].join(' ');
}

function positionSentences(facts: PositionFacts): readonly string[] {
  const { previous, previousGapSign, gapSign, previousPeriod, change, betterSign, judgement, margin } = facts;
  const found = capitalised(verdict(facts.verdict));
  const about = found.replace(/^The ambition /, 'The ambition to improve ');
  if (betterSign === 0) {
    return [
      gapSign === 0 ? `So it was in ${previousPeriod} too.` : `The distance was the same in ${previousPeriod}.`,
      `${about}.`,
    ];
  }
  const within = facts.isAtMargin ? 'exactly the margin of' : 'within the margin of';
  const against =
    margin === null
      ? ''
      : judgement === 'same'
        ? `, ${within} ${margin}, and counts as unchanged`
        : `, more than the margin of ${margin}`;
  const isSameSide = gapSign === previousGapSign && gapSign !== 0;
  const before = isSameSide
    ? `In ${previousPeriod} the distance was ${previous}.`
    : `In ${previousPeriod} it was ${gap(facts.previousAmount, previousGapSign, facts.sole)}.`;
  const moved = isSameSide
    ? `So it has become ${change} ${facts.sign === gapSign ? 'larger' : 'smaller'}`
    : `That is ${betterSign > 0 ? 'an improvement' : 'a worsening'} of ${change}`;
  return [before, `${moved}${against}.`, `${judgement === 'same' ? about : found}.`];
}

function gap(amount: string, sign: number, to?: string | null): string {
  return `${sign === 0 ? 'level with' : `${amount} ${sign > 0 ? 'above' : 'below'}`} ${to ?? 'the average'}`;
}

function allOf(met: number, parts: number): string {
  if (met === 0)
    return parts === 2 ? 'Neither requirement is met.' : `None of the ${number(parts)} requirements is met.`;
  if (met === parts) return parts === 2 ? 'Both requirements are met.' : `All ${number(parts)} requirements are met.`;
  return `${capitalised(number(met))} of ${number(parts)} requirements ${met === 1 ? 'is' : 'are'} met.`;
}
