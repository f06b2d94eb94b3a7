import type { CodeYears, Municipality, Place } from './oracle/facts.ts';

function until(year: number, ...codes: readonly string[]): readonly CodeYears[] {
  return codes.map((code) => ({ code, to: year }));
}

function municipality(code: string, name: string, ...codes: readonly CodeYears[]): Municipality {
  return { code, name, county: code.slice(0, 2), codes };
}

/** A code of its own from 2020 to 2023, and another from 2024. */
function twiceRenumbered(code: string, name: string, from2020: string, ...before: readonly string[]): Municipality {
  const later = [
    { code, from: 2024 },
    { code: from2020, from: 2020, to: 2023 },
  ];
  return municipality(code, name, ...later, ...until(2019, ...before));
}

/** Places that worlds are made of, with the codes they have had: mergers, renumberings, and codes that went on. */
export const MUNICIPALITIES: readonly Municipality[] = [
  twiceRenumbered('3301', 'Drammen', '3005', '0602', '0625', '0711'),
  twiceRenumbered('3103', 'Moss', '3002', '0104', '0136'),
  twiceRenumbered('3105', 'Sarpsborg', '3003', '0105'),
  twiceRenumbered('3107', 'Fredrikstad', '3004', '0106'),
  twiceRenumbered('3201', 'Bærum', '3024', '0219'),
  twiceRenumbered('3203', 'Asker', '3025', '0220', '0627', '0628'),
  twiceRenumbered('3303', 'Kongsberg', '3006', '0604'),
  twiceRenumbered('3905', 'Tønsberg', '3803', '0704', '0716'),
  municipality('4204', 'Kristiansand', { code: '4204', from: 2020 }, ...until(2019, '1001', '1017', '1018')),
  municipality('1103', 'Stavanger', { code: '1103', from: 2020 }, ...until(2019, '1103', '1141', '1142')),
];

export const COUNTIES: readonly Place[] = [
  { code: '11', name: 'Rogaland', codes: [{ code: '11' }] },
  { code: '31', name: 'Østfold', codes: [{ code: '31', from: 2024 }, ...until(2019, '01')] },
  { code: '32', name: 'Akershus', codes: [{ code: '32', from: 2024 }, ...until(2019, '02')] },
  { code: '33', name: 'Buskerud', codes: [{ code: '33', from: 2024 }, ...until(2019, '06')] },
  { code: '39', name: 'Vestfold', codes: [{ code: '39', from: 2024 }, ...until(2019, '07')] },
  { code: '42', name: 'Agder', codes: [{ code: '42', from: 2020 }, ...until(2019, '09', '10')] },
];

/** A place by today's code. Throws where there is none. */
export function findPlace<P extends Place>(places: readonly P[], code: string): P {
  const place = places.find((one) => one.code === code);
  if (place === undefined) throw new Error(`No world has a place ${code}.`);
  return place;
}
