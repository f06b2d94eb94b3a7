import { isUnsettled } from '../../alert/judge-kind.ts';
import type { OperationsAlert } from '../../model/plan/alert.ts';
import type { StoredAssessment } from '../../model/plan/assessment.ts';
import type { DatasetResult } from '../../model/run.ts';
import type { Trouble } from '../../model/trouble.ts';
import { findLatestAssessments } from '../../store/assess/assessments.ts';
import { readLastTroubles, readNotified } from '../../store/messages/outbox.ts';
import { type NewAlert, recordAlerts } from '../../store/messages/record-alerts.ts';
import { readStoredTrouble, storedTrouble } from '../../store/messages/stored-trouble.ts';
import { inTransaction } from '../../store/transaction.ts';
import { sentenceOf } from '../../words/finding/say-finding.ts';
import { wholeTrouble } from '../../words/trouble/tell.ts';
import { isAcknowledged } from './acknowledge.ts';
import { channelInTrouble } from './find-delivery-troubles.ts';
import { findTroubles, type KnownFailures } from './find-troubles.ts';
import type { TroubleSubject } from './trouble-subject.ts';
import { sayTrouble } from './trouble-words.ts';
import { channelsFor, openChannels } from './open-channels.ts';
import type { App } from '../open-app.ts';

const DAY_MS = 86_400_000;

/**
 * Records what time alone gives rise to: that a status has settled, a reminder of an ambition still not met, and
 * trouble in the machinery that has begun or is over. Each is notified once, whichever process looks first; nothing is
 * written when there is nothing to notify.
 */
export function raiseNotices(app: App): void {
  const now = app.clock.now();
  inTransaction(app.store, () => {
    const notices = [...noticesOfIndicators(app, now), ...noticesOfTrouble(app, new Map())];
    if (notices.length > 0) recordAlerts(app.store, notices, now.toISOString());
  });
}

/** Records trouble that has begun or is over, at the end of a run that knows why its datasets failed. */
export function raiseTroubles(app: App, results: readonly DatasetResult[]): void {
  const failures = new Map(
    results.flatMap(({ datasetId, failure }) => (failure === undefined ? [] : [[datasetId, failure] as const])),
  );
  inTransaction(app.store, () => {
    const notices = noticesOfTrouble(app, failures);
    if (notices.length > 0) recordAlerts(app.store, notices, app.clock.now().toISOString());
  });
}

function noticesOfIndicators(app: App, now: Date): readonly NewAlert[] {
  const { settings, store } = app;
  const inPlan = new Set(settings.indicators.map(({ id }) => id));
  return findLatestAssessments(store)
    .filter(({ indicatorId }) => inPlan.has(indicatorId))
    .flatMap((assessment) => {
      const kind = dueNotice(app, assessment, now);
      return kind === null ? [] : [aboutStatus(app, assessment, kind)];
    });
}

function dueNotice(app: App, assessment: StoredAssessment, now: Date): 'settled' | 'reminder' | null {
  const { reminders, unsettled } = app.settings.alerts;
  const notified = readNotified(app.store, assessment.indicatorId);
  const last = notified.at(-1)?.createdAt ?? assessment.since;
  const hasPassed = (days: number) => now.getTime() - Date.parse(last) >= days * DAY_MS;
  if (isUnsettled(notified)) return hasPassed(unsettled.withinDays) ? 'settled' : null;
  const isWanted = reminders.everyDays > 0 && assessment.status === 'off-track';
  return isWanted && hasPassed(reminders.everyDays) && !isAcknowledged(app, assessment) ? 'reminder' : null;
}

function aboutStatus(app: App, assessment: StoredAssessment, kind: 'settled' | 'reminder'): NewAlert {
  const { indicatorId: subject, status, id: assessmentId, cause } = assessment;
  const text = sentenceOf(assessment, app.settings.alerts.language);
  const said = { kind, subject, assessmentId, fromStatus: status, toStatus: status, cause, text };
  return { ...said, channels: channelsFor(openChannels(app), said) };
}

/** Notified once when it begins and once when it is over. */
function noticesOfTrouble(app: App, failures: KnownFailures): readonly NewAlert[] {
  const open = openTroubles(app);
  return [...findTroubles(app, failures)].flatMap(([subject, trouble]) => {
    const notified = open.get(subject);
    if (trouble !== null && notified === undefined) {
      return [aboutTrouble(app, 'trouble', subject, textOf(app, trouble))];
    }
    return trouble === null && notified !== undefined ? [aboutTrouble(app, 'trouble-over', subject, notified)] : [];
  });
}

/** Open problems that operations have been notified of, and the text that was stored of them. */
function openTroubles({ store }: Pick<App, 'store'>): ReadonlyMap<string, string> {
  const begun = readLastTroubles(store).filter(({ kind }) => kind === 'trouble');
  return new Map(begun.map(({ subject, text }) => [subject, text]));
}

function aboutTrouble(app: App, kind: OperationsAlert, subject: string, text: string): NewAlert {
  const nothing = { assessmentId: null, fromStatus: null, toStatus: null, cause: null };
  return { kind, subject, text, ...nothing, channels: channelsOfTrouble(app, kind, subject) };
}

/** Of a channel that takes no messages the others are told: staff's, where operations have no other. */
function channelsOfTrouble(app: App, kind: OperationsAlert, subject: string): readonly string[] {
  const channels = openChannels(app);
  const wanting = channelsFor(channels, { kind, subject });
  const silent = channelInTrouble(subject);
  if (silent === null) return wanting;
  const others = wanting.filter((name) => name !== silent);
  return others.some((name) => name !== 'log') ? others : [...channels.keys()].filter((name) => name !== silent);
}

function textOf({ settings }: App, trouble: Trouble): string {
  return storedTrouble(trouble, wholeTrouble(sayTrouble(trouble, settings)));
}

/**
 * Records that a thing is in trouble, or with `null` that it is in order, for problems that are seen only while
 * something is done. What has been notified is not notified again; with `notifyChanges` it is when the facts differ,
 * where they were kept. With `wasTold` operations have heard of it in another way, and will be notified when it is over.
 */
export function recordTrouble(
  app: App,
  subject: TroubleSubject,
  trouble: Trouble | null,
  { notifyChanges = false, wasTold = false }: { readonly notifyChanges?: boolean; readonly wasTold?: boolean } = {},
): void {
  inTransaction(app.store, () => {
    const notified = openTroubles(app).get(subject);
    const known = notified === undefined ? null : readStoredTrouble(notified);
    const isAnother = notifyChanges && trouble !== null && known !== null && !isSame(known, trouble);
    if ((trouble === null) === (notified === undefined) && !isAnother) return;
    const kind = trouble === null ? 'trouble-over' : 'trouble';
    const alert = aboutTrouble(app, kind, subject, trouble === null ? (notified ?? '') : textOf(app, trouble));
    const told = wasTold ? { ...alert, channels: [] } : alert;
    recordAlerts(app.store, [told], app.clock.now().toISOString());
  });
}

/** Have operations been notified of trouble with a thing that is not over? */
export function isInTrouble({ store }: Pick<App, 'store'>, subject: TroubleSubject): boolean {
  return openTroubles({ store }).has(subject);
}

/** On which line of a file a thing stands is no fact about it: lines move when others are written. */
function isSame(one: Trouble, other: Trouble): boolean {
  const facts = (trouble: Trouble) =>
    JSON.stringify(trouble, (key, value: unknown) => (key === 'line' ? undefined : value));
  return facts(one) === facts(other);
}

/** Notifies operations of an event that calls for no repair. */
export function recordNotice(app: App, subject: TroubleSubject, trouble: Trouble): void {
  recordAlerts(app.store, [aboutTrouble(app, 'notice', subject, textOf(app, trouble))], app.clock.now().toISOString());
}
