import type { JobDefinition } from '../../model/data/job.ts';
import type { Problem } from '../problem.ts';
import { problemOfSchedule } from './check-added.ts';

/** Schedules of jobs that cannot be read, each with the file of the job, what is written and what is allowed. */
export function checkSchedules(jobs: readonly JobDefinition[]): readonly Problem[] {
  return jobs.flatMap(({ id, schedule }) => {
    const problem = problemOfSchedule(schedule);
    return problem === null ? [] : [{ file: `jobs/${id}.ts`, text: `schedule: ${problem}` }];
  });
}
