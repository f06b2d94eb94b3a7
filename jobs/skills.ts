import type { JobDefinition } from '../src/model/data/job.ts';

const industries = [
  ...['01-03', '05-09', '10-33', '35-39', '41-43', '45-47', '49-53', '55-56', '58-63', '64-66', '68', '69-75'],
  ...['77-82', '84', '85', '86', '87', '88', '90-93', '94-96'],
];

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
      titleEn: 'Educational attainment of the population aged 16 and over',
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
      parts: [{ variable: 'Nivaa', total: '00', parts: ['01', '02a', '11', '03a', '04a', '09a'] }],
    },
    {
      id: 'vacancies',
      title: 'Ledige stillinger i Norge etter næring',
      titleEn: 'Job vacancies in Norway by industry',
      table: '08771',
      allowedAgeDays: 140,
      contents: [
        { code: 'LedigeStillinger', unit: 'stillinger|vacancies', quantity: 'count', nil: 'counts' },
        { code: 'LedigeStillingerPros', unit: 'prosent|per cent|percent', quantity: 'percentage' },
      ],
      alternatives: [
        { id: 'national', coverage: 'national', select: { NACE2007: '*' }, otherVariables: 'refuse', time: '*' },
      ],
      parts: [
        {
          variable: 'NACE2007',
          total: '01-96',
          parts: industries,
          // The shares are of each industry's own positions, and do not add up.
          contents: ['LedigeStillinger'],
          // Published in hundreds.
          within: 50,
        },
      ],
    },
  ],
} as const satisfies JobDefinition;
