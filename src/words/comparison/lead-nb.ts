import { capitalised } from '../capital.ts';
import { numberWord } from '../number-word.ts';
import type { LeadFacts } from './comparison.ts';

const number = (count: number) => numberWord(count, 'nb');

/** Growth beside that of others, in sentences of plain bokmål; what is judged of it follows. */
export function leadNb(facts: LeadFacts): string {
  return [`${growths(facts)}.`, ...leadSentences(facts)].join(' ');
}

function growths(facts: LeadFacts): string {
  const { place, own, ownSign, peers, peersSign, period, previousPeriod, against, isProposed, isSole } = facts;
  const time = `Fra ${previousPeriod} til ${period}`;
  const proposal = isProposed ? ' (foreslått sammenlikningsgruppe)' : '';
  const name = peersName(facts);
  if (ownSign > 0 && peersSign > 0 && (isSole || against !== 'each')) {
    return `${time} vokste ${place} med ${own} og ${name} med ${peers}${proposal}`;
  }
  const first = {
    up: `vokste ${place} med ${own}`,
    level: `sto ${place} stille`,
    down: `gikk ${place} tilbake med ${own}`,
  };
  const second = { up: `vokste med ${peers}`, level: 'sto stille', down: `gikk tilbake med ${peers}` };
  return `${time} ${first[way(ownSign)]}, mens ${name} ${second[way(peersSign)]}${proposal}`;
}

function way(sign: number): 'up' | 'level' | 'down' {
  if (sign === 0) return 'level';
  return sign > 0 ? 'up' : 'down';
}

function peersName({ against, group, isOfCounties, isDecrease, isSole }: LeadFacts): string {
  if (isSole) return group;
  const each = `${isOfCounties ? 'fylket' : 'regionen'} som vokste ${isDecrease ? 'saktest' : 'raskest'} i ${group},`;
  return {
    pooled: `${group} samlet`,
    mean: `${group} i gjennomsnitt`,
    median: `${group} på midten (medianen)`,
    each,
  }[against];
}

function leadSentences(facts: LeadFacts): readonly string[] {
  const { judgement, place, lead, leadSign, margin, ownSign } = facts;
  const whole = capitalised(place);
  const beaten = leadOver(facts);
  if (judgement === 'same') {
    const size = margin === null ? '' : ` er innenfor marginen på ${margin} og regnes som lik vekst`;
    const same = leadSign === 0 ? 'Veksten var like stor.' : `Forskjellen på ${lead}${size}.`;
    return beaten === null ? [same] : [same, `${whole} ${ownSign >= 0 ? 'vokste' : 'lå'} ${beaten}.`];
  }
  const more = ownSign >= 0 ? `vokste ${lead} ${leadSign > 0 ? 'mer' : 'mindre'}` : `lå ${lead} ${side(leadSign)}`;
  const isBetter = facts.isDecrease ? leadSign < 0 : leadSign > 0;
  const alsoBetter = beaten === null ? '' : `, og ${beaten}`;
  return [`${whole} ${more}${isBetter ? alsoBetter : trailing(facts)}.`];
}

function side(sign: number): string {
  return sign > 0 ? 'over' : 'under';
}

/** Who was beaten: `raskere enn 6 av de 8 regionene`; `null` where nobody was. */
function leadOver(facts: LeadFacts): string | null {
  const { beaten, compared, isOfCounties, isSole, isDecrease } = facts;
  if (beaten === 0 || isSole) return null;
  return `${than(facts, isDecrease ? -1 : 1)} ${some(beaten, compared, isOfCounties)}`;
}

/** By the sign of the growth less that of others; of a place that has shrunk nothing is said of speed. */
function than({ ownSign }: LeadFacts, sign: number): string {
  if (ownSign >= 0) return sign > 0 ? 'raskere enn' : 'saktere enn';
  return side(sign);
}

/** Who was beaten all the same, of those compared with. */
function trailing(facts: LeadFacts): string {
  const { beaten, compared, isOfCounties, ownSign, isSole, isDecrease } = facts;
  const [grew, lay] = isDecrease ? ['vokste raskere', 'lå høyere'] : ['vokste saktere', 'lå lavere'];
  if (compared === 0 || isSole) return '';
  if (beaten === 0 && compared === 1) {
    return `, og ${than(facts, isDecrease ? 1 : -1)} ${isOfCounties ? 'det ene fylket' : 'den ene regionen'}`;
  }
  return `, og ${some(beaten, compared, isOfCounties)} ${ownSign >= 0 ? grew : lay}`;
}

function some(count: number, all: number, isOfCounties: boolean): string {
  const places = isOfCounties ? 'fylkene' : 'regionene';
  if (count === 0) return `ingen av de ${number(all)} ${places}`;
  if (count === 1 && all > 1) return `${isOfCounties ? 'ett' : 'én'} av de ${number(all)} ${places}`;
  if (count < all) return `${count} av de ${all} ${places}`;
  if (all === 1) return isOfCounties ? 'det ene fylket' : 'den ene regionen';
  return all === 2 ? `begge ${places}` : `alle de ${number(all)} ${places}`;
}
