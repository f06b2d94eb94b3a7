import type { LastKnown, RuleVerdict } from '../model/plan/assessment.ts';
import { saidStatus } from '../model/plan/said-status.ts';
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
    if ('verdict' in spoken.outcome) return lastKnown(spoken, spoken.outcome.verdict);
  }
  return null;
}

function lastKnown(spoken: Spoken, verdict: RuleVerdict): LastKnown | null {
  const { current } = spoken.situation;
  if (current === null) return null;
  const { status } = verdict;
  const said = saidStatus(status, verdict);
  return { period: periodFromKey(current.period).code, value: spokenValue(spoken), status, said };
}
