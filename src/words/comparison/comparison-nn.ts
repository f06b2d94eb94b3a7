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
import { leadNn } from './lead-nn.ts';

const number = (count: number) => numberWord(count, 'nn');

/** A value beside an earlier one, or beside others, in plain nynorsk. */
export const comparisonNn: ComparisonTexts = {
  measured,
  verdict,
  annualChange,
  belowBase,
  growthLead: (facts) => `${leadNn(facts)} ${closing(facts.verdict)}`,
  relativePosition,
  gap,
  allOf,
  notSet: (known) => [...(known === null ? [] : [measured(known)]), 'Ambisjonen er ikkje fastsett'].join('. ') + '.',
};

function measured({ kind, value, period, sole }: MeasuredFacts): string {
  return {
    figure: `Talet for ${period} er ${value}`,
    index: `Indeksen var ${value} i ${period}`,
    diversity: `Mangfaldsindeksen var ${value} i ${period}`,
    growth: `Veksten var ${value} i ${period}`,
    gap: `Avstanden til ${sole ?? 'gjennomsnittet'} var ${value} i ${period}`,
  }[kind];
}

function verdict({ status, isPart }: VerdictFacts): string {
  const met = { 'on-track': 'oppfylt', 'partly-met': 'delvis oppfylt' } as const;
  const word = status === 'on-track' || status === 'partly-met' ? met[status] : 'ikkje oppfylt';
  return `${isPart ? 'kravet' : 'ambisjonen'} er ${word}`;
}

function closing(facts: VerdictFacts): string {
  return `${capitalised(verdict(facts))}.`;
}

function annualChange(facts: ChangeFacts): string {
  const { previous, previousPeriod, change, sign, bound } = facts;
  const size = bound === null ? change : `${bound === 'least' ? 'minst' : 'høgst'} ${change}`;
  const from = bound === null && facts.kind !== 'diversity' ? `${previous} i ${previousPeriod}` : previousPeriod;
  const movement = sign === 0 ? `det same som i ${previousPeriod}` : `${sign > 0 ? 'opp' : 'ned'} ${size} frå ${from}`;
  return [`${measured(facts)}, ${movement}.`, ...changeJudgement(facts)].join(' ');
}

function changeJudgement({ judgement, margin, sign, isAtMargin, verdict: found }: ChangeFacts): readonly string[] {
  if (judgement === null) return [];
  const end = found === null ? [] : [closing(found)];
  if (sign === 0 || margin === null) return end;
  if (judgement === 'better' || judgement === 'worse') {
    const beyond = `${sign > 0 ? 'Auken' : 'Nedgangen'} er større enn marginen på ${margin}`;
    return [found === null ? `${beyond}.` : `${beyond}, så ${verdict(found)}.`];
  }
  const within = isAtMargin ? 'akkurat marginen' : 'mindre enn marginen';
  return [`Det er ${within} på ${margin} og blir rekna som ${judgement === 'held' ? 'stabilt' : 'uendra'}.`, ...end];
}

function belowBase({ verdict: found, basePeriod, distance, sign, margin, isAlso }: BaseFacts): string {
  const where = `${distance} ${sign < 0 ? 'under' : 'over'} utgangspunktet i ${basePeriod}`;
  const beyond = margin === null ? '' : `, meir enn marginen på ${margin}`;
  return `Nivået ligg ${isAlso ? 'òg ' : ''}${where}${beyond}, så ${verdict(found)}.`;
}

function relativePosition(facts: PositionFacts): string {
  const { place, value, gapSign, group, period, sole } = facts;
  const to = sole ? group : `gjennomsnittet i ${group}`;
  return [`I ${period} låg ${place} ${gap(value, gapSign, to)}.`, ...positionSentences(facts)].join(' ');
}

function positionSentences(facts: PositionFacts): readonly string[] {
  const { previous, previousGapSign, gapSign, previousPeriod, change, betterSign, judgement, margin } = facts;
  const found = capitalised(verdict(facts.verdict));
  const about = found.replace(/^Ambisjonen /, 'Ambisjonen om forbetring ');
  if (betterSign === 0) {
    return [
      gapSign === 0 ? `Slik var det òg i ${previousPeriod}.` : `Avstanden var like stor i ${previousPeriod}.`,
      `${about}.`,
    ];
  }
  const within = facts.isAtMargin ? 'akkurat marginen på' : 'innanfor marginen på';
  const against =
    margin === null
      ? ''
      : judgement === 'same'
        ? `, ${within} ${margin}, og blir rekna som uendra`
        : `, meir enn marginen på ${margin}`;
  const isSameSide = gapSign === previousGapSign && gapSign !== 0;
  const before = isSameSide
    ? `I ${previousPeriod} var avstanden ${previous}.`
    : `I ${previousPeriod} var det ${gap(facts.previousAmount, previousGapSign, facts.sole)}.`;
  const isWider = facts.sign === gapSign;
  const moved = isSameSide
    ? `Han er altså blitt ${change} ${isWider ? 'større' : 'mindre'}`
    : `Det er ei ${betterSign > 0 ? 'betring' : 'forverring'} på ${change}`;
  return [before, `${moved}${against}.`, `${judgement === 'same' ? about : found}.`];
}

function gap(amount: string, sign: number, to?: string | null): string {
  return `${sign === 0 ? 'likt med' : `${amount} ${sign > 0 ? 'over' : 'under'}`} ${to ?? 'gjennomsnittet'}`;
}

function allOf(met: number, parts: number): string {
  const of = `dei ${number(parts)} krava er oppfylte.`;
  if (met === 0) return `Ingen av ${of}`;
  if (met === parts) return parts === 2 ? 'Begge krava er oppfylte.' : `Alle ${of}`;
  return `${met === 1 ? 'Eitt' : capitalised(number(met))} av ${number(parts)} krav er ${met === 1 ? 'oppfylt' : 'oppfylte'}.`;
}
