import { PLACE_LISTS } from '../statbank/places/code-lists.ts';
import type { Cell, StatbankTable, Variable } from '../statbank/table.ts';
import { sumCells } from '../statbank/table.ts';
import { EDUCATION } from '../statbank/tables/education.ts';
import { EMISSIONS } from '../statbank/tables/emissions.ts';
import { EMPLOYED_PERSONS } from '../statbank/tables/employed-persons.ts';
import { EMPLOYED_ROUNDED } from '../statbank/tables/employed-rounded.ts';
import { EMPLOYMENT_RATE } from '../statbank/tables/employment-rate.ts';
import { INNOVATION } from '../statbank/tables/innovation.ts';
import { newEnterprisesTable } from '../statbank/tables/new-enterprises.ts';
import type { Publication, PublishedCell, PublishedSeries } from './oracle/facts.ts';
import { COUNTIES, findPlace, MUNICIPALITIES } from './places.ts';

/** What a world may be about. */
export const SUBJECTS = ['jobs', 'rate', 'enterprises', 'emissions', 'innovation', 'education'] as const;
export type WorldSubject = (typeof SUBJECTS)[number];
/** What a table may show: the groups of the jobs stand in a second table too, rounded. */
export type Subject = WorldSubject | 'rounded';

/** A small made-up table, as plain data. */
export interface MadeTable {
  readonly subject: Subject;
  readonly id: string;
  readonly periods: readonly string[];
  /** By what the subject's cells are told apart by and the period, with `|` between: `3301|10-33|2025`. */
  readonly figures: ReadonlyMap<string, Cell>;
  readonly updatedAt: string;
  readonly isClosed: boolean;
  /** Only 14623: down to municipalities, or to counties. */
  readonly level: 'municipality' | 'county';
  readonly hasCodeLists: boolean;
  /** Codes whose label says their last year. */
  readonly ended: Readonly<Record<string, number>>;
  /** How far the order of the dimensions is turned. */
  readonly turn: number;
}

interface Shape {
  readonly base: (table: MadeTable) => StatbankTable;
  /** Dimensions that tell the figures apart, in the order of the key. */
  readonly keyed: readonly string[];
  /** Code list that sums to today's borders, by the level. */
  readonly lists: Readonly<Partial<Record<MadeTable['level'], { readonly id: string; readonly prefix: string }>>>;
}

const SHAPES: Readonly<Record<Subject, Shape>> = {
  jobs: {
    base: () => EMPLOYED_PERSONS,
    keyed: ['Region', 'NACE2007'],
    lists: { municipality: { id: 'agg_KommSummerS', prefix: 'K.' } },
  },
  rounded: {
    base: () => EMPLOYED_ROUNDED,
    keyed: ['Region', 'NACE2007'],
    lists: { municipality: { id: 'agg_KommSummer', prefix: 'K-' } },
  },
  rate: { base: () => EMPLOYMENT_RATE, keyed: ['Region'], lists: {} },
  enterprises: {
    base: ({ level }) => newEnterprisesTable(level),
    keyed: ['Region'],
    lists: {
      municipality: { id: 'agg_KommSummer', prefix: 'K-' },
      county: { id: 'agg_KommFylker', prefix: 'F-' },
    },
  },
  emissions: { base: () => EMISSIONS, keyed: ['UtslpTilLuft'], lists: {} },
  innovation: { base: () => INNOVATION, keyed: [], lists: {} },
  education: { base: () => EDUCATION, keyed: ['Region', 'Nivaa', 'ContentsCode'], lists: {} },
};

/** The name of a figure within its table. */
export function figureKey(...parts: readonly string[]): string {
  return parts.join('|');
}

function figureAt(table: MadeTable, parts: readonly string[]): Cell {
  return table.figures.get(figureKey(...parts)) ?? 0;
}

/** The table as the stand-in serves it. Every dimension that tells no figures apart has the same figures throughout. */
export function toStatbankTable(table: MadeTable): StatbankTable {
  const shape = SHAPES[table.subject];
  const base = shape.base(table);
  const changed = base.variables.map((variable) => changedVariable(variable, table));
  const turn = table.turn % changed.length;
  const variables = [...changed.slice(turn), ...changed.slice(0, turn)];
  const positions = [...shape.keyed, 'Tid'].map((code) => variables.findIndex((variable) => variable.code === code));
  return {
    ...base,
    ...{ id: table.id, variables, updatedAt: table.updatedAt, discontinued: table.isClosed, madeUp: true },
    cell: (codes) =>
      figureAt(
        table,
        positions.map((position) => codes[position] ?? ''),
      ),
  };
}

function changedVariable(variable: Variable, table: MadeTable): Variable {
  if (variable.role === 'time') {
    return { ...variable, categories: table.periods.map((code) => ({ code, label: { no: code, en: code } })) };
  }
  if (variable.role !== 'geo') return variable;
  const categories = variable.categories.map((category) => {
    const year = table.ended[category.code];
    const name = `${category.label.no} (-${year})`;
    return year === undefined ? category : { ...category, label: { no: name, en: name } };
  });
  return { ...variable, categories, codeLists: table.hasCodeLists ? variable.codeLists : [] };
}

export interface DatasetShape {
  readonly id: string;
  readonly subject: Subject;
  readonly places: 'own' | 'own-and-peers' | 'none';
  /** Dimension → categories fetched, as the oracle tells series apart. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
}

export const GROUPS = [
  ...['01-03', '05-09', '10-33', '35-39', '41-43', '45-47', '49-53', '55-56'],
  ...['58-63', '64-66', '68-75', '77-82', '84', '85', '86-88', '90-99'],
] as const;
export const EMISSION_SOURCES = ['0', '1', '2', '3', '4', '5', '6', '7', '9'] as const;
export const LEVELS = ['00', '01', '02a', '11', '03a', '04a', '09a'] as const;

/** The datasets of the jobs that worlds are made of. */
export const DATASETS: readonly DatasetShape[] = [
  {
    ...{ id: 'employed-by-industry', subject: 'jobs', places: 'own' },
    categories: { NACE2007: ['00-99', ...GROUPS, '00'] },
  },
  {
    ...{ id: 'employed-by-industry-rounded', subject: 'rounded', places: 'own' },
    categories: { NACE2007: [...GROUPS, '00'] },
  },
  { id: 'employed-total', subject: 'jobs', places: 'own-and-peers', categories: { NACE2007: ['00-99'] } },
  { id: 'employment-rate', subject: 'rate', places: 'own-and-peers', categories: {} },
  { id: 'new-enterprises', subject: 'enterprises', places: 'own-and-peers', categories: {} },
  { id: 'national-emissions', subject: 'emissions', places: 'none', categories: { UtslpTilLuft: EMISSION_SOURCES } },
  { id: 'product-innovation', subject: 'innovation', places: 'none', categories: {} },
  {
    ...{ id: 'education-level', subject: 'education', places: 'own-and-peers' },
    categories: { Nivaa: LEVELS, ContentsCode: ['Personer', 'PersonerProsent'] },
  },
];

/** A dataset as a reply to the program's question would show it. `places` are today's municipality codes. */
export function publicationOf(
  dataset: DatasetShape,
  table: MadeTable,
  { own, all }: { readonly own: string; readonly all: readonly string[] },
): Publication {
  const coverage = dataset.places === 'none' ? 'national' : table.level;
  const list = table.hasCodeLists ? SHAPES[table.subject].lists[table.level] : undefined;
  const wanted = dataset.places === 'own' ? [own] : all;
  const codes = coverage === 'county' ? [...new Set(wanted.map(countyOf))] : wanted;
  const regions = dataset.places === 'none' ? [null] : regionsOf(codes, coverage, list);
  return {
    ...{ table: table.id, coverage, updatedAt: table.updatedAt, prefix: list?.prefix ?? '', ended: table.ended },
    alternative: alternativeOf(coverage, list !== undefined),
    form: list === undefined ? 'divisions' : 'grouped',
    series: regions.flatMap((region) =>
      combinations(dataset.categories).map((categories) => seriesOf(table, region, categories)),
    ),
  };
}

function alternativeOf(coverage: Publication['coverage'], isGrouped: boolean): string {
  if (coverage === 'national') return 'national';
  if (coverage === 'county') return isGrouped ? 'counties-today' : 'county-divisions';
  return isGrouped ? 'municipalities-today' : 'municipality-divisions';
}

/** Today's county of a municipality. */
export function countyOf(municipality: string): string {
  return findPlace(MUNICIPALITIES, municipality).county;
}

interface Region {
  readonly code: string;
  readonly members: readonly string[];
}

function regionsOf(
  codes: readonly string[],
  coverage: Publication['coverage'],
  list: { readonly id: string; readonly prefix: string } | undefined,
): readonly Region[] {
  if (list !== undefined) {
    const values = PLACE_LISTS.find(({ id }) => id === list.id)?.values ?? [];
    return values.filter(({ code }) => codes.some((one) => code === `${list.prefix}${one}`));
  }
  const places = coverage === 'county' ? COUNTIES : MUNICIPALITIES;
  const years = codes.flatMap((code) => findPlace(places, code).codes);
  return [...new Set(years.map(({ code }) => code))].map((code) => ({ code, members: [code] }));
}

function combinations(categories: DatasetShape['categories']): readonly Readonly<Record<string, string>>[] {
  return Object.entries(categories).reduce<readonly Readonly<Record<string, string>>[]>(
    (all, [dimension, codes]) => all.flatMap((one) => codes.map((code) => ({ ...one, [dimension]: code }))),
    [{}],
  );
}

function seriesOf(
  table: MadeTable,
  region: Region | null,
  categories: Readonly<Record<string, string>>,
): PublishedSeries {
  const { keyed } = SHAPES[table.subject];
  const cellOf = (member: string, period: string): Cell =>
    figureAt(table, [...keyed.map((one) => (one === 'Region' ? member : (categories[one] ?? ''))), period]);
  const cells = table.periods.map((period) => {
    const [first = '', ...others] = region?.members ?? [''];
    const cell =
      others.length === 0 ? cellOf(first, period) : sumCells([first, ...others].map((one) => cellOf(one, period)));
    return [period, published(cell)] as const;
  });
  return { region: region?.code ?? null, categories, cells: new Map(cells) };
}

function published(cell: Cell): PublishedCell {
  if (typeof cell === 'number') return { text: String(cell), symbol: null };
  return typeof cell === 'string' ? { text: null, symbol: cell } : { text: String(cell.number), symbol: cell.symbol };
}
