import { jobs } from '../../jobs/index.ts';

// Loaded before the service (`node --import`): every job has a slot every minute.
for (const job of jobs) Object.assign(job, { schedule: '* * * * *' });
