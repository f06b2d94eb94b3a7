/**
 * Made-up figures of the places held, chosen so that the indicators do not all end alike. Growth is per cent a year from
 * 2024 to 2025 and from 2025 to 2026; earlier years follow the country's published course (see `made-up-series.ts`).
 */
export interface PlaceFigures {
  /** Employed by place of work and by residence in 2024; published figures where a municipality's were recorded. */
  readonly jobs: number;
  readonly residents: number;
  readonly jobGrowth: readonly [to2025: number, to2026: number];
  /** Per cent employed, 15-74 years, in 2024, 2025 and 2026. */
  readonly rates: readonly [in2024: number, in2025: number, in2026: number];
  /** Newly established enterprises in 2024. */
  readonly enterprises: number;
  readonly enterpriseGrowth: readonly [to2025: number, to2026: number];
  /** Establishments on 1 January 2020. */
  readonly establishments: number;
}

type Row = readonly [
  code: string,
  jobs: number,
  residents: number,
  jobGrowth: readonly [number, number],
  rates: readonly [number, number, number],
  enterprises: number,
  enterpriseGrowth: readonly [number, number],
  establishments: number,
];

const ROWS: readonly Row[] = [
  ['3301', 51440, 50930, [1.1, 0.4], [65.6, 65.4, 65.9], 948, [2.5, 6.0], 9868],
  ['0301', 536611, 404239, [0.9, 0.8], [71.3, 71.2, 71.3], 11800, [2.2, 3.0], 98200],
  ['4601', 181916, 157830, [0.9, 0.8], [69.6, 69.4, 69.5], 2750, [3.0, 3.0], 27900],
  ['5001', 131443, 116826, [1.0, 0.9], [69.9, 69.7, 69.8], 2150, [2.6, 3.0], 20300],
  ['1103', 89970, 79375, [1.3, 0.9], [69.8, 69.6, 69.7], 1480, [3.2, 3.0], 15900],
  ['1108', 42085, 44478, [1.0, 0.9], [71.0, 70.9, 71.0], 790, [2.8, 3.0], 8200],
  ['4204', 63477, 58675, [0.8, 0.9], [66.2, 66.0, 66.1], 1040, [4.6, 3.0], 11600],
  ['3201', 78900, 68100, [0.6, 0.8], [70.6, 70.4, 70.5], 1480, [3.9, 3.2], 17400],
  ['3203', 39700, 52000, [0.8, 0.9], [70.9, 70.7, 70.8], 1010, [3.6, 3.0], 12300],
  ['3205', 45300, 47600, [1.2, 1.1], [68.9, 68.7, 68.8], 860, [5.0, 3.5], 8900],
  ['3107', 33600, 40100, [0.9, 0.8], [62.9, 62.7, 62.8], 640, [4.2, 3.0], 8100],
  ['5501', 46900, 43100, [0.7, 0.9], [70.4, 70.2, 70.3], 780, [2.0, 3.0], 7400],
  ['3105', 25900, 27300, [0.7, 0.8], [60.6, 60.4, 60.5], 430, [3.1, 2.8], 5300],
  ['3905', 33100, 28700, [1.0, 0.9], [65.4, 65.3, 65.4], 520, [4.4, 3.0], 6300],
  ['4001', 17800, 17500, [0.5, 0.6], [64.2, 64.1, 64.2], 260, [2.9, 2.5], 3100],
  ['4003', 26500, 26000, [0.7, 0.7], [62.0, 61.9, 62.0], 420, [3.4, 2.8], 4700],
  ['3303', 16900, 14900, [2.1, 1.6], [68.9, 69.0, 69.1], 190, [1.6, 2.0], 2900],
  ['3103', 21400, 24900, [1.0, 0.9], [64.3, 64.2, 64.3], 460, [4.8, 3.1], 5000],
  ['1508', 31200, 29600, [1.3, 0.9], [69.2, 69.4, 69.3], 520, [3.3, 2.9], 6300],
  ['1580', 4100, 4700, [0.4, 0.6], [67.8, 67.6, 67.7], 60, [2.0, 2.4], 900],
];

export const PLACE_FIGURES: ReadonlyMap<string, PlaceFigures> = new Map(
  ROWS.map(([code, jobs, residents, jobGrowth, rates, enterprises, enterpriseGrowth, establishments]) => [
    code,
    { jobs, residents, jobGrowth, rates, enterprises, enterpriseGrowth, establishments },
  ]),
);

/** Newly established enterprises in 2024 in the part of a county outside the places held, by today's county code. */
export const ENTERPRISES_IN_THE_REST: Readonly<Record<string, number>> = {
  '31': 1020,
  '32': 4300,
  '03': 0,
  '33': 1080,
  '34': 2650,
  '39': 1750,
  '40': 420,
  '42': 1500,
  '11': 1650,
  '46': 2250,
  '15': 1320,
  '50': 1700,
  '18': 1650,
  '55': 620,
  '56': 520,
};
/** Growth of the rests in per cent, 2024 to 2025 and 2025 to 2026. */
export const GROWTH_IN_THE_REST: Readonly<Record<string, readonly [number, number]>> = { '33': [1.9, 5.0] };
export const USUAL_GROWTH_IN_THE_REST: readonly [number, number] = [3.9, 3.1];

/** The 17 industry groups of 07984, the order of every profile. */
export const INDUSTRIES = [
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
] as const;

const USUAL_PROFILE: readonly number[] = [9, 3, 80, 16, 95, 165, 50, 38, 30, 12, 62, 50, 58, 85, 205, 42, 8];

/** Employed by industry, per thousand, where no figures were recorded. */
const PROFILES: Readonly<Record<string, readonly number[]>> = {
  '3301': [4, 1, 70, 15, 92, 152, 46, 31, 32, 13, 79, 61, 62, 80, 226, 36, 7],
  '3201': [2, 10, 45, 6, 75, 165, 30, 33, 120, 25, 150, 62, 45, 70, 125, 37, 6],
  '3203': [8, 4, 70, 8, 98, 190, 33, 35, 52, 12, 98, 60, 40, 88, 160, 44, 6],
  '3205': [5, 1, 42, 12, 92, 185, 72, 33, 38, 9, 84, 70, 62, 72, 180, 43, 7],
  '5501': [14, 3, 40, 12, 72, 120, 52, 52, 34, 11, 70, 48, 85, 118, 228, 41, 7],
  '3303': [10, 2, 310, 10, 60, 95, 20, 32, 40, 8, 98, 40, 38, 62, 140, 35, 6],
  '4001': [3, 1, 185, 14, 95, 145, 38, 33, 26, 10, 66, 52, 40, 72, 180, 40, 7],
};

/** Industry weights of a place that has no published ones. */
export function madeUpProfile(place: string): readonly number[] {
  return PROFILES[place] ?? USUAL_PROFILE;
}
