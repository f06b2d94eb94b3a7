import type { JobDefinition } from '../src/model/job.ts';

/** Level of education among residents, and vacancies in Norway as context. */
export const skillsJob = {
  id: 'skills',
  title: 'Kompetanse',
  schedule: '49 8 * * 1-5',
  timeZone: 'Europe/Oslo',
  datasets: [
    {
      id: 'education-level',
      title: 'Utdanningsnivå i befolkningen, 16 år og over',
      table: '09429',
      allowedAgeDays: 430,
      contents: [
        { code: 'Personer', unit: '^(personer|persons)$', quantity: 'count', nil: 'counts' },
        { code: 'PersonerProsent', unit: 'prosent|per cent|percent', quantity: 'percentage' },
      ],
      alternatives: [
        {
          id: 'municipality-divisions',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers' },
          select: { Nivaa: '*', Kjonn: ['0'] },
          otherVariables: 'refuse',
          time: 'from(2005)',
        },
      ],
    },
    {
      id: 'vacancies',
      title: 'Ledige stillinger i Norge etter næring',
      table: '08771',
      allowedAgeDays: 140,
      contents: [
        { code: 'LedigeStillinger', unit: 'stillinger|vacancies', quantity: 'count', nil: 'counts' },
        { code: 'LedigeStillingerPros', unit: 'prosent|per cent|percent', quantity: 'percentage' },
      ],
      alternatives: [
        { id: 'national', coverage: 'national', select: { NACE2007: '*' }, otherVariables: 'refuse', time: '*' },
      ],
    },
  ],
} as const satisfies JobDefinition;
