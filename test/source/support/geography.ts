import type { Geography, Place } from '../../../src/model/data/place.ts';

const OWN: Place = {
  code: '3301',
  name: 'Drammen',
  level: 'municipality',
  county: '33',
  codes: [
    { code: '0602', toYear: 2019 },
    { code: '0711', toYear: 2019 },
    { code: '3005', fromYear: 2020, toYear: 2023 },
    { code: '3301', fromYear: 2024 },
  ],
};

const MOSS: Place = {
  code: '3103',
  name: 'Moss',
  level: 'municipality',
  county: '31',
  codes: [
    { code: '3002', fromYear: 2020, toYear: 2023 },
    { code: '3103', fromYear: 2024 },
  ],
};

const KONGSBERG: Place = {
  code: '3303',
  name: 'Kongsberg',
  level: 'municipality',
  county: '33',
  codes: [{ code: '3303' }],
};

/** Two peers, one of them in the own county. */
export const GEOGRAPHY: Geography = {
  own: '3301',
  municipalities: [OWN, MOSS, KONGSBERG],
  counties: [
    {
      code: '33',
      name: 'Buskerud',
      level: 'county',
      codes: [
        { code: '06', toYear: 2019 },
        { code: '33', fromYear: 2024 },
      ],
    },
    { code: '31', name: 'Østfold', level: 'county', codes: [{ code: '31', fromYear: 2024 }] },
  ],
  peerGroups: [
    {
      id: 'regions',
      title: 'Regioner',
      titleEn: 'Regions',
      confirmed: false,
      regions: [{ id: 'moss-kongsberg', name: 'Moss og Kongsberg', members: ['3103', '3303'] }],
    },
  ],
};
