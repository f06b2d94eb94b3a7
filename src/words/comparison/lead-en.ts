import { capitalised } from '../capital.ts';
import { numberWord } from '../number-word.ts';
import type { LeadFacts } from './comparison.ts';

const number = (count: number) => numberWord(count, 'en');

/** Growth beside that of others, in sentences of plain English; what is judged of it follows. */
export function leadEn(facts: LeadFacts): string {
  return [`${growths(facts)}.`, ...leadSentences(facts)].join(' ');
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
  const { judgement, lead, leadSign, margin, beaten, compared } = facts;
  const { place, isDecrease } = facts;
  const whole = capitalised(place);
  const others = beaten === 0 || facts.isSole ? null : some(beaten, compared, facts.isOfCounties);
  // Growth that should be low is neither ahead nor behind.
  const ahead = others === null ? null : isDecrease ? `lower than in ${others}` : `ahead of ${others}`;
  if (judgement === 'same') {
    const size = margin === null ? '' : ` is within the margin of ${margin} and counts as equal growth`;
    const same = leadSign === 0 ? 'Growth was the same.' : `The difference of ${lead}${size}.`;
    return ahead === null ? [same] : [same, `${isDecrease ? `Growth in ${place}` : whole} was ${ahead}.`];
  }
  const isBetter = isDecrease ? leadSign < 0 : leadSign > 0;
  const also = !isBetter ? trailing(facts) : ahead === null ? '' : `, and ${ahead}`;
  if (isDecrease) return [`Growth in ${place} is ${lead} ${leadSign > 0 ? 'higher' : 'lower'}${also}.`];
  return [`${whole} is ${leadSign > 0 ? 'ahead' : 'behind'} by ${lead}${also}.`];
}

/** Who was beaten all the same, of those compared with. */
function trailing({ beaten, compared, isOfCounties, ownSign, isSole, isDecrease }: LeadFacts): string {
  if (compared === 0 || isSole) return '';
  const worse = ownSign >= 0 ? 'grew more slowly' : 'did worse';
  const behind = isDecrease ? 'higher than in' : 'behind';
  if (beaten === 0 && compared === 1) return `, and ${behind} the one ${isOfCounties ? 'county' : 'region'}`;
  return `, and ${some(beaten, compared, isOfCounties)} ${isDecrease ? 'had higher growth' : worse}`;
}

function some(count: number, all: number, isOfCounties: boolean): string {
  const places = isOfCounties ? 'counties' : 'regions';
  if (count === 0) return all === 2 ? `neither of the two ${places}` : `none of the ${number(all)} ${places}`;
  if (count === 1 && all > 1) return `one of the ${number(all)} ${places}`;
  if (count < all) return `${count} of the ${all} ${places}`;
  if (all === 1) return `the one ${isOfCounties ? 'county' : 'region'}`;
  return all === 2 ? `both ${places}` : `all ${number(all)} ${places}`;
}
