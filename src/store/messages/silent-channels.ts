import type { Store } from '../store.ts';

/** A channel that does not take what it is sent. */
export interface SilentChannel {
  readonly channel: string;
  /** When the oldest message was made that it has not taken (ISO 8601). */
  readonly since: string;
  /** Messages that are not tried any more. */
  readonly givenUp: number;
  /** What the last attempt came to, in English and free of secrets. */
  readonly error: string;
}

/** A message is given up after a week: what was delivered later has come through since. */
const SILENT = `
  SELECT channel, min(alert.created_at) AS since,
    count(DISTINCT iif(state = 'given-up', message_key, NULL)) AS givenUp,
    max(coalesce(last_error, '')) AS error
  FROM delivery JOIN alert ON alert.id = delivery.alert_id
  WHERE alert.subject NOT GLOB 'service:delivery-*' AND ((state = 'pending' AND last_error IS NOT NULL AND alert.created_at <= ?)
    OR (state = 'given-up' AND julianday(alert.created_at) + 7 > coalesce(
      (SELECT max(julianday(other.delivered_at)) FROM delivery AS other WHERE other.channel = delivery.channel), 0)))
  GROUP BY channel ORDER BY channel`;

/**
 * The channels with a message that was made before an instant and has failed ever since, or that was given up and after
 * which nothing has come through. What was to tell of another channel does not count: both may hang on one server.
 */
export function readSilentChannels({ sqlite }: Store, madeBefore: string): readonly SilentChannel[] {
  return sqlite.prepare<[string], SilentChannel>(SILENT).all(madeBefore);
}

/** Every channel that anything has ever been sent on. */
export function readUsedChannels({ sqlite }: Store): readonly string[] {
  return sqlite.prepare('SELECT DISTINCT channel FROM delivery').pluck().all() as string[];
}
