import type { Geography } from '../../src/model/data/place.ts';

/** Places with a made-up history in the pattern of the real one: merged in 2020, renumbered in 2024. */
export const GEOGRAPHY: Geography = {
  own: '3301',
  municipalities: [
    {
      code: '3301',
      name: 'Elveby',
      level: 'municipality',
      county: '33',
      codes: [
        { code: '0602', toYear: 2019 },
        { code: '0625', toYear: 2019 },
        { code: '3005', fromYear: 2020, toYear: 2023 },
        { code: '3301', fromYear: 2024 },
      ],
    },
    { code: '0301', name: 'Storby', level: 'municipality', county: '03', codes: [{ code: '0301' }] },
  ],
  counties: [],
  peerGroups: [],
};
