import { periodFromKey } from '../model/time-period.ts';
import { findBreaks } from './breaks.ts';
import { periodsRead } from './periods-read.ts';
import { judge } from './rules/index.ts';
import type { Situation } from './situation.ts';
import { situationAt } from './situation.ts';
import type { Outcome } from './verdict.ts';

/** What was said, and of which figures. */
export interface Spoken {
  readonly situation: Situation;
  readonly outcome: Outcome;
  /** The figures are the second table's: the first withholds groups, and its bounds leave the status open. */
  readonly fromSecondTable: boolean;
}

/**
 * The value that was spoken about: of a gap, the one over the places that have figures in both periods. `null` where the
 * measure cannot be computed.
 */
export function spokenValue({ situation: { definition, current }, outcome }: Spoken): number | null {
  const verdict = 'verdict' in outcome ? outcome.verdict : null;
  const isGap = definition.measure === 'gap' && verdict?.rule.id === 'relative-position';
  if (isGap) return verdict.numbers['current'] ?? null;
  return current !== null && 'value' in current.value ? current.value.value : null;
}

/**
 * Lets the rule speak about the current period. Where withheld groups leave the status open, every period compared is
 * taken from the second table instead, if that can answer: the two are never mixed.
 */
export function speakAbout(situation: Situation): Spoken {
  const outcome = judge(situation.definition.rule, situation);
  const first = { situation, outcome, fromSecondTable: false };
  const isOpen = 'stop' in outcome && outcome.stop.missing === 'confidential';
  const other = isOpen && lacksWithheldOnly(situation) ? inSecondTable(situation) : null;
  if (other === null) return first;
  const second = judge(other.definition.rule, other);
  return 'verdict' in second ? { situation: other, outcome: second, fromSecondTable: true } : first;
}

/** A hole that is not withheld is one in the second table too, whatever number it shows there. */
function lacksWithheldOnly(situation: Situation): boolean {
  const periods = periodsRead(situation).map((period) => periodFromKey(period).code);
  return situation.series.missing.every(({ period, reason }) => reason === 'confidential' || !periods.includes(period));
}

/** The same period in the second table; `null` where there is none, or it lacks the period. */
function inSecondTable({ definition, series: { second }, current, declared }: Situation): Situation | null {
  if (second === null || current === null) return null;
  const index = second.points.findIndex(({ period }) => period === current.period);
  if (index === -1) return null;
  const breaks = findBreaks(second, declared);
  return situationAt({ definition, series: second, declared, breaks }, index);
}
