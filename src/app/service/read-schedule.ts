import { readDoneSlots } from '../../store/runs/job-slots.ts';
import { findLastSuccess, listRuns } from '../../store/runs/runs.ts';
import type { RunOutcome } from '../../model/run.ts';
import type { App } from '../open-app.ts';
import { nextSlot } from '../../schedule/slots.ts';

/** One job in `schedule --json`; instants are ISO 8601 in UTC. */
export interface ScheduledJob {
  readonly job: string;
  readonly title: string;
  readonly schedule: string;
  readonly timeZone: string;
  /** The next times it runs. */
  readonly next: readonly string[];
  /** When it last ran with every dataset in. */
  readonly lastSuccessAt: string | null;
  readonly lastOutcome: RunOutcome | null;
  /** The newest slot that is done, and how many before it passed without a run. */
  readonly lastSlotAt: string | null;
  readonly missed: number;
}

const SHOWN = 3;

/** When each job runs next, and how it last went. */
export function readSchedule({ settings, store, clock }: App): readonly ScheduledJob[] {
  const done = new Map(readDoneSlots(store).map((slot) => [slot.job, slot]));
  return settings.jobs.map((job) => {
    const next: string[] = [];
    for (let at = nextSlot(job, clock.now()); at !== null && next.length < SHOWN; at = nextSlot(job, at)) {
      next.push(at.toISOString());
    }
    return {
      job: job.id,
      title: job.title,
      schedule: job.schedule,
      timeZone: job.timeZone,
      next,
      lastSuccessAt: findLastSuccess(store, job.id),
      lastOutcome: listRuns(store, { limit: 1, job: job.id })[0]?.outcome ?? null,
      lastSlotAt: done.get(job.id)?.slotAt ?? null,
      missed: done.get(job.id)?.missed ?? 0,
    };
  });
}
