import type { JobDefinition } from '../src/model/data/job.ts';

const allEmployed = { Kjonn: ['0'], Alder: ['15-74'] };

/** Sixteen groups, and "00", those whose industry is not known. */
const groups = [
  '01-03',
  '05-09',
  '10-33',
  '35-39',
  '41-43',
  '45-47',
  '49-53',
  '55-56',
  '58-63',
  '64-66',
  '68-75',
  '77-82',
  '84',
  '85',
  '86-88',
  '90-99',
  '00',
];

const industryGroups = { codes: groups, codeList: 'agg_NACE2007arb11' };

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
      titleEn: 'Employed persons by place of work and industry',
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
      parts: [{ variable: 'NACE2007', total: '00-99', parts: groups }],
    },
    {
      // The same groups with 1 and 2 replaced by 0 or 3, and none withheld: used where the table above withholds too much.
      id: 'employed-by-industry-rounded',
      title: 'Sysselsatte etter arbeidssted og næring, små tall avrundet',
      titleEn: 'Employed persons by place of work and industry, small numbers rounded',
      table: '13470',
      allowedAgeDays: 430,
      contents: [{ code: 'SysselsatteArb', unit: '^(personer|persons)$', quantity: 'count', nil: 'counts' }],
      alternatives: [
        {
          id: 'municipalities-today',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own', codeList: { id: 'agg_KommSummer', prefix: 'K-' } },
          select: { NACE2007: industryGroups },
          otherVariables: 'refuse',
          time: 'from(2008)',
        },
        {
          id: 'municipality-divisions',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own' },
          select: { NACE2007: industryGroups },
          otherVariables: 'refuse',
          time: 'from(2008)',
        },
      ],
    },
    {
      id: 'employed-total',
      title: 'Sysselsatte etter arbeidssted, alle næringer',
      titleEn: 'Employed persons by place of work, all industries',
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
