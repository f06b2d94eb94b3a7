import { schedule } from 'node-cron';
import type { JobDefinition } from '../../model/data/job.ts';

/** Wakes a sleeper at the times of the schedule. What is to be done then is not its business. */
export interface AlarmClock {
  /** Resolves the next time the alarm rings. */
  readonly rings: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * An alarm that rings when a job's slot comes. It may fail to ring (the machine slept, the program was busy): the
 * caller goes by it also looks at the clock.
 */
export function setAlarmClock(jobs: readonly JobDefinition[]): AlarmClock {
  let wake: () => void = () => undefined;
  const tasks = jobs.map(({ id, schedule: expression, timeZone }) =>
    schedule(expression, () => wake(), { name: id, timezone: timeZone, suppressMissedWarning: true }),
  );
  return {
    rings: () => new Promise((resolve) => (wake = resolve)),
    stop: () => {
      for (const task of tasks) void task.destroy();
      wake();
    },
  };
}
