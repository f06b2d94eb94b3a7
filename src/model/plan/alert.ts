/**
 * What is notified about an indicator. `change`: a new status. `correction`: a status that is back where it was the
 * same day. `unsettled`: it has changed too often, and no further change is notified until it is `settled`; changes
 * meanwhile are `muted`. `reminder`: the ambition is still not met.
 */
export const INDICATOR_ALERTS = ['change', 'correction', 'unsettled', 'muted', 'settled', 'reminder'] as const;
export type IndicatorAlert = (typeof INDICATOR_ALERTS)[number];

/** What operations are notified of: trouble, once when it begins and once when it is over. */
export const TROUBLE_ALERTS = ['trouble', 'trouble-over'] as const;

/** As above, and `notice` for an event that has no end. */
export const OPERATIONS_ALERTS = [...TROUBLE_ALERTS, 'notice'] as const;
export type OperationsAlert = (typeof OPERATIONS_ALERTS)[number];

export const ALERT_KINDS = [...INDICATOR_ALERTS, ...OPERATIONS_ALERTS] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Who a channel is for: staff are notified of statuses, operations of trouble. */
export const AUDIENCES = ['staff', 'operations'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Who is notified of it. */
export function audienceOf(kind: AlertKind): Audience {
  return OPERATIONS_ALERTS.some((one) => one === kind) ? 'operations' : 'staff';
}

/** What has been recorded before about the same subject. */
export interface NotifiedAlert {
  readonly kind: AlertKind;
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Channels it was delivered to, or may have been; on others it is pending, or was replaced. */
  readonly reached: readonly string[];
}

/** How a change of status sounds to those who work for the ambition; `none` where it says nothing about it. */
export type News = 'good' | 'bad' | 'none';

/** How a status is coloured: red only for what is not met, green for what is, grey for all else. */
export type Tone = 'met' | 'not-met' | 'neutral';

/** How often a status may change before it is reported that it does not settle. */
export interface UnsettledLimit {
  readonly changes: number;
  readonly withinDays: number;
}
