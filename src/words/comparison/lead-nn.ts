import { capitalised } from '../capital.ts';
import { numberWord } from '../number-word.ts';
import type { LeadFacts } from './comparison.ts';

const number = (count: number) => numberWord(count, 'nn');

/** Growth beside that of others, in sentences of plain nynorsk; what is judged of it follows. */
export function leadNn(facts: LeadFacts): string {
  return [`${growths(facts)}.`, ...leadSentences(facts)].join(' ');
}

function growths(facts: LeadFacts): string {
  const { place, own, ownSign, peers, peersSign, period, previousPeriod, against, isProposed, isSole } = facts;
  const time = `Frå ${previousPeriod} til ${period}`;
  const proposal = isProposed ? ' (føreslått samanlikningsgruppe)' : '';
  const name = peersName(facts);
  if (ownSign > 0 && peersSign > 0 && (isSole || against !== 'each')) {
    return `${time} voks ${place} med ${own} og ${name} med ${peers}${proposal}`;
  }
  const first = {
    up: `voks ${place} med ${own}`,
    level: `stod ${place} stille`,
    down: `gjekk ${place} tilbake med ${own}`,
  };
  const second = { up: `voks med ${peers}`, level: 'stod stille', down: `gjekk tilbake med ${peers}` };
  return `${time} ${first[way(ownSign)]}, medan ${name} ${second[way(peersSign)]}${proposal}`;
}

function way(sign: number): 'up' | 'level' | 'down' {
  if (sign === 0) return 'level';
  return sign > 0 ? 'up' : 'down';
}

function peersName({ against, group, isOfCounties, isDecrease, isSole }: LeadFacts): string {
  if (isSole) return group;
  const each = `${isOfCounties ? 'fylket' : 'regionen'} som voks ${isDecrease ? 'saktast' : 'raskast'} i ${group},`;
  return {
    pooled: `${group} samla`,
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
    const size = margin === null ? '' : ` er innanfor marginen på ${margin} og blir rekna som lik vekst`;
    const same = leadSign === 0 ? 'Veksten var like stor.' : `Skilnaden på ${lead}${size}.`;
    return beaten === null ? [same] : [same, `${whole} ${ownSign >= 0 ? 'voks' : 'låg'} ${beaten}.`];
  }
  const more = ownSign >= 0 ? `voks ${lead} ${leadSign > 0 ? 'meir' : 'mindre'}` : `låg ${lead} ${side(leadSign)}`;
  const isBetter = facts.isDecrease ? leadSign < 0 : leadSign > 0;
  const alsoBetter = beaten === null ? '' : `, og ${beaten}`;
  return [`${whole} ${more}${isBetter ? alsoBetter : trailing(facts)}.`];
}

function side(sign: number): string {
  return sign > 0 ? 'over' : 'under';
}

/** Who was beaten: `raskare enn 6 av dei 8 regionane`; `null` where nobody was. */
function leadOver(facts: LeadFacts): string | null {
  const { beaten, compared, isOfCounties, isSole, isDecrease } = facts;
  if (beaten === 0 || isSole) return null;
  return `${than(facts, isDecrease ? -1 : 1)} ${some(beaten, compared, isOfCounties)}`;
}

/** By the sign of the growth less that of others; of a place that has shrunk nothing is said of speed. */
function than({ ownSign }: LeadFacts, sign: number): string {
  if (ownSign >= 0) return sign > 0 ? 'raskare enn' : 'saktare enn';
  return side(sign);
}

/** Who was beaten all the same, of those compared with. */
function trailing(facts: LeadFacts): string {
  const { beaten, compared, isOfCounties, ownSign, isSole, isDecrease } = facts;
  const [grew, lay] = isDecrease ? ['voks raskare', 'låg høgare'] : ['voks saktare', 'låg lågare'];
  if (compared === 0 || isSole) return '';
  if (beaten === 0 && compared === 1) {
    return `, og ${than(facts, isDecrease ? 1 : -1)} ${isOfCounties ? 'det eine fylket' : 'den eine regionen'}`;
  }
  return `, og ${some(beaten, compared, isOfCounties)} ${ownSign >= 0 ? grew : lay}`;
}

function some(count: number, all: number, isOfCounties: boolean): string {
  const places = isOfCounties ? 'fylka' : 'regionane';
  if (count === 0) return `ingen av dei ${number(all)} ${places}`;
  if (count === 1 && all > 1) return `${isOfCounties ? 'eitt' : 'éin'} av dei ${number(all)} ${places}`;
  if (count < all) return `${count} av dei ${all} ${places}`;
  if (all === 1) return isOfCounties ? 'det eine fylket' : 'den eine regionen';
  return all === 2 ? `begge ${places}` : `alle dei ${number(all)} ${places}`;
}
