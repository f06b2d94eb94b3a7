import type { IndicatorAlert, News, Tone } from '../model/plan/alert.ts';
import type { Flag, Status } from '../model/plan/assessment.ts';

/** From worst to best. The other statuses say nothing about the ambition. */
const RANKED: readonly Status[] = ['off-track', 'stable', 'partly-met', 'on-track'];
const NOT_MET: readonly Status[] = ['off-track', 'stable'];
/** The change is no larger than chance makes it. */
const ORDINARY: readonly Flag[] = ['within-variation', 'within-uncertainty'];

/** As much of a notification as decides how it sounds. */
export interface NewStatus {
  readonly kind: IndicatorAlert;
  /** `null` in a first assessment. */
  readonly from: Status | null;
  readonly to: Status;
  readonly flags: readonly Flag[];
}

/**
 * Good news is an ambition met, or a step up; bad news is a verdict short of the ambition that is no step up, and a
 * reminder. A first assessment, ordinary variation, and what cannot be judged or has no ambition to fail are neither.
 */
export function judgeNews({ kind, from, to, flags }: NewStatus): News {
  if (kind === 'reminder') return 'bad';
  if (from === null || !RANKED.includes(to) || isOrdinary(flags)) return 'none';
  return to === 'on-track' || isStepUp(from, to) ? 'good' : 'bad';
}

/** The colour of a notification. A step up that does not reach the ambition is grey, as ordinary variation is. */
export function judgeTone({ kind, from, to, flags }: NewStatus): Tone {
  if (kind !== 'reminder' && from !== null && isOrdinary(flags)) return 'neutral';
  if (to === 'on-track') return 'met';
  return NOT_MET.includes(to) && !(from !== null && isStepUp(from, to)) ? 'not-met' : 'neutral';
}

/** May the change be chance: no larger than is usual, or than the uncertainty of a survey? */
function isOrdinary(flags: readonly Flag[]): boolean {
  return flags.some((flag) => ORDINARY.includes(flag));
}

/** From one verdict on the ambition to a better one. */
function isStepUp(from: Status, to: Status): boolean {
  const before = RANKED.indexOf(from);
  return before !== -1 && RANKED.indexOf(to) > before;
}
