import { readCron } from '../../model/cron.ts';
import type { JobDefinition } from '../../model/data/job.ts';
import type { Problem } from '../problem.ts';

/** Schedules of jobs that cannot be read, each with the file of the job, what is written and what is allowed. */
export function checkSchedules(jobs: readonly JobDefinition[]): readonly Problem[] {
  return jobs.flatMap(({ id, schedule }) => {
    const problem = problemOf(schedule);
    return problem === null ? [] : [{ file: `jobs/${id}.ts`, text: `schedule: ${problem}` }];
  });
}

function problemOf(schedule: string): string | null {
  try {
    readCron(schedule);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
