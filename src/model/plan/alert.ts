/**
 * What is told of an indicator. `change`: a new status. `correction`: a status that is back where it was the same day.
 * `unsettled`: it has changed again and again, and nothing more is told until it is `settled`; what it does meanwhile is
 * `muted`. `reminder`: the ambition is still not met.
 */
export const INDICATOR_ALERTS = ['change', 'correction', 'unsettled', 'muted', 'settled', 'reminder'] as const;
export type IndicatorAlert = (typeof INDICATOR_ALERTS)[number];

/** What is told of the machinery, to those who keep it running: once when it begins and once when it is over. */
export const TROUBLE_ALERTS = ['trouble', 'trouble-over'] as const;

/** What operations are told: trouble, and as a `notice` what has happened and is never over. */
export const OPERATIONS_ALERTS = [...TROUBLE_ALERTS, 'notice'] as const;
export type OperationsAlert = (typeof OPERATIONS_ALERTS)[number];

export const ALERT_KINDS = [...INDICATOR_ALERTS, ...OPERATIONS_ALERTS] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Who a channel is for: staff are told of statuses, operations of trouble in the machinery. */
export const AUDIENCES = ['staff', 'operations'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Who is to be told of it. */
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
  /** Channels that have been handed it, or may have been; elsewhere it waits, or was overtaken. */
  readonly reached: readonly string[];
}

/** How a change of status sounds to those who work for the ambition. */
export type News = 'good' | 'bad';

/** How often a status may change before it is reported that it does not settle. */
export interface UnsettledLimit {
  readonly changes: number;
  readonly withinDays: number;
}
