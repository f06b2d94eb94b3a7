import type { News } from '../model/plan/alert.ts';
import type { Status } from '../model/plan/assessment.ts';

/** From worst to best. The other statuses say nothing about the ambition. */
const RANKED: readonly Status[] = ['off-track', 'stable', 'partly-met', 'on-track'];

/**
 * Good news is an ambition met, a step up, or a measurement that has no ambition to fail. What cannot be judged is neither
 * good nor bad; a first verdict short of the ambition is bad news, as it is no all-clear.
 */
export function judgeNews(from: Status | null, to: Status): News {
  if (to === 'on-track' || to === 'ambition-not-set') return 'good';
  if (!RANKED.includes(to)) return 'neutral';
  const before = from === null ? -1 : RANKED.indexOf(from);
  return before !== -1 && RANKED.indexOf(to) > before ? 'good' : 'bad';
}
