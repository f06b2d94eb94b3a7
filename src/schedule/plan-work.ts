import type { JobDefinition } from '../model/data/job.ts';
import { countSlotsBetween, latestSlot, nextSlot } from './slots.ts';
import { closedUntil } from './source-rhythm.ts';

/** A slot that has not been run, and how many earlier ones were missed. */
export interface DueSlot {
  readonly job: string;
  readonly slotAt: Date;
  readonly missed: number;
}

/** What is known when work is planned. */
export interface SchedulePlan {
  readonly jobs: readonly JobDefinition[];
  /** Job → its newest slot that is done (ISO 8601); a job without one has never run. */
  readonly done: ReadonlyMap<string, string>;
  /** Dataset → when to check it before its next slot (ISO 8601). */
  readonly nextChecks: ReadonlyMap<string, string>;
}

/** One run to be made now. */
export interface Work {
  readonly trigger: 'schedule' | 'catch-up';
  readonly jobs: readonly string[];
  readonly slots: readonly DueSlot[];
}

/** A slot run later than this was missed, and is caught up on. */
const LATE_AFTER_MS = 10 * 60_000;
/** A slot recorded as done more than a day ahead means the clock was wrong. */
const CREDIBLE_AHEAD_MS = 86_400_000;

/**
 * The run that is due at an instant: every job with a slot not yet run, once however many have passed, and every job
 * with a dataset to check again. `null` when nothing is due, or the source is closed for maintenance.
 */
export function planWork(plan: SchedulePlan, now: Date): Work | null {
  if (closedUntil(now) !== null) return null;
  const slots = findDueSlots(plan, now);
  const jobs = plan.jobs.filter(
    (job) => slots.some((slot) => slot.job === job.id) || nextCheckOf(job, plan) <= now.getTime(),
  );
  if (jobs.length === 0) return null;
  const isLate = slots.some(({ slotAt, missed }) => missed > 0 || now.getTime() - slotAt.getTime() > LATE_AFTER_MS);
  return { trigger: isLate ? 'catch-up' : 'schedule', jobs: jobs.map(({ id }) => id), slots };
}

/** When to look again: now when something is due, else at the next slot or re-reading, or when the source opens. */
export function nextWake(plan: SchedulePlan, now: Date): Date | null {
  if (planWork(plan, now) !== null) return now;
  const opens = closedUntil(now)?.getTime() ?? Infinity;
  const slots = plan.jobs.map((job) => nextSlot(job, now)?.getTime() ?? Infinity);
  const checks = plan.jobs.map((job) => nextCheckOf(job, plan)).filter((at) => at > now.getTime());
  const next = Math.min(opens, ...slots, ...checks);
  return Number.isFinite(next) ? new Date(next) : null;
}

function findDueSlots({ jobs, done }: SchedulePlan, now: Date): readonly DueSlot[] {
  return jobs.flatMap((job) => {
    const slotAt = latestSlot(job, now);
    const before = credible(done.get(job.id), now);
    if (slotAt === null || (before !== null && slotAt.getTime() <= before.getTime())) return [];
    return [{ job: job.id, slotAt, missed: before === null ? 0 : countSlotsBetween(job, before, slotAt) }];
  });
}

function credible(lastDoneAt: string | undefined, now: Date): Date | null {
  if (lastDoneAt === undefined) return null;
  const done = new Date(lastDoneAt);
  return done.getTime() - now.getTime() > CREDIBLE_AHEAD_MS ? null : done;
}

function nextCheckOf({ datasets }: JobDefinition, { nextChecks }: SchedulePlan): number {
  return Math.min(...datasets.map(({ id }) => Date.parse(nextChecks.get(id) ?? '') || Infinity));
}
