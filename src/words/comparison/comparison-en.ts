import { capitalised } from '../capital.ts';
import { numberWord } from '../number-word.ts';
import type {
  BaseFacts,
  ChangeFacts,
  ComparisonTexts,
  LeadFacts,
  MeasuredFacts,
  PositionFacts,
  VerdictFacts,
} from './comparison.ts';

const number = (count: number) => numberWord(count, 'en');

/** A value beside an earlier one, or beside others, in plain English. */
export const comparisonEn: ComparisonTexts = {
  measured,
  verdict,
  annualChange,
  belowBase,
  growthLead,
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

function growthLead(facts: LeadFacts): string {
  return [`${growths(facts)}.`, ...leadSentences(facts), closing(facts.verdict)].join(' ');
}

function growths(facts: LeadFacts): string {
  const { place, own, ownSign, peers, peersSign, period, previousPeriod, against, isProposed, isSole } = facts;
  const time = `From ${previousPeriod} to ${period}`;
  const proposal = isProposed ? ' (proposed comparison group)' : '';
  const name = peersName(facts);
  if (ownSign > 0 && peersSign > 0 && (isSole || against !== 'each')) {
    return `${time} ${place} grew by ${own} and ${name} by ${peers}${proposal}`;
  }
  const moved = (amount: string, sign: number) => {
    if (sign === 0) return 'stood still';
    return `${sign > 0 ? 'grew' : 'shrank'} by ${amount}`;
  };
  return `${time} ${place} ${moved(own, ownSign)}, while ${name} ${moved(peers, peersSign)}${proposal}`;
}

function peersName({ against, group, isOfCounties, isDecrease, isSole }: LeadFacts): string {
  if (isSole) return group;
  return {
    pooled: `${group} together`,
    mean: `${group} on average`,
    median: `${group} at the middle (the median)`,
    each: `the ${isDecrease ? 'slowest' : 'fastest'} ${isOfCounties ? 'county' : 'region'} in ${group}`,
  }[against];
}

function leadSentences(facts: LeadFacts): readonly string[] {
  const { judgement, place, lead, leadSign, margin, beaten, compared } = facts;
  const whole = capitalised(place);
  const ahead = beaten === 0 || facts.isSole ? null : `ahead of ${some(beaten, compared, facts.isOfCounties)}`;
  if (judgement === 'same') {
    const size = margin === null ? '' : ` is within the margin of ${margin} and counts as equal growth`;
    const same = leadSign === 0 ? 'Growth was the same.' : `The difference of ${lead}${size}.`;
    return ahead === null ? [same] : [same, `${whole} was ${ahead}.`];
  }
  if (leadSign > 0) return [`${whole} is ahead by ${lead}${ahead === null ? '' : `, and ${ahead}`}.`];
  return [`${whole} is behind by ${lead}${trailing(facts)}.`];
}

/** Who was beaten all the same, of those compared with. */
function trailing({ beaten, compared, isOfCounties, ownSign, isSole }: LeadFacts): string {
  if (compared === 0 || isSole) return '';
  if (beaten === 0 && compared === 1) return `, and behind the one ${isOfCounties ? 'county' : 'region'}`;
  return `, and ${some(beaten, compared, isOfCounties)} ${ownSign >= 0 ? 'grew more slowly' : 'did worse'}`;
}

function some(count: number, all: number, isOfCounties: boolean): string {
  const places = isOfCounties ? 'counties' : 'regions';
  if (count === 0) return all === 2 ? `neither of the two ${places}` : `none of the ${number(all)} ${places}`;
  if (count === 1 && all > 1) return `one of the ${number(all)} ${places}`;
  if (count < all) return `${count} of the ${all} ${places}`;
  if (all === 1) return `the one ${isOfCounties ? 'county' : 'region'}`;
  return all === 2 ? `both ${places}` : `all ${number(all)} ${places}`;
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
