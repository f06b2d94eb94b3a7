import type { Cell } from '../statbank/table.ts';
import type { CodeYears } from './oracle/facts.ts';
import { isInUse } from './oracle/cells.ts';
import { COUNTIES, findPlace, MUNICIPALITIES } from './places.ts';
import type { Random } from './random.ts';
import type { MadeTable, Subject } from './tables.ts';
import { countyOf, EMISSION_SOURCES, figureKey, GROUPS, LEVELS } from './tables.ts';

export const TABLE_IDS: Readonly<Record<Subject, string>> = {
  ...{
    jobs: '07984',
    rounded: '13470',
    rate: '06445',
    enterprises: '14623',
    emissions: '13931',
    innovation: '13999',
    education: '09429',
  },
};

const FIRST_YEARS: Readonly<Record<Subject, number>> = {
  ...{ jobs: 2008, rounded: 2008, rate: 2005, enterprises: 2010, emissions: 1990, innovation: 2010, education: 2005 },
};

/** Periods of a subject's table up to a year; the innovation survey's are intervals that end in even years. */
function periodsUntil(subject: Subject, last: number): readonly string[] {
  const years = Array.from({ length: last - FIRST_YEARS[subject] + 1 }, (_, at) => FIRST_YEARS[subject] + at);
  return subject === 'innovation' ? years.filter((year) => year % 2 === 0).map(interval) : years.map(String);
}

function interval(year: number): string {
  return `${year - 2}-${year}`;
}

/** The period after a table's last. */
export function periodAfter({ subject, periods }: Pick<MadeTable, 'subject' | 'periods'>): string {
  const last = Number(periods.at(-1)?.slice(-4));
  return subject === 'innovation' ? interval(last + 2) : String(last + 1);
}

/** Codes with figures in a year, of a place or county. */
function codesOf(codes: readonly CodeYears[], year: number): readonly string[] {
  return codes.filter((years) => isInUse(years, year)).map(({ code }) => code);
}

interface Making {
  readonly random: Random;
  /** Today's municipality codes with figures. */
  readonly places: readonly string[];
}

/** A made-up table with figures for the places up to a year. */
export function makeTable(subject: Subject, last: number, making: Making): MadeTable {
  const { random } = making;
  const empty: MadeTable = {
    ...{ subject, id: TABLE_IDS[subject], periods: [], figures: new Map(), isClosed: false },
    ...{
      level: subject === 'enterprises' && last > 2024 && random.chance(25) ? 'county' : 'municipality',
      ended: {},
      turn: 0,
    },
    ...{ hasCodeLists: random.chance(70), updatedAt: `${last + 1}-02-20T07:00:00Z` },
  };
  return periodsUntil(subject, last).reduce((table, period) => withNextPeriod(table, period, making), empty);
}

/** The second table of an index: the first's figures with 1 and 2 replaced by 0 or 3, and none withheld. */
export function roundedTable(jobs: MadeTable, making: Making): MadeTable {
  const rounded = {
    ...jobs,
    subject: 'rounded',
    id: TABLE_IDS.rounded,
    hasCodeLists: making.random.chance(70),
  } as const;
  const figures = [...jobs.figures].map(([key, cell]) => [key, roundedCell(cell)] as const);
  return { ...rounded, figures: new Map(figures) };
}

function roundedCell(cell: Cell): Cell {
  if (cell === 1) return 0;
  return cell === 2 ? 3 : cell;
}

/** The table with one more period, whose figures go on from those of the period before. */
export function withNextPeriod(table: MadeTable, period: string, making: Making): MadeTable {
  const made = FIGURES[table.subject](table, period, making);
  return { ...table, periods: [...table.periods, period], figures: new Map([...table.figures, ...made]) };
}

type Figures = readonly (readonly [key: string, cell: Cell])[];
type MakeFigures = (table: MadeTable, period: string, making: Making) => Figures;

const FIGURES: Readonly<Record<Subject, MakeFigures>> = {
  jobs: (table, period, making) => overCodes(period, making, (code, random) => jobsOf(table, code, period, random)),
  rounded: (table, period, making) =>
    overCodes(period, making, (code, random) =>
      jobsOf(table, code, period, random).map(([key, cell]) => [key, roundedCell(cell)] as const),
    ),
  rate: (table, period, making) =>
    overCodes(period, making, (code, random) => {
      const before = lastNumber(table, [code]) ?? random.between(620, 700) / 10;
      return [[figureKey(code, period), Math.round(before * 10 + random.between(-3, 3)) / 10]];
    }),
  enterprises: (table, period, making) => [
    ...overCodes(period, making, (code, random) => [
      [figureKey(code, period), counted(table, [code], [20, 900], random)],
    ]),
    ...countyFigures(table, period, making),
  ],
  emissions: (table, period, { random }) =>
    EMISSION_SOURCES.map((source) => [figureKey(source, period), counted(table, [source], [40, 12_000], random)]),
  innovation: (table, period, { random }) => {
    const before = lastNumber(table, []) ?? 12.7;
    return [[figureKey(period), Math.round(before * 10 + random.between(-3, 3)) / 10]];
  },
  education: (table, period, making) =>
    overCodes(period, making, (code, random) =>
      LEVELS.flatMap((level): Figures => {
        const share = level === '00' ? 100 : random.between(50, 200) / 10;
        return [
          [figureKey(code, level, 'Personer', period), counted(table, [code, level, 'Personer'], [500, 9000], random)],
          [figureKey(code, level, 'PersonerProsent', period), level === '09a' ? '.' : share],
        ];
      }),
    ),
};

function overCodes(period: string, { random, places }: Making, of: (code: string, random: Random) => Figures): Figures {
  const year = Number(period.slice(-4));
  return places
    .flatMap((place) => codesOf(findPlace(MUNICIPALITIES, place).codes, year))
    .flatMap((code) => of(code, random));
}

function countyFigures(table: MadeTable, period: string, { random, places }: Making): Figures {
  const year = Number(period.slice(-4));
  return [...new Set(places.map(countyOf))]
    .flatMap((county) => codesOf(findPlace(COUNTIES, county).codes, year))
    .map((code) => [figureKey(code, period), counted(table, [code], [300, 6000], random)]);
}

/** Groups that add up to the total, a few of them small. */
function jobsOf(table: MadeTable, code: string, period: string, random: Random): Figures {
  const groups = [...GROUPS, '00'].map((group, position) => {
    const range: readonly [number, number] = position % 5 === 1 ? [5, 90] : group === '00' ? [0, 8] : [300, 6000];
    return [figureKey(code, group, period), counted(table, [code, group], range, random)] as const;
  });
  const total = groups.reduce((all, [, count]) => all + count, 0);
  return [...groups, [figureKey(code, '00-99', period), total]];
}

/** The last number of a series, or for a new code the sum of those it took over from. */
function lastNumber(table: MadeTable, parts: readonly string[]): number | null {
  const own = lastOfSeries(table, parts);
  const [code = '', ...others] = parts;
  if (own !== null) return own;
  const place = [...MUNICIPALITIES, ...COUNTIES].find(({ codes }) => codes.some((years) => years.code === code));
  const from = place?.codes.find((years) => years.code === code)?.from ?? 0;
  const before = place?.codes.filter(({ to }) => to === from - 1) ?? [];
  const numbers = before.flatMap((years) => lastOfSeries(table, [years.code, ...others]) ?? []);
  if (numbers.length === 0) return null;
  const total = numbers.reduce((all, number) => all + number, 0);
  return table.subject === 'rate' ? Math.round((10 * total) / numbers.length) / 10 : total;
}

function lastOfSeries({ figures, periods }: MadeTable, parts: readonly string[]): number | null {
  for (const period of periods.toReversed()) {
    const cell = figures.get(figureKey(...parts, period));
    if (typeof cell === 'number' && cell !== 0) return cell;
    if (typeof cell === 'object') return cell.number;
  }
  return null;
}

/** A count that goes on from the last one by a few per cent, or not at all. */
function counted(
  table: MadeTable,
  parts: readonly string[],
  [least, most]: readonly [number, number],
  random: Random,
): number {
  const before = lastNumber(table, parts);
  if (before === null) return random.between(least, most);
  if (random.chance(8)) return before;
  return Math.max(1, Math.round(before * (1 + random.between(-25, 30) / 1000)));
}
