import { irregularity } from '../figures/split.ts';
import type { StatbankTable, TimeUnit } from '../table.ts';
import * as pieces from './pieces.ts';

interface Filler {
  readonly id: string;
  readonly contents: readonly [no: string, en: string];
  readonly unit: readonly [no: string, en: string];
  readonly level: number;
  readonly periods: readonly string[];
  readonly timeUnit: TimeUnit;
  readonly updatedAt: string;
  readonly discontinued?: boolean;
  readonly path: StatbankTable['path'];
}

const POPULATION = pieces.subjectPath(
  ['be', 'Befolkning', 'Population'],
  ['be05', 'Folketelling og befolkning', 'Population count'],
  ['folkemengde', 'Befolkning', 'Population'],
);

function months(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, month) => `${year}M${String(month + 1).padStart(2, '0')}`);
}

/** A small table with sex as its only classification, so that the catalogue holds more than what a job asks for. */
function filler(about: Filler): StatbankTable {
  const { level } = about;
  return {
    id: about.id,
    contents: pieces.text(...about.contents),
    variables: [
      {
        code: 'Kjonn',
        label: pieces.text('kjønn', 'sex'),
        role: 'classification',
        categories: pieces.SEX.categories.slice(1),
        elimination: true,
        show: 'value',
        codeLists: [],
      },
      pieces.contentsVariable([
        pieces.contents('Verdi', pieces.text(...about.contents), {
          unit: { base: pieces.text(...about.unit), decimals: 0 },
          measuringType: 'Stock',
          referencePeriod: pieces.text('1. januar', '1 January'),
        }),
      ]),
      pieces.timeVariable(
        about.periods,
        about.timeUnit === 'Monthly' ? pieces.text('måned', 'month') : pieces.text('år', 'year'),
      ),
    ],
    notes: [pieces.ALL_MADE_UP],
    updatedAt: about.updatedAt,
    discontinued: about.discontinued ?? false,
    timeUnit: about.timeUnit,
    path: about.path,
    madeUp: true,
    cell: ([sex = '', , period = '']) =>
      Math.round(level * (1 + 0.01 * irregularity(`${sex}${period}`, Number(period.slice(0, 4))))),
  };
}

/** Noise of the catalogue: an impossible `updated`, a closed series, and a table without a total for sex. */
export const OTHER_TABLES: readonly StatbankTable[] = [
  filler({
    id: '03013',
    contents: ['Konsumprisindeks (2015=100)', 'Consumer Price Index (2015=100)'],
    unit: ['indeks', 'index'],
    level: 130,
    periods: months(2025),
    timeUnit: 'Monthly',
    updatedAt: '2026-01-09T07:00:00Z',
    discontinued: true,
    path: pieces.subjectPath(
      ['pp', 'Priser og prisindekser', 'Prices and price indices'],
      ['pp04', 'Konsumpriser', 'Consumer prices'],
      ['kpi', 'Konsumprisindeksen', 'Consumer price index'],
    ),
  }),
  filler({
    id: '04197',
    contents: ['Tilflytting til tettsteder', 'Moves to urban settlements'],
    unit: ['personer', 'persons'],
    level: 4200,
    periods: pieces.years(1999, 2003),
    timeUnit: 'Annual',
    updatedAt: '0003-10-13T00:00:00Z',
    path: POPULATION,
  }),
  filler({
    id: '05810',
    contents: ['Befolkning', 'Population'],
    unit: ['personer', 'persons'],
    level: 2800000,
    periods: pieces.years(1990, 2026),
    timeUnit: 'Annual',
    updatedAt: '2026-02-25T07:00:00Z',
    path: POPULATION,
  }),
];
