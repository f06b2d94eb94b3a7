import { userInfo } from 'node:os';
import type { StoredAssessment } from '../../model/plan/assessment.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import { PipelineError } from '../../model/errors.ts';
import { toWallTime } from '../../model/wall-time.ts';
import { statusText } from '../../words/finding/status-text.ts';
import {
  type Acknowledgement,
  readAcknowledgements,
  recordAcknowledgement,
} from '../../store/messages/acknowledgements.ts';
import { findLatestAssessment, findLatestAssessments } from '../../store/assess/assessments.ts';
import type { App } from '../open-app.ts';
import { findDefinition } from '../show/read-status.ts';

/** Nothing is snoozed for ever. */
const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

/** An acknowledgement in `alerts list --json`; the fields are part of the command contract. */
export type AcknowledgementLine = Omit<Acknowledgement, 'assessmentId'>;

export interface AcknowledgementRequest {
  readonly indicator: string;
  /** `YYYY-MM-DD`; the whole of that day. */
  readonly until: string;
  readonly reason: string;
  /** The user who runs the command, when left out. */
  readonly by?: string | undefined;
}

/**
 * Snoozes reminders of an ambition that is not met until the end of a day, a year ahead at most, and records who asked.
 * A change of status ends it too. Throws `usage` for an indicator that is not in the plan or has another status, a day
 * that is past or too far away, and a reason that says nothing.
 */
export function acknowledge(app: App, request: AcknowledgementRequest): AcknowledgementLine {
  const { id } = findDefinition(app, request.indicator);
  const now = app.clock.now();
  const { language } = app.settings.plan;
  const assessment = findLatestAssessment(app.store, id);
  if (assessment?.status !== 'off-track') {
    const is =
      assessment === null ? 'has not been assessed' : `has the status ${statusText(saidOf(assessment), language)}`;
    const said = assessment === null ? null : statusText(saidOf(assessment), language);
    throw new PipelineError('usage', `${id} ${is}, and reminders are only sent of an ambition that is not met.`, {
      refusal: { about: 'nothing-to-remind-of', indicator: id, statusText: said },
      hint: '`naeringspuls status` shows the status of every indicator.',
    });
  }
  requireDay(app, request.until, now);
  if (request.reason.trim() === '') {
    throw new PipelineError('usage', 'The reason is empty.', {
      refusal: { about: 'no-reason' },
      hint: 'Write in a few words why no reminder is wanted.',
    });
  }
  const by = request.by?.trim() ?? '';
  const acknowledged = {
    indicatorId: id,
    untilDate: request.until,
    reason: request.reason.trim(),
    acknowledgedBy: by === '' ? userInfo().username : by,
    acknowledgedAt: now.toISOString(),
  };
  recordAcknowledgement(app.store, { ...acknowledged, assessmentId: assessment.id });
  return acknowledged;
}

function requireDay(app: App, until: string, now: Date): void {
  const today = dayOf(app, now);
  const latest = dayOf(app, new Date(now.getTime() + LONGEST_DAYS * DAY_MS));
  const noon = Date.parse(`${until}T12:00:00Z`);
  // 30 February is read as a day in March.
  const isDate = !Number.isNaN(noon) && new Date(noon).toISOString().slice(0, 10) === until;
  if (isDate && until >= today && until <= latest) return;
  const problem = isDate
    ? `${until} is ${until < today ? 'past' : 'more than a year away'}.`
    : `'${until}' is not a date.`;
  throw new PipelineError('usage', problem, {
    refusal: isDate
      ? { about: 'day-out-of-reach', day: until, first: today, last: latest }
      : { about: 'no-date', text: until },
    hint: `Write a day from ${today} to ${latest}, such as --until ${latest}: nothing is snoozed for ever.`,
  });
}

/** What is acknowledged now: not past its day, and of a status that has not changed since. */
export function readActiveAcknowledgements(app: App): readonly AcknowledgementLine[] {
  const latest = new Map(findLatestAssessments(app.store).map((said) => [said.indicatorId, said]));
  return readAcknowledgements(app.store)
    .filter(({ indicatorId, untilDate, since }) => {
      const said = latest.get(indicatorId);
      return said !== undefined && said.since === since && untilDate >= dayOf(app, app.clock.now());
    })
    .map(({ indicatorId, untilDate, reason, acknowledgedBy, acknowledgedAt }) => ({
      indicatorId,
      untilDate,
      reason,
      acknowledgedBy,
      acknowledgedAt,
    }));
}

/** Is there no need to remind anybody of it? */
export function isAcknowledged(app: App, { indicatorId }: Pick<StoredAssessment, 'indicatorId'>): boolean {
  return readActiveAcknowledgements(app).some((one) => one.indicatorId === indicatorId);
}

function dayOf({ settings }: App, at: Date): string {
  const { year, month, day } = toWallTime(at, settings.alerts.timeZone);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
