import type { LastKnown } from '../model/assessment.ts';
import { periodFromKey } from '../model/time-period.ts';
import { speakAbout, type Spoken } from './second-table.ts';
import { situationAt, type Situation } from './situation.ts';

/**
 * The newest period before the current one about which the rule can speak, by the figures in force, with its value and
 * status; `null` when it never could.
 */
export function findLastKnown(situation: Situation): LastKnown | null {
  for (let index = situation.points.length - 2; index >= 0; index -= 1) {
    const spoken = speakAbout(situationAt(situation, index));
    if ('verdict' in spoken.outcome) return lastKnown(spoken, spoken.outcome.verdict.status);
  }
  return null;
}

function lastKnown({ situation: { current } }: Spoken, status: LastKnown['status']): LastKnown | null {
  if (current === null) return null;
  const value = 'value' in current.value ? current.value.value : null;
  return { period: periodFromKey(current.period).code, value, status };
}
