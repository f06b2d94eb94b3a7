import type { JobDefinition } from '../src/model/data/job.ts';

/** Greenhouse gases in Norway by source; municipal emission accounts are not in the StatBank and are imported. */
export const emissionsJob = {
  id: 'emissions',
  title: 'Klimagassutslipp',
  schedule: '37 8 * * 1-5',
  timeZone: 'Europe/Oslo',
  datasets: [
    {
      id: 'national-emissions',
      title: 'Klimagassutslipp i Norge etter utslippskilde',
      titleEn: 'Greenhouse gas emissions in Norway by source',
      table: '13931',
      allowedAgeDays: 430,
      contents: [{ code: 'UtslippCO2ekvival', unit: '1.?000 (tonn|tonnes)', quantity: 'count', nil: 'counts' }],
      alternatives: [
        {
          id: 'national',
          coverage: 'national',
          select: { UtslpTilLuft: '*', UtslpEnergivare: ['VT0'], UtslpKomp: ['A10'] },
          otherVariables: 'refuse',
          time: 'from(1990)',
        },
      ],
      parts: [{ variable: 'UtslpTilLuft', total: '0', parts: ['1', '2', '3', '4', '5', '6', '7', '9'] }],
    },
  ],
} as const satisfies JobDefinition;
