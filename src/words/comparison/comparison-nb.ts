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
import { leadNb } from './lead-nb.ts';

const number = (count: number) => numberWord(count, 'nb');

/** A value beside an earlier one, or beside others, in plain bokmål. */
export const comparisonNb: ComparisonTexts = {
  measured,
  verdict,
  annualChange,
  belowBase,
  growthLead: (facts) => `${leadNb(facts)} ${closing(facts.verdict)}`,
  relativePosition,
  gap,
  allOf,
  notSet: (known) => [...(known === null ? [] : [measured(known)]), 'Ambisjonen er ikke fastsatt'].join('. ') + '.',
};

function measured({ kind, value, period, sole }: MeasuredFacts): string {
  return {
    figure: `Tallet for ${period} er ${value}`,
    index: `Indeksen var ${value} i ${period}`,
    diversity: `Mangfoldsindeksen var ${value} i ${period}`,
    growth: `Veksten var ${value} i ${period}`,
    gap: `Avstanden til ${sole ?? 'gjennomsnittet'} var ${value} i ${period}`,
  }[kind];
}

function verdict({ status, isPart }: VerdictFacts): string {
  const met = { 'on-track': 'oppfylt', 'partly-met': 'delvis oppfylt' } as const;
  const word = status === 'on-track' || status === 'partly-met' ? met[status] : 'ikke oppfylt';
  return `${isPart ? 'kravet' : 'ambisjonen'} er ${word}`;
}

function closing(facts: VerdictFacts): string {
  return `${capitalised(verdict(facts))}.`;
}

function annualChange(facts: ChangeFacts): string {
  const { previous, previousPeriod, change, sign, bound } = facts;
  const size = bound === null ? change : `${bound === 'least' ? 'minst' : 'høyst'} ${change}`;
  const from = bound === null && facts.kind !== 'diversity' ? `${previous} i ${previousPeriod}` : previousPeriod;
  const movement = sign === 0 ? `det samme som i ${previousPeriod}` : `${sign > 0 ? 'opp' : 'ned'} ${size} fra ${from}`;
  return [`${measured(facts)}, ${movement}.`, ...changeJudgement(facts)].join(' ');
}

function changeJudgement({ judgement, margin, sign, isAtMargin, verdict: found }: ChangeFacts): readonly string[] {
  if (judgement === null) return [];
  const end = found === null ? [] : [closing(found)];
  if (sign === 0 || margin === null) return end;
  if (judgement === 'better' || judgement === 'worse') {
    const beyond = `${sign > 0 ? 'Økningen' : 'Nedgangen'} er større enn marginen på ${margin}`;
    return [found === null ? `${beyond}.` : `${beyond}, så ${verdict(found)}.`];
  }
  const within = isAtMargin ? 'akkurat marginen' : 'mindre enn marginen';
  return [`Det er ${within} på ${margin} og regnes som ${judgement === 'held' ? 'stabilt' : 'uendret'}.`, ...end];
}

function belowBase({ verdict: found, basePeriod, distance, sign, margin, isAlso }: BaseFacts): string {
  const where = `${distance} ${sign < 0 ? 'under' : 'over'} utgangspunktet i ${basePeriod}`;
  const beyond = margin === null ? '' : `, mer enn marginen på ${margin}`;
  return `Nivået ligger ${isAlso ? 'også ' : ''}${where}${beyond}, så ${verdict(found)}.`;
}

function relativePosition(facts: PositionFacts): string {
  const { place, value, gapSign, group, period, sole } = facts;
  const to = sole ? group : `gjennomsnittet i ${group}`;
  return [`I ${period} lå ${place} ${gap(value, gapSign, to)}.`, ...positionSentences(facts)].join(' ');
}

function positionSentences(facts: PositionFacts): readonly string[] {
  const { previous, previousGapSign, gapSign, previousPeriod, change, betterSign, judgement, margin } = facts;
  const found = capitalised(verdict(facts.verdict));
  const about = found.replace(/^Ambisjonen /, 'Ambisjonen om forbedring ');
  if (betterSign === 0) {
    return [
      gapSign === 0 ? `Slik var det også i ${previousPeriod}.` : `Avstanden var like stor i ${previousPeriod}.`,
      `${about}.`,
    ];
  }
  const within = facts.isAtMargin ? 'akkurat marginen på' : 'innenfor marginen på';
  const against =
    margin === null
      ? ''
      : judgement === 'same'
        ? `, ${within} ${margin}, og regnes som uendret`
        : `, mer enn marginen på ${margin}`;
  const isSameSide = gapSign === previousGapSign && gapSign !== 0;
  const before = isSameSide
    ? `I ${previousPeriod} var avstanden ${previous}.`
    : `I ${previousPeriod} var det ${gap(facts.previousAmount, previousGapSign, facts.sole)}.`;
  const isWider = facts.sign === gapSign;
  const moved = isSameSide
    ? `Den er altså blitt ${change} ${isWider ? 'større' : 'mindre'}`
    : `Det er en ${betterSign > 0 ? 'bedring' : 'forverring'} på ${change}`;
  return [before, `${moved}${against}.`, `${judgement === 'same' ? about : found}.`];
}

function gap(amount: string, sign: number, to?: string | null): string {
  return `${sign === 0 ? 'likt med' : `${amount} ${sign > 0 ? 'over' : 'under'}`} ${to ?? 'gjennomsnittet'}`;
}

function allOf(met: number, parts: number): string {
  const of = `de ${number(parts)} kravene er oppfylt.`;
  if (met === 0) return `Ingen av ${of}`;
  if (met === parts) return parts === 2 ? 'Begge kravene er oppfylt.' : `Alle ${of}`;
  return `${met === 1 ? 'Ett' : capitalised(number(met))} av ${number(parts)} krav er oppfylt.`;
}
