import type { LastKnown, RuleVerdict } from '../model/plan/assessment.ts';
import { lastKnownOf } from '../model/plan/said-status.ts';
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
  const { code } = periodFromKey(current.period);
  return lastKnownOf(code, spokenValue(spoken), { status: verdict.status, evidence: { verdict } });
}
