import { PLACE_FIGURES } from '../figures/made-up-places.ts';
import { irregularity } from '../figures/split.ts';
import { MUNICIPALITIES } from '../places/code-lists.ts';
import { COUNTIES } from '../places/counties.ts';
import { DIVISIONS, inUse } from '../places/divisions.ts';
import type { Cell, StatbankTable } from '../table.ts';
import * as pieces from './pieces.ts';

/** The country's per cent employed, 15-74 years, 2005-2026; made up. */
const NATIONAL = [
  68.6, 70.2, 71.9, 72.2, 70.5, 69.6, 69.5, 69.4, 69.0, 68.7, 66.4, 65.9, 66.0, 66.6, 67.1, 66.1, 67.6, 68.5, 68.3,
  68.0, 67.8, 67.9,
];
const FIRST_YEAR = 2005;
const BY_SEX: Readonly<Record<string, number>> = { '0': 0, '1': 2.4, '2': -2.4 };
const BY_AGE: Readonly<Record<string, number>> = {
  '15-74': 0,
  '15-19': -28,
  '20-24': 2.6,
  '25-39': 12.9,
  '40-54': 14.8,
  '55-66': 1.7,
  '67-74': -46.2,
  '20-64': 9.3,
  '20-66': 7.5,
};

function national(year: number): number {
  return NATIONAL[year - FIRST_YEAR] ?? NATIONAL.at(-1) ?? 0;
}

/** Both sexes, 15-74: chosen for 2024-2026, before that along the country's course. */
function rate(region: string, year: number): number {
  if (region === '0') return national(year);
  if (COUNTIES.some(({ code }) => code === region)) return national(year) + irregularity(region, year);
  const place = DIVISIONS.find(({ code }) => code === region)?.place ?? '';
  const rates = PLACE_FIGURES.get(place)?.rates ?? [0, 0, 0];
  if (year >= 2024) return rates[Math.min(2, year - 2024)] ?? 0;
  return rates[0] + national(year) - national(2024) + 0.2 * irregularity(region, year);
}

function cell(codes: readonly string[]): Cell {
  const [region = '', sex = '', age = '', , period = ''] = codes;
  const year = Number(period);
  const place = [...DIVISIONS, ...COUNTIES].find(({ code }) => code === region);
  if (region !== '0' && (place === undefined || !inUse(place, year))) return 0;
  const shifted = rate(region, year) + (BY_SEX[sex] ?? 0) + (BY_AGE[age] ?? 0);
  return Math.round(Math.min(99, Math.max(1, shifted)) * 10) / 10;
}

/** 06445: employed persons in per cent of the population. Raw region codes only: per cents are never summed. */
export const EMPLOYMENT_RATE: StatbankTable = {
  id: '06445',
  contents: pieces.text(
    'Andel sysselsatte i befolkningen per 4. kvartal',
    'Employed persons in per cent of the population per 4th quarter',
  ),
  variables: [
    pieces.regionVariable(
      ['agg_KommGjeldende', 'agg_Komm2020', 'vs_Landet'],
      [...pieces.COUNTY_CATEGORIES, ...MUNICIPALITIES],
    ),
    pieces.SEX,
    pieces.eliminable('Alder', pieces.text('alder', 'age'), '15-74', [
      ...pieces.AGE_GROUPS,
      pieces.category('20-64', '20-64 år', '20-64 years'),
      pieces.category('20-66', '20-66 år', '20-66 years'),
    ]),
    pieces.contentsVariable([
      pieces.contents('Sysselsatte', pieces.text('Andel sysselsatte', 'Employed persons, per cent'), {
        unit: pieces.PER_CENT,
        measuringType: 'Stock',
        referencePeriod: pieces.text('4. kvartal', '4th quarter'),
      }),
    ]),
    pieces.timeVariable(pieces.years(FIRST_YEAR, 2025)),
  ],
  notes: [pieces.ALL_MADE_UP],
  updatedAt: '2026-02-26T07:00:00Z',
  discontinued: false,
  timeUnit: 'Annual',
  path: pieces.subjectPath(
    ['al', 'Arbeid og lønn', 'Labour market and earnings'],
    ['al06', 'Sysselsetting', 'Employment'],
    ['regsys', 'Sysselsetting, registerbasert', 'Employment, register-based'],
  ),
  madeUp: true,
  cell,
};
