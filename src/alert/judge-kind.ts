import type { IndicatorAlert, NotifiedAlert, UnsettledLimit } from '../model/plan/alert.ts';
import { toWallTime } from '../model/wall-time.ts';

const DAY_MS = 86_400_000;
/** Each stands for a change of status. */
const CHANGES: readonly string[] = ['change', 'correction', 'unsettled', 'muted'];

export interface KindOfChange {
  readonly kind: Extract<IndicatorAlert, 'change' | 'correction' | 'unsettled' | 'muted'>;
  /** From when what waits to be told about the indicator is overtaken by this; ISO 8601. */
  readonly replacesSince?: string;
}

/**
 * How a change of status is to be told, in the light of what has been told of the indicator (oldest first). A status back
 * where it was earlier the same day is a correction, unless none of the channels had been told that it had left; one that changes too often is told of once and then left in peace
 * until it has settled. Days are those of the time zone.
 */
export function judgeKind(
  change: { readonly from: string | null; readonly to: string; readonly at: string },
  told: readonly NotifiedAlert[],
  limits: { readonly timeZone: string; readonly unsettled: UnsettledLimit; readonly channels: readonly string[] },
): KindOfChange {
  const { changes, withinDays } = limits.unsettled;
  if (isUnsettled(told)) return { kind: 'muted' };
  const from = new Date(Date.parse(change.at) - withinDays * DAY_MS).toISOString();
  // A first assessment is no change.
  const recent = told.filter((one) => CHANGES.includes(one.kind) && one.fromStatus !== null && one.createdAt > from);
  const settledAt = told.findLast(({ kind }) => kind === 'settled')?.createdAt ?? '';
  const since = recent.filter(({ createdAt }) => createdAt > settledAt);
  if (change.from !== null && since.length + 1 >= changes) return { kind: 'unsettled', replacesSince: from };
  const day = dayOf(change.at, limits.timeZone);
  const left = recent.filter((one) => one.fromStatus === change.to && dayOf(one.createdAt, limits.timeZone) === day);
  const [first] = left;
  if (first === undefined) return { kind: 'change' };
  const isNotified = left.some(({ reached }) => reached.some((channel) => limits.channels.includes(channel)));
  return { kind: isNotified ? 'correction' : 'change', replacesSince: first.createdAt };
}

/** Has it been told that the status does not settle, and not yet that it has? */
export function isUnsettled(told: readonly NotifiedAlert[]): boolean {
  return told.findLast(({ kind }) => kind === 'unsettled' || kind === 'settled')?.kind === 'unsettled';
}

function dayOf(instant: string, timeZone: string): string {
  const { year, month, day } = toWallTime(new Date(instant), timeZone);
  return [year, month, day].join('-');
}
