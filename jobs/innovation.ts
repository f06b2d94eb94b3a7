import type { JobDefinition } from '../src/model/data/job.ts';

/** The innovation survey comes every second year, each time in a new table: it is found by search. */
export const innovationJob = {
  id: 'innovation',
  title: 'Innovasjon i næringslivet',
  schedule: '43 8 * * 1-5',
  timeZone: 'Europe/Oslo',
  datasets: [
    {
      id: 'product-innovation',
      title: 'Omsetning fra produktinnovasjoner',
      titleEn: 'Turnover from product innovations',
      table: { queries: ['produktinnovasjon*', 'innovasjon', 'innov*'], subject: 'innov' },
      allowedAgeDays: 900,
      contents: [
        {
          // The total, not its parts "new to the market" and "new to the enterprise".
          labelled: '^(?!.*(nye? for|new to))(?=.*(omsetning|turnover))(?=.*(produktinnovasjon|product innovation))',
          unit: 'prosent|per cent|percent',
          quantity: 'percentage',
        },
      ],
      alternatives: [{ id: 'national', coverage: 'national', select: {}, otherVariables: 'total', time: '*' }],
    },
  ],
} as const satisfies JobDefinition;
