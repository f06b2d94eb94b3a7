import { countReader } from '../figures/counts.ts';
import { INDUSTRIES } from '../figures/made-up-places.ts';
import { industryWeights, nationalJobs, placeJobs, shareOfCode } from '../figures/made-up-series.ts';
import { DIVISIONS } from '../places/divisions.ts';
import type { Cell, StatbankTable } from '../table.ts';
import * as pieces from './pieces.ts';

const BY_WORK = 'SysselsatteArb';
const SEX_WEIGHTS = [47, 53];
const AGE_WEIGHTS = [55, 90, 330, 310, 185, 30];
/** Small industries where figures of one to four persons are withheld. */
const PROTECTED = new Set(['05-09', '35-39', '64-66']);

function placeOf(region: string): string | undefined {
  return DIVISIONS.find(({ code }) => code === region)?.place;
}

const read = countReader({
  axes: [
    { codes: INDUSTRIES, total: '00-99' },
    { codes: ['2', '1'], total: '0' },
    { codes: ['15-19', '20-24', '25-39', '40-54', '55-66', '67-74'], total: '15-74' },
  ],
  total: (region, year, contents) => {
    if (region === '0') return INDUSTRIES.reduce((sum, industry) => sum + nationalJobs(industry, year), 0);
    return shareOfCode(region, year, (place) => placeJobs(place, year, contents === BY_WORK));
  },
  weights: (region, year, contents) => {
    const place = placeOf(region);
    const industries =
      place === undefined
        ? INDUSTRIES.map((industry) => nationalJobs(industry, year))
        : industryWeights(place, year, contents === BY_WORK);
    return [industries, SEX_WEIGHTS, AGE_WEIGHTS];
  },
});

/** Both sexes, 15-74 years: the figure itself, also where a table rounds or withholds it. */
export function employed(region: string, industry: string, contents: string, year: number): number | null {
  return read(region, year, contents, [industry, '0', '15-74']);
}

function cell(codes: readonly string[]): Cell {
  const [region = '', industry = '', sex = '', age = '', contents = '', period = ''] = codes;
  const count = read(region, Number(period), contents, [industry, sex, age]);
  if (count === null) return '..';
  const detailed = PROTECTED.has(industry) && sex !== '0' && age !== '15-74';
  return detailed && count > 0 && count < 5 ? ':' : count;
}

const FOURTH_QUARTER = {
  unit: pieces.PERSONS,
  measuringType: 'Stock',
  referencePeriod: pieces.text('4. kvartal', '4th quarter'),
} as const;

/** Where the register-based tables of employment stand. */
export const EMPLOYMENT_PATH = pieces.subjectPath(
  ['al', 'Arbeid og lønn', 'Labour market and earnings'],
  ['al06', 'Sysselsetting', 'Employment'],
  ['regsys', 'Sysselsetting, registerbasert', 'Employment, register-based'],
);

/** By residence and by place of work. */
export const EMPLOYED_CONTENTS = pieces.contentsVariable([
  pieces.contents(
    'Sysselsatte',
    pieces.text('Sysselsatte personer etter bosted', 'Employed persons by place of residence'),
    FOURTH_QUARTER,
  ),
  pieces.contents(
    BY_WORK,
    pieces.text('Sysselsatte personer etter arbeidssted', 'Employed persons by place of work'),
    FOURTH_QUARTER,
  ),
]);

/** 07984: employed persons by region, industry, sex and age. */
export const EMPLOYED_PERSONS: StatbankTable = {
  id: '07984',
  contents: pieces.text('Sysselsatte per 4. kvartal', 'Employed persons per 4th quarter'),
  variables: [
    pieces.regionVariable(['agg_KommSummerS', 'agg_KommGjeldende', 'vs_Landet']),
    pieces.INDUSTRY,
    pieces.SEX,
    pieces.eliminable('Alder', pieces.text('alder', 'age'), '15-74', pieces.AGE_GROUPS),
    EMPLOYED_CONTENTS,
    pieces.timeVariable(pieces.years(2008, 2025)),
  ],
  notes: [
    pieces.text(
      'Publiserte tall: hele landet etter næring 2008-2024, og Oslo, Stavanger, Sandnes, Kristiansand, Bergen og Trondheim etter næring i 2024 (begge kjønn, 15-74 år). Alle andre tall er oppdiktet.',
      'Published figures: the whole country by industry 2008-2024, and Oslo, Stavanger, Sandnes, Kristiansand, Bergen and Trondheim by industry in 2024 (both sexes, 15-74 years). All other figures are made up.',
    ),
    pieces.text(': = Vises ikke av konfidensialitetshensyn.', ': = Not for publication.'),
  ],
  updatedAt: '2026-02-26T07:00:00Z',
  discontinued: false,
  timeUnit: 'Annual',
  path: EMPLOYMENT_PATH,
  madeUp: true,
  cell,
};
