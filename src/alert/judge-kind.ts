import type { IndicatorAlert, NotifiedAlert, UnsettledLimit } from '../model/plan/alert.ts';
import { toWallTime } from '../model/wall-time.ts';

const DAY_MS = 86_400_000;
/** Each stands for a change of status. */
const CHANGES: readonly string[] = ['change', 'correction', 'unsettled', 'muted'];

export interface KindOfChange {
  readonly kind: Extract<IndicatorAlert, 'change' | 'correction' | 'unsettled' | 'muted'>;
  /** Pending alerts about the indicator from this instant on (ISO 8601) are replaced by this one. */
  readonly replacesSince?: string;
}

/**
 * How to notify a change of status, given what has been notified about the indicator (oldest first). A status back
 * where it was earlier the same day is a correction, unless none of the channels had been notified of the change away;
 * one that changes too often is notified once and then muted until it has settled. Days are those of the time zone.
 */
export function judgeKind(
  change: { readonly from: string | null; readonly to: string; readonly at: string },
  notified: readonly NotifiedAlert[],
  limits: { readonly timeZone: string; readonly unsettled: UnsettledLimit; readonly channels: readonly string[] },
): KindOfChange {
  const { changes, withinDays } = limits.unsettled;
  if (isUnsettled(notified)) return { kind: 'muted' };
  const from = new Date(Date.parse(change.at) - withinDays * DAY_MS).toISOString();
  // A first assessment is not a change.
  const recent = notified.filter(
    (one) => CHANGES.includes(one.kind) && one.fromStatus !== null && one.createdAt > from,
  );
  const settledAt = notified.findLast(({ kind }) => kind === 'settled')?.createdAt ?? '';
  const since = recent.filter(({ createdAt }) => createdAt > settledAt);
  if (change.from !== null && since.length + 1 >= changes) return { kind: 'unsettled', replacesSince: from };
  const day = dayOf(change.at, limits.timeZone);
  const left = recent.filter((one) => one.fromStatus === change.to && dayOf(one.createdAt, limits.timeZone) === day);
  const [first] = left;
  if (first === undefined) return { kind: 'change' };
  const isNotified = left.some(({ reached }) => reached.some((channel) => limits.channels.includes(channel)));
  return { kind: isNotified ? 'correction' : 'change', replacesSince: first.createdAt };
}

/** Has it been notified that the status does not settle, and not yet that it has settled? */
export function isUnsettled(notified: readonly NotifiedAlert[]): boolean {
  return notified.findLast(({ kind }) => kind === 'unsettled' || kind === 'settled')?.kind === 'unsettled';
}

function dayOf(instant: string, timeZone: string): string {
  const { year, month, day } = toWallTime(new Date(instant), timeZone);
  return [year, month, day].join('-');
}
