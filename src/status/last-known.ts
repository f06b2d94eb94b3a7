import type { LastKnown } from '../model/plan/assessment.ts';
import { periodFromKey } from '../model/time-period.ts';
import { speakAbout, type Spoken, spokenValue } from './second-table.ts';
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

function lastKnown(spoken: Spoken, status: LastKnown['status']): LastKnown | null {
  const { current } = spoken.situation;
  return current === null ? null : { period: periodFromKey(current.period).code, value: spokenValue(spoken), status };
}
