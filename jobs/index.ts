import type { JobDefinition } from '../src/model/data/job.ts';
import { emissionsJob } from './emissions.ts';
import { employmentJob } from './employment.ts';
import { innovationJob } from './innovation.ts';
import { jobsJob } from './jobs.ts';
import { newCompaniesJob } from './new-companies.ts';
import { skillsJob } from './skills.ts';

/** Every job there is, by the minute it runs. */
export const jobs: readonly JobDefinition[] = [
  jobsJob,
  employmentJob,
  newCompaniesJob,
  emissionsJob,
  innovationJob,
  skillsJob,
];
