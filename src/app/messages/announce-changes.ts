import { judgeKind } from '../../alert/judge-kind.ts';
import type { Status, StoredAssessment } from '../../model/plan/assessment.ts';
import { readNotified } from '../../store/messages/outbox.ts';
import { type NewAlert, recordAlerts } from '../../store/messages/record-alerts.ts';
import { channelsFor, type OpenChannel, openChannels } from './open-channels.ts';
import type { App } from '../open-app.ts';

/** A change of status that people are to know of. */
export interface ChangeToNotify {
  readonly assessment: StoredAssessment;
  readonly from: Status | null;
  /** In the language of the messages. */
  readonly sentence: string;
}

/**
 * Records the alerts for the changes of one run, as one message per channel; called in the transaction that records
 * their assessments. What has been notified about an indicator before decides whether it is a change, a correction of
 * today's, or one of too many.
 */
export function announceChanges(app: App, changes: readonly ChangeToNotify[], at: string): void {
  const channels = openChannels(app);
  const alerts = changes.map(({ assessment, from, sentence }): NewAlert => {
    const { indicatorId: subject, status: to, id: assessmentId, cause } = assessment;
    const notified = readNotified(app.store, subject);
    const judged = judgeKind({ from, to, at }, notified, {
      ...app.settings.alerts,
      channels: ofPeople(channels, subject),
    });
    const said = { subject, assessmentId, fromStatus: from, toStatus: to, cause, text: sentence };
    return { ...judged, ...said, channels: channelsFor(channels, { ...judged, subject }) };
  });
  recordAlerts(app.store, alerts, at);
}

/** By name; the log where there is no other. */
function ofPeople(channels: ReadonlyMap<string, OpenChannel>, subject: string): readonly string[] {
  const named = channelsFor(channels, { kind: 'change', subject });
  return named.length === 1 ? named : named.filter((name) => name !== 'log');
}
