import type { News } from '../model/plan/alert.ts';
import type { Status } from '../model/plan/assessment.ts';

/** From worst to best. The other statuses say nothing about the ambition. */
const RANKED: readonly Status[] = ['off-track', 'stable', 'partly-met', 'on-track'];

/**
 * Good news is an ambition met, a step up, or a measurement that has no ambition to fail. All else is bad news: what can
 * no longer be judged never looks good, and a first verdict short of the ambition is no all-clear.
 */
export function judgeNews(from: Status | null, to: Status): News {
  if (to === 'on-track' || to === 'ambition-not-set') return 'good';
  const before = from === null ? -1 : RANKED.indexOf(from);
  return before !== -1 && RANKED.indexOf(to) > before ? 'good' : 'bad';
}
