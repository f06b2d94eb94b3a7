import type { JobDefinition } from '../src/model/data/job.ts';

/** Employed residents as a share of the population, which cannot be summed: the raw codes of every division. */
export const employmentJob = {
  id: 'employment',
  title: 'Sysselsettingsandel',
  schedule: '26 8 * * 1-5',
  timeZone: 'Europe/Oslo',
  datasets: [
    {
      id: 'employment-rate',
      title: 'Andel sysselsatte i befolkningen, 15-74 år',
      titleEn: 'Share of the population aged 15 to 74 who are employed',
      table: '06445',
      allowedAgeDays: 430,
      contents: [{ code: 'Sysselsatte', unit: 'prosent|per cent|percent', quantity: 'percentage', zero: 'impossible' }],
      alternatives: [
        {
          id: 'municipality-divisions',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers' },
          select: { Kjonn: ['0'], Alder: ['15-74'] },
          otherVariables: 'refuse',
          time: 'from(2005)',
        },
      ],
    },
  ],
} as const satisfies JobDefinition;
