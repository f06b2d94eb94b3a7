/** A municipality with today's borders that the stand-in holds. */
export interface HeldPlace {
  /** Today's code. */
  readonly code: string;
  readonly name: string;
  /** Name shown with today's code where SSB uses a double name. */
  readonly shownName?: string;
}

/** A municipality code with the years it is in use and the part of today's municipality it covers. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly fromYear?: number;
  readonly toYear?: number;
  /** Share of the place's figures that the code has while it is in use. */
  readonly share: number;
  /** Another place, all of which the code holds as well: it was divided since. SSB's sums have such a code in the one place. */
  readonly alsoHolds?: string;
}

type Member = readonly [code: string, name: string, share: number];

function untilYear(place: string, toYear: number, members: readonly Member[]): readonly Division[] {
  return members.map(([code, name, share]) => ({ code, name, place, toYear, share }));
}

/** One code in 2020-2023 and another from 2024, with the old municipalities before. */
function twiceRenumbered(
  name: string,
  from2020: string,
  today: string,
  members: readonly Member[],
): readonly Division[] {
  return [
    ...untilYear(today, 2019, members),
    { code: from2020, name, place: today, fromYear: 2020, toYear: 2023, share: 1 },
    { code: today, name, place: today, fromYear: 2024, share: 1 },
  ];
}

/** A code in use today since 2020, or all the time where an old member has the same code. */
function merged(name: string, today: string, members: readonly Member[]): readonly Division[] {
  const olderMembers = members.filter(([code]) => code !== today);
  const own = members.find(([code]) => code === today);
  if (own === undefined)
    return [...untilYear(today, 2019, olderMembers), { code: today, name, place: today, fromYear: 2020, share: 1 }];
  return [...untilYear(today, 2019, olderMembers), { code: today, name, place: today, share: own[2] }];
}

export const HELD_PLACES: readonly HeldPlace[] = [
  { code: '3301', name: 'Drammen' },
  { code: '0301', name: 'Oslo', shownName: 'Oslo - Oslove' },
  { code: '4601', name: 'Bergen' },
  { code: '5001', name: 'Trondheim', shownName: 'Trondheim - Tråante' },
  { code: '1103', name: 'Stavanger' },
  { code: '1108', name: 'Sandnes' },
  { code: '4204', name: 'Kristiansand' },
  { code: '3201', name: 'Bærum' },
  { code: '3203', name: 'Asker' },
  { code: '3205', name: 'Lillestrøm' },
  { code: '3107', name: 'Fredrikstad' },
  { code: '5501', name: 'Tromsø' },
  { code: '3105', name: 'Sarpsborg' },
  { code: '3905', name: 'Tønsberg' },
  { code: '4001', name: 'Porsgrunn' },
  { code: '4003', name: 'Skien' },
  { code: '3303', name: 'Kongsberg' },
  { code: '3103', name: 'Moss' },
  { code: '1508', name: 'Ålesund' },
  { code: '1580', name: 'Haram' },
];

const TRONDHEIM: readonly Division[] = [
  ...untilYear('5001', 2017, [
    ['1601', 'Trondheim', 0.97],
    ['1662', 'Klæbu', 0.03],
  ]),
  { code: '5030', name: 'Klæbu', place: '5001', fromYear: 2018, toYear: 2019, share: 0.03 },
  { code: '5001', name: 'Trondheim', place: '5001', fromYear: 2018, share: 0.97 },
];

/** Merged in 2020 and divided again in 2024. */
const AALESUND_AND_HARAM: readonly Division[] = [
  ...untilYear('1508', 2019, [
    ['1504', 'Ålesund', 0.82],
    ['1523', 'Ørskog', 0.04],
    ['1529', 'Skodje', 0.09],
    ['1546', 'Sandøy', 0.05],
  ]),
  ...untilYear('1580', 2019, [['1534', 'Haram', 1]]),
  { code: '1507', name: 'Ålesund', place: '1508', alsoHolds: '1580', fromYear: 2020, toYear: 2023, share: 1 },
  { code: '1508', name: 'Ålesund', place: '1508', fromYear: 2024, share: 1 },
  { code: '1580', name: 'Haram', place: '1580', fromYear: 2024, share: 1 },
];

/** Every municipality code, old and new, of the places held. Codes and years: Klass 131; shares are made up. */
export const DIVISIONS: readonly Division[] = [
  ...twiceRenumbered('Drammen', '3005', '3301', [
    ['0602', 'Drammen', 0.8],
    ['0625', 'Nedre Eiker', 0.14],
    ['0711', 'Svelvik', 0.06],
  ]),
  ...merged('Oslo', '0301', [['0301', 'Oslo', 1]]),
  ...merged('Bergen', '4601', [['1201', 'Bergen', 1]]),
  ...TRONDHEIM,
  ...merged('Stavanger', '1103', [
    ['1103', 'Stavanger', 0.94],
    ['1141', 'Finnøy', 0.03],
    ['1142', 'Rennesøy', 0.03],
  ]),
  ...merged('Sandnes', '1108', [
    ['1102', 'Sandnes', 0.97],
    ['1129', 'Forsand', 0.03],
  ]),
  ...merged('Kristiansand', '4204', [
    ['1001', 'Kristiansand', 0.86],
    ['1017', 'Songdalen', 0.05],
    ['1018', 'Søgne', 0.09],
  ]),
  ...twiceRenumbered('Bærum', '3024', '3201', [['0219', 'Bærum', 1]]),
  ...twiceRenumbered('Asker', '3025', '3203', [
    ['0220', 'Asker', 0.72],
    ['0627', 'Røyken', 0.2],
    ['0628', 'Hurum', 0.08],
  ]),
  ...twiceRenumbered('Lillestrøm', '3030', '3205', [
    ['0231', 'Skedsmo', 0.72],
    ['0226', 'Sørum', 0.17],
    ['0227', 'Fet', 0.11],
  ]),
  ...twiceRenumbered('Fredrikstad', '3004', '3107', [['0106', 'Fredrikstad', 1]]),
  ...twiceRenumbered('Tromsø', '5401', '5501', [['1902', 'Tromsø', 1]]),
  ...twiceRenumbered('Sarpsborg', '3003', '3105', [['0105', 'Sarpsborg', 1]]),
  ...twiceRenumbered('Tønsberg', '3803', '3905', [
    ['0704', 'Tønsberg', 0.87],
    ['0716', 'Re', 0.13],
  ]),
  ...twiceRenumbered('Porsgrunn', '3806', '4001', [['0805', 'Porsgrunn', 1]]),
  ...twiceRenumbered('Skien', '3807', '4003', [['0806', 'Skien', 1]]),
  ...twiceRenumbered('Kongsberg', '3006', '3303', [['0604', 'Kongsberg', 1]]),
  ...twiceRenumbered('Moss', '3002', '3103', [
    ['0104', 'Moss', 0.7],
    ['0136', 'Rygge', 0.3],
  ]),
  ...AALESUND_AND_HARAM,
];

/** Is the code in use in that year? */
export function inUse(division: { readonly fromYear?: number; readonly toYear?: number }, year: number): boolean {
  return (division.fromYear ?? -Infinity) <= year && year <= (division.toYear ?? Infinity);
}

/** The codes that make up a place in a year, in a fixed order. */
export function divisionsOf(place: string, year: number): readonly Division[] {
  return DIVISIONS.filter((division) => division.place === place && inUse(division, year));
}

/** `Drammen`, `Drammen (2020-2023)` or `Drammen (-2019)`, as SSB writes it. */
export function divisionLabel(division: Division): string {
  const place = HELD_PLACES.find(({ code }) => code === division.code);
  if (division.toYear === undefined) return place?.shownName ?? division.name;
  return `${division.name} (${division.fromYear ?? ''}-${division.toYear})`;
}
