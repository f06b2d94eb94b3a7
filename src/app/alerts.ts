import type { Status } from '../model/assessment.ts';
import { PipelineError } from '../model/errors.ts';
import { statusText } from '../status/status-text.ts';
import { type Alert, type Delivery, findAlert, listAlerts, resendAlert } from '../store/outbox.ts';
import { deliverDue, type DeliveryReport } from './deliver.ts';
import type { App } from './open-app.ts';
import { openChannels } from './open-channels.ts';

const NEWEST = 50;

/** A delivery in `alerts list --json`; the fields are part of the command contract. */
export interface DeliveryLine extends Omit<Delivery, 'id' | 'alertId'> {
  /** False when the channel is not set up here: the message waits until it is. */
  readonly channelInUse: boolean;
}

/** An alert in `alerts list --json`. */
export interface AlertLine {
  readonly id: number;
  readonly indicator: string;
  readonly from: Status | null;
  readonly fromText: string | null;
  readonly to: Status;
  readonly toText: string;
  readonly createdAt: string;
  readonly idempotencyKey: string;
  readonly deliveries: readonly DeliveryLine[];
}

/** The newest alerts, newest first, and every older one that has not been delivered everywhere. */
export function readAlerts(app: App): readonly AlertLine[] {
  const channels = openChannels(app);
  const { language } = app.settings.plan;
  return listAlerts(app.store, NEWEST).map((alert) => ({
    id: alert.id,
    indicator: alert.indicatorId,
    from: alert.fromStatus,
    fromText: alert.fromStatus === null ? null : statusText(alert.fromStatus, language),
    to: alert.toStatus,
    toText: statusText(alert.toStatus, language),
    createdAt: alert.createdAt,
    idempotencyKey: alert.idempotencyKey,
    deliveries: alert.deliveries.map((delivery) => toLine(delivery, channels.has(delivery.channel))),
  }));
}

function toLine({ channel, state, attempts, nextAttemptAt, lastError, deliveredAt }: Delivery, channelInUse: boolean) {
  return { channel, state, attempts, nextAttemptAt, lastError, deliveredAt, channelInUse };
}

/**
 * Sends what an alert has not delivered, given up or not, at once and from the beginning, with the key it has always
 * had; later messages of the indicator may have been delivered before it. Throws `usage` for an alert that does not
 * exist, or has nothing left to deliver.
 */
export async function resend(app: App, alertId: number): Promise<DeliveryReport> {
  requireUndelivered(alertId, findAlert(app.store, alertId));
  resendAlert(app.store, alertId, app.clock.now().toISOString());
  return deliverDue(app);
}

function requireUndelivered(alertId: number, alert: Alert | null): void {
  const hint = '`naeringspuls alerts list` shows the alerts and what became of them.';
  if (alert === null) throw new PipelineError('usage', `There is no alert ${alertId}.`, { hint });
  if (alert.deliveries.some(({ state }) => state !== 'delivered')) return;
  throw new PipelineError('usage', `Alert ${alertId} has been delivered on every channel it was made for.`, { hint });
}
