import type { JobDefinition } from '../src/model/job.ts';

const allEmployed = { Kjonn: ['0'], Alder: ['15-74'] };

/** Persons employed in the 4th quarter by place of work: the number of jobs, and how they spread over industries. */
export const jobsJob = {
  id: 'jobs',
  title: 'Arbeidsplasser etter næring',
  schedule: '22 8 * * 1-5',
  timeZone: 'Europe/Oslo',
  datasets: [
    {
      id: 'employed-by-industry',
      title: 'Sysselsatte etter arbeidssted og næring',
      table: '07984',
      allowedAgeDays: 430,
      contents: [{ code: 'SysselsatteArb', unit: '^(personer|persons)$', quantity: 'count', nil: 'counts' }],
      alternatives: [
        {
          id: 'municipalities-today',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own', codeList: { id: 'agg_KommSummerS', prefix: 'K.' } },
          select: { ...allEmployed, NACE2007: '*' },
          otherVariables: 'refuse',
          time: 'from(2008)',
        },
        {
          id: 'municipality-divisions',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own' },
          select: { ...allEmployed, NACE2007: '*' },
          otherVariables: 'refuse',
          time: 'from(2008)',
        },
      ],
    },
    {
      id: 'employed-total',
      title: 'Sysselsatte etter arbeidssted, alle næringer',
      table: '07984',
      allowedAgeDays: 430,
      contents: [{ code: 'SysselsatteArb', unit: '^(personer|persons)$', quantity: 'count', nil: 'counts' }],
      alternatives: [
        {
          id: 'municipalities-today',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers', codeList: { id: 'agg_KommSummerS', prefix: 'K.' } },
          select: { ...allEmployed, NACE2007: ['00-99'] },
          otherVariables: 'refuse',
          time: 'from(2008)',
        },
        {
          id: 'municipality-divisions',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers' },
          select: { ...allEmployed, NACE2007: ['00-99'] },
          otherVariables: 'refuse',
          time: 'from(2008)',
        },
      ],
    },
  ],
} as const satisfies JobDefinition;
