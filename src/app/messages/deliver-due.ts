import { tryDelivery } from '../../alert/try-delivery.ts';
import { claimMessage, type DueMessage, findNextAttemptAt, holdMessages } from '../../store/messages/due-messages.ts';
import { findAssessmentAsOf, findFirstRun } from '../../store/assess/assessments.ts';
import { markDelivered, markFailed, markPostTaken } from '../../store/messages/outbox.ts';
import { alertMessage } from './alert-message.ts';
import type { StoredAssessment } from '../../model/plan/assessment.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import type { App } from '../open-app.ts';
import { openChannels, type OpenChannel } from './open-channels.ts';
import { raiseNotices } from './raise-notices.ts';

/** How long a message is ours alone; longer than any channel takes, and how late it is sent again after a crash. */
const CLAIM_MS = 120_000;

/** A message that could not be delivered. */
export interface DeliveryFailure {
  /** The first of its alerts, and the subjects of all of them. */
  readonly alertId: number;
  readonly subjects: readonly string[];
  readonly channel: string;
  readonly attempts: number;
  /** One sentence, free of secrets. */
  readonly error: string;
  /** `null` when it is given up. */
  readonly nextAttemptAt: string | null;
}

export interface DeliveryReport {
  /** Messages, however many alerts each contains. */
  readonly delivered: number;
  readonly failures: readonly DeliveryFailure[];
  /** When the next message is to be tried, or `null` when none waits. */
  readonly nextAttemptAt: string | null;
  /** Sentences that say what went wrong; `null` when nothing did. */
  readonly problem: string | null;
}

/**
 * Delivers everything that is due, one message at a time and in order for each subject and channel, and records each
 * outcome before the next is tried. At least once: what was sent and not recorded is sent again with the same key; of a
 * message in several posts, those that were taken are not. What
 * is due in the quiet hours of its channel is held until they are over. May run in several processes at once, and
 * beside a run. Throws what the store throws, and the signal's reason when stopped; a message on its way then is sent
 * again later.
 */
export async function deliverDue(app: App, signal?: AbortSignal): Promise<DeliveryReport> {
  const { store, clock } = app;
  const open = openChannels(app);
  const channels = [...open.keys()];
  const failures: DeliveryFailure[] = [];
  let delivered = 0;
  for (;;) {
    signal?.throwIfAborted();
    const now = clock.now();
    holdInQuietHours(app, open, now);
    const until = new Date(now.getTime() + CLAIM_MS).toISOString();
    const due = claimMessage(store, { channels, now: now.toISOString(), until });
    const channel = due === null ? undefined : open.get(due.channel);
    if (due === null || channel === undefined) break;
    const { attempts, takenPosts } = due;
    const tried = { message: alertMessage(due, app.settings, othersOf(app, due)), attempts, takenPosts };
    const onTaken = (post: string) => markPostTaken(store, due, post);
    const result = await tryDelivery(tried, channel.send, { now: () => clock.now(), signal, onTaken });
    if (result.delivered) {
      markDelivered(store, due, clock.now().toISOString());
      delivered++;
    } else {
      markFailed(store, due, result);
      failures.push(reportFailure(app, due, result));
    }
  }
  return { delivered, failures, nextAttemptAt: findNextAttemptAt(store, channels), problem: problemOf(failures) };
}

/**
 * What the first assessment of the plan found of the indicators of the channel, the same however late it is sent; `null`
 * for a message of any later one.
 */
function othersOf({ store, settings }: App, { channel, parts }: DueMessage): readonly StoredAssessment[] | null {
  const assessed = parts[0]?.assessed ?? null;
  if (assessed === null || assessed.runId !== findFirstRun(store)) return null;
  const { assessedAt } = assessed.assessment;
  const wanted = settings.alerts.channels.find(({ name }) => name === channel)?.indicators;
  return settings.indicators.flatMap(({ id }) => {
    if (wanted !== undefined && !wanted.includes(id)) return [];
    return findAssessmentAsOf(store, id, assessedAt) ?? [];
  });
}

function holdInQuietHours({ store }: App, channels: ReadonlyMap<string, OpenChannel>, now: Date): void {
  for (const [name, { quietUntil }] of channels) {
    const until = quietUntil(now);
    if (until !== null) holdMessages(store, name, until.toISOString());
  }
}

/** Like `deliverDue`, after recording what time alone gives rise to: reminders, trouble, settled statuses. */
export function notifyDue(app: App, signal?: AbortSignal): Promise<DeliveryReport> {
  raiseNotices(app);
  return deliverDue(app, signal);
}

/**
 * Waits for a run to end, however it ends, then `notifySafely`. Delivery cannot undo or fail the run. Throws what the
 * run throws.
 */
export async function notifyAfter<T extends object>(
  app: App,
  run: Promise<T>,
): Promise<T & { readonly delivery: DeliveryReport }> {
  try {
    const report = await run;
    return { ...report, delivery: await notifySafely(app) };
  } catch (error) {
    await notifySafely(app);
    throw error;
  }
}

/** Like `notifyDue`, but never throws: failures are returned in the report. */
export async function notifySafely(app: App): Promise<DeliveryReport> {
  try {
    return await notifyDue(app);
  } catch (error) {
    const { sentence } = describeFailure(error);
    app.logger.error({ event: 'delivery-failed', err: error }, sentence);
    return { delivered: 0, failures: [], nextAttemptAt: null, problem: sentence };
  }
}

function reportFailure(
  { logger }: App,
  { channel, messageKey, attempts: triedBefore, parts }: DueMessage,
  { error, nextAttemptAt }: { readonly error: string; readonly nextAttemptAt: string | null },
): DeliveryFailure {
  const subjects = parts.map(({ alert }) => alert.subject);
  const attempts = triedBefore + 1;
  const fields = { event: 'delivery-failed', channel, subjects, messageKey, attempts, nextAttemptAt };
  if (nextAttemptAt === null) logger.error({ ...fields, error }, 'A message is given up.');
  else logger.warn({ ...fields, error }, 'A message could not be delivered.');
  return { alertId: parts[0]?.alert.id ?? 0, subjects, channel, attempts, error, nextAttemptAt };
}

function problemOf(failures: readonly DeliveryFailure[]): string | null {
  if (failures.length === 0) return null;
  return failures.map(sentenceOf).join(' ');
}

function sentenceOf({ alertId, subjects, channel, error, nextAttemptAt }: DeliveryFailure): string {
  const what = `Alert ${alertId} (${subjects.join(', ')}) could not be delivered by ${channel}: ${error}`;
  return nextAttemptAt === null
    ? `${what} It is given up; \`naeringspuls alerts resend ${alertId}\` sends it again.`
    : `${what} It is tried again from ${nextAttemptAt}.`;
}
