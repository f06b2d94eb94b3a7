import type { Status, StoredAssessment } from '../../../src/model/plan/assessment.ts';
import type { MessageReference } from '../../../src/store/messages/outbox.ts';
import { type NewAlert, recordAlerts } from '../../../src/store/messages/record-alerts.ts';
import { recordAssessment } from '../../../src/store/assess/record-assessment.ts';
import { findLatestAssessment } from '../../../src/store/assess/assessments.ts';
import type { Store } from '../../../src/store/store.ts';
import { buildAssessment, buildRecord, withRule } from './build-assessment.ts';
import { rows, storeWithRun } from './temporary-database.ts';

export interface Written {
  readonly store: Store;
  readonly runId: number;
  readonly ruleVersionId: number;
}

/** A database with one alert, made on 2024-01-02 at 08:00, with deliveries 1 on `log` and 2 on `webhook`. */
export function withAlert() {
  const { store, runId } = storeWithRun();
  const ruleVersionId = withRule(store);
  const stored = tell(store, buildRecord(runId, ruleVersionId));
  return { store, runId, ruleVersionId, stored };
}

/** Says something new of an indicator on a day of January 2024; it gets two more deliveries. */
export function say({ store, runId, ruleVersionId }: Written, status: Status, day: number, id = 'job-growth'): void {
  const assessment = buildAssessment({ indicatorId: id, status });
  const version = id === 'job-growth' ? ruleVersionId : withRule(store, id, day);
  tell(store, buildRecord(runId, version, { assessment, assessedAt: `2024-01-0${day}T08:00:00Z` }));
}

/** Several indicators assessed in one run, told in one message per channel. */
export function sayTogether(
  { store, runId, ruleVersionId }: Written,
  status: Status,
  day: number,
  ids: readonly string[],
) {
  const assessedAt = `2024-01-0${day}T08:00:00Z`;
  const alerts = ids.map((id, index) => {
    const version = id === 'job-growth' ? ruleVersionId : withRule(store, id, 10 * day + index);
    return record(
      store,
      buildRecord(runId, version, { assessment: buildAssessment({ indicatorId: id, status }), assessedAt }),
    );
  });
  recordAlerts(store, alerts, assessedAt);
}

/** Records an assessment with its alert, on the channels `log` and `webhook`. */
export function tell(store: Store, incoming: ReturnType<typeof buildRecord>) {
  recordAlerts(store, [record(store, incoming)], incoming.assessedAt);
  const stored = findLatestAssessment(store, incoming.assessment.indicatorId);
  if (stored === null) throw new Error('nothing was stored');
  return stored;
}

function record(store: Store, incoming: ReturnType<typeof buildRecord>): NewAlert {
  const { assessment, words, cause } = incoming;
  const before = findLatestAssessment(store, assessment.indicatorId);
  const { id } = recordAssessment(store, incoming);
  return alertOf({ ...assessment, ...words }, { assessmentId: id, fromStatus: before?.status ?? null, cause });
}

/** A change of status to be told on `log` and `webhook`. */
export function alertOf(
  { indicatorId, status, sentence }: Pick<StoredAssessment, 'indicatorId' | 'status' | 'sentence'>,
  changes: Partial<NewAlert> & Pick<NewAlert, 'assessmentId'>,
): NewAlert {
  const said = { kind: 'change', subject: indicatorId, fromStatus: null, toStatus: status, text: sentence } as const;
  return { ...said, cause: 'new-period', channels: ['log', 'webhook'], ...changes };
}

/** The message that a delivery is sent in. */
export function messageOf(store: Store, deliveryId: number): MessageReference {
  const [row] = rows(store, `SELECT channel, message_key AS messageKey FROM delivery WHERE id = ${deliveryId}`);
  return row as unknown as MessageReference;
}

/** The first of the deliveries that are sent in a message. */
export function deliveryOf(store: Store, message: MessageReference | null): number | undefined {
  if (message === null) return undefined;
  const { channel, messageKey } = message;
  const query = store.sqlite.prepare('SELECT min(id) FROM delivery WHERE channel = ? AND message_key = ?').pluck();
  return query.get(channel, messageKey) as number;
}
