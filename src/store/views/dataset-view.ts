import { quoteName, quoteText, type View, view } from './view.ts';

/** A dimension of a dataset, time left out. */
export interface ViewDimension {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly labelEn: string | null;
  readonly role: string;
}

/** The figures a dataset has by one way of asking: in use, or of the table before it with other dimensions. */
export interface ViewPart {
  readonly alternative: string;
  readonly dimensions: readonly ViewDimension[];
}

/** A dataset as its wide view shows it, by its row number and its code. */
export interface ViewDataset {
  readonly id: number;
  readonly code: string;
  /** The part in use first, and after it what it took the place of, newest first. */
  readonly parts: readonly ViewPart[];
}

/** The columns one dimension has in a wide view. */
export interface DimensionColumns {
  readonly dimensionCode: string;
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
}

const FIRST_COLUMNS = ['series_id', 'table_id', 'municipality_code'] as const;
const LAST_COLUMNS = [
  'unit',
  'value',
  'symbol',
  'obs_status',
  'period',
  'period_start',
  'period_end',
  'year',
  'sub_period',
  'publication_id',
  'retrieved_at',
] as const;

/** Said in the text of every wide view, by which the program knows those it has made. */
export const DATASET_VIEW_COMMENT =
  'The figures in force of one dataset, ready to use; made again when a publication changes its dimensions.';

const NAMED_BY_SERIES: Readonly<Record<string, string>> = { geo: 'region_id', metric: 'contents_id' };

/**
 * The name of the wide view of a dataset: `out_employed_total`. It says nothing of the table behind, so that another table
 * number breaks no query. One of `taken`, the views that are there whatever is stored, gets `_figures` after it.
 */
export function datasetViewName(dataset: string, taken: ReadonlySet<string> = new Set()): string {
  const name = `out_${snakeCase(dataset)}`;
  return taken.has(name) ? `${name}_figures` : name;
}

/**
 * The columns of every dimension that some part of the dataset has, in the order they are first met. Geography is
 * `region` and the contents variable `contents`, as in the other views; names never collide.
 */
export function dimensionColumns({ parts }: Pick<ViewDataset, 'parts'>): readonly DimensionColumns[] {
  const taken = new Set<string>([...FIRST_COLUMNS, ...LAST_COLUMNS]);
  const dimensions = new Map(parts.flatMap((part) => part.dimensions.map((one) => [one.code, one] as const)));
  return [...dimensions.values()].map((dimension) => {
    const columns = firstFree(columnBase(dimension), taken);
    for (const name of Object.values(columns)) taken.add(name);
    return { dimensionCode: dimension.code, ...columns };
  });
}

/**
 * The wide view of a dataset. Every name in it comes from outside and is quoted. What stood under the dimensions before is
 * shown up to the first period there is a figure for under those in use: no figure stands there twice.
 */
export function datasetView(name: string, dataset: ViewDataset): View {
  return view(name, DATASET_VIEW_COMMENT, datasetSelect(dataset));
}

/**
 * The query of the view. `madeIn` names an attached database in which out_series and out_period are tables: to ask the
 * views of these names for each figure takes most of the time of a whole dataset.
 */
export function datasetSelect(dataset: ViewDataset, madeIn?: string): string {
  const columns = dimensionColumns(dataset);
  const from = madeIn === undefined ? '' : `${madeIn}.`;
  const selects = dataset.parts.map((part, index) =>
    selectFigures(dataset, part, { columns, newer: dataset.parts.slice(0, index), from }),
  );
  return selects.join('\nUNION ALL\n');
}

interface Selection {
  readonly columns: readonly DimensionColumns[];
  readonly newer: readonly ViewPart[];
  readonly from: string;
}

function selectFigures({ id }: ViewDataset, part: ViewPart, { columns, newer, from }: Selection): string {
  const joins: string[] = [];
  const shown = columns.flatMap(({ dimensionCode, ...names }, index) => {
    const dimension = part.dimensions.find(({ code }) => code === dimensionCode);
    if (dimension !== undefined) joins.push(joinCategory(part, dimension, index));
    const column = (name: string) => (dimension === undefined ? 'NULL' : `c${index}.${name}`);
    return [
      `${column('code')} AS ${quoteName(names.code)}`,
      `${column('label')} AS ${quoteName(names.label)}`,
      `${column('label_en')} AS ${quoteName(names.labelEn)}`,
    ];
  });
  const contents = columns.findIndex(({ dimensionCode }) =>
    part.dimensions.some(({ code, role }) => code === dimensionCode && role === 'metric'),
  );
  return [
    'SELECT series.id AS series_id,',
    '\tpublication.table_id,',
    '\tout_series.municipality_code,',
    ...shown.map((column) => `\t${column},`),
    `\t${contents < 0 ? 'NULL' : `c${contents}.unit`} AS unit,`,
    '\tobservation.value, observation.symbol, observation.obs_status,',
    '\tout_period.period, out_period.period_start, out_period.period_end, out_period.year, out_period.sub_period,',
    '\tobservation.publication_id, publication.retrieved_at',
    'FROM series',
    `JOIN ${from}out_series AS out_series ON out_series.series_id = series.id`,
    ...joins,
    'JOIN observation ON observation.series_id = series.id',
    'JOIN time_period ON time_period.period = observation.period',
    `JOIN ${from}out_period AS out_period ON out_period.period = time_period.code`,
    'JOIN publication ON publication.id = observation.publication_id',
    `WHERE series.dataset_id = ${id} AND series.alternative = ${quoteText(part.alternative)}`,
    "\tAND observation.symbol IS NOT 'withdrawn'",
    ...(newer.length === 0 ? [] : [beforeFirstOf(id, newer)]),
  ].join('\n');
}

function beforeFirstOf(datasetId: number, newer: readonly ViewPart[]): string {
  const alternatives = newer.map(({ alternative }) => quoteText(alternative)).join(', ');
  return [
    '\tAND observation.period < (',
    '\t\tSELECT min(first.period) FROM series AS later JOIN observation AS first ON first.series_id = later.id',
    `\t\tWHERE later.dataset_id = ${datasetId} AND later.alternative IN (${alternatives})`,
    "\t\t\tAND first.symbol IS NOT 'withdrawn'",
    '\t)',
  ].join('\n');
}

/** A series names its first region and its contents itself, which an index finds; others are looked for in its list. */
function joinCategory({ dimensions }: ViewPart, { id, role }: ViewDimension, index: number): string {
  const first = dimensions.find((dimension) => dimension.role === role)?.id === id;
  const named = first ? NAMED_BY_SERIES[role] : undefined;
  if (named !== undefined) return `JOIN category AS c${index} ON c${index}.id = series.${named}`;
  return (
    `JOIN series_category AS s${index} ON s${index}.series_id = series.id\n` +
    `JOIN category AS c${index} ON c${index}.id = s${index}.category_id AND c${index}.dimension_id = ${id}`
  );
}

function columnBase({ code, role }: ViewDimension): string {
  if (role === 'geo') return 'region';
  return role === 'metric' ? 'contents' : snakeCase(code);
}

function firstFree(base: string, taken: ReadonlySet<string>): Omit<DimensionColumns, 'dimensionCode'> {
  for (let number = 1; ; number += 1) {
    const label = number === 1 ? base : `${base}_${number}`;
    const names = { code: `${label}_code`, label, labelEn: `${label}_en` };
    if (!Object.values(names).some((name) => taken.has(name))) return names;
  }
}

/** `UtslpTilLuft` → `utslp_til_luft`, `NACE2007` → `nace2007`, `Næring` → `naering`. */
function snakeCase(text: string): string {
  const spelled = text.replace(/æ/gi, 'ae').replace(/ø/gi, 'o').normalize('NFKD').replace(/\p{M}/gu, '');
  const words = spelled.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return words.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || 'other';
}
