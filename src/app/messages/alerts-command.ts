import type { AlertKind } from '../../model/plan/alert.ts';
import type { Language } from '../../model/language.ts';
import type { Status, StoredAssessment } from '../../model/plan/assessment.ts';
import { saidAs } from '../../model/plan/said-status.ts';
import { PipelineError } from '../../model/errors.ts';
import { statusText } from '../../words/finding/status-text.ts';
import { findAssessment, findAssessmentBefore } from '../../store/assess/assessments.ts';
import { type Delivery, findAlert, type ListedAlert, listAlerts, resendAlert } from '../../store/messages/outbox.ts';
import { type AcknowledgementLine, readActiveAcknowledgements } from './acknowledge.ts';
import { deliverDue, type DeliveryReport } from './deliver-due.ts';
import type { App } from '../open-app.ts';
import { openChannels } from './open-channels.ts';
import { troubleText } from './trouble-words.ts';

const NEWEST = 50;

/** A delivery in `alerts list --json`; the fields are part of the command contract. */
export interface DeliveryLine extends Omit<Delivery, 'id' | 'alertId'> {
  /** False when the channel is not set up here: the message waits until it is. */
  readonly channelInUse: boolean;
}

/** An alert in `alerts list --json`. */
export interface AlertLine {
  readonly id: number;
  readonly kind: AlertKind;
  /** Id of an indicator, or what is in trouble in the machinery. */
  readonly subject: string;
  /** `null` for trouble in the machinery, as the statuses are. */
  readonly indicator: string | null;
  readonly from: Status | null;
  readonly fromText: string | null;
  readonly to: Status | null;
  readonly toText: string | null;
  /** The assessment, or the trouble, in a sentence. */
  readonly text: string;
  readonly createdAt: string;
  readonly idempotencyKey: string;
  readonly deliveries: readonly DeliveryLine[];
}

export interface AlertList {
  /** The newest, newest first, and every older one that has not been delivered everywhere. */
  readonly alerts: readonly AlertLine[];
  /** What no reminder is sent of at present. */
  readonly acknowledgements: readonly AcknowledgementLine[];
}

/** Alerts, their deliveries, and what has been acknowledged. */
export function readAlerts(app: App): AlertList {
  const channels = openChannels(app);
  const { language } = app.settings.plan;
  const alerts = listAlerts(app.store, NEWEST).map((alert) => ({
    ...statusesIn(app, alert, language),
    id: alert.id,
    kind: alert.kind,
    subject: alert.subject,
    indicator: alert.assessmentId === null ? null : alert.subject,
    text: alert.assessmentId === null ? troubleText(alert.text, app.settings) : alert.text,
    createdAt: alert.createdAt,
    idempotencyKey: alert.idempotencyKey,
    deliveries: alert.deliveries.map((delivery) => toLine(delivery, channels.has(delivery.channel))),
  }));
  return { alerts, acknowledgements: readActiveAcknowledgements(app) };
}

/** Both statuses with their words; those of the assessments it was made from, where they are about the same. */
function statusesIn({ store }: App, { assessmentId, fromStatus: from, toStatus: to }: ListedAlert, language: Language) {
  const after = assessmentId === null ? null : findAssessment(store, assessmentId);
  const before = after === null ? null : findAssessmentBefore(store, after);
  const textOf = (status: Status | null, said: StoredAssessment | null) =>
    status === null ? null : statusText(saidAs(status, said), language);
  return { from, fromText: textOf(from, before), to, toText: textOf(to, after) };
}

function toLine(delivery: Delivery, channelInUse: boolean): DeliveryLine {
  const { channel, messageKey, state, attempts, nextAttemptAt, lastError, deliveredAt } = delivery;
  return { channel, messageKey, state, attempts, nextAttemptAt, lastError, deliveredAt, channelInUse };
}

/**
 * Sends every message with the alert that has not been delivered, given up or not, from the beginning, with its
 * original key: at once, or when the quiet hours of its channel are over. Later messages may have been delivered before
 * it. Throws `usage` for an alert that does not exist, or has nothing left to deliver.
 */
export async function resend(app: App, alertId: number): Promise<DeliveryReport> {
  requireUndelivered(alertId, findAlert(app.store, alertId));
  resendAlert(app.store, alertId, app.clock.now().toISOString());
  return deliverDue(app);
}

function requireUndelivered(alertId: number, alert: ListedAlert | null): void {
  const hint = '`naeringspuls alerts list` shows the alerts and what became of them.';
  const unknown = { about: 'unknown-name', thing: 'alert', name: String(alertId), known: [], nearest: null } as const;
  if (alert === null) throw new PipelineError('usage', `There is no alert ${alertId}.`, { hint, refusal: unknown });
  if (alert.deliveries.some(({ state }) => state === 'pending' || state === 'given-up')) return;
  throw new PipelineError('usage', `Alert ${alertId} has been delivered on every channel it was made for.`, {
    hint,
    refusal: { about: 'alert-delivered', id: alertId },
  });
}
