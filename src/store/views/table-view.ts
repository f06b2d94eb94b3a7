/** A dimension of a dataset that rests on a table, time left out. */
export interface ViewDimension {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly labelEn: string | null;
  readonly role: string;
}

/** A dataset whose figures the wide view of its table shows: those of the alternative in use. */
export interface ViewDataset {
  readonly id: number;
  readonly code: string;
  readonly alternative: string;
  readonly dimensions: readonly ViewDimension[];
}

/** The columns one dimension has in a wide view. */
export interface DimensionColumns {
  readonly dimensionCode: string;
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
}

const FIRST_COLUMN = 'dataset';
const LAST_COLUMNS = [
  'unit',
  'value',
  'symbol',
  'obs_status',
  'period',
  'year',
  'sub_period',
  'publication_id',
  'retrieved_at',
] as const;

const NAMED_BY_SERIES: Readonly<Record<string, string>> = { geo: 'region_id', metric: 'contents_id' };

/** The name of the wide view of a table, or of an imported file: `out_table_07984`, `out_table_municipal_emissions`. */
export function tableViewName(table: string): string {
  return `out_table_${snakeCase(table)}`;
}

/**
 * The columns of every dimension that some dataset of the table has, in the order they are first met. Geography is
 * `region` and the contents variable `contents`, as in the other views; names never collide.
 */
export function dimensionColumns(datasets: readonly ViewDataset[]): readonly DimensionColumns[] {
  const taken = new Set<string>([FIRST_COLUMN, ...LAST_COLUMNS]);
  const dimensions = new Map(datasets.flatMap((dataset) => dataset.dimensions.map((one) => [one.code, one] as const)));
  return [...dimensions.values()].map((dimension) => {
    const columns = firstFree(columnBase(dimension), taken);
    for (const name of Object.values(columns)) taken.add(name);
    return { dimensionCode: dimension.code, ...columns };
  });
}

/** The statement that makes the wide view of a table. Every name in it comes from outside and is quoted. */
export function tableViewSql(viewName: string, datasets: readonly ViewDataset[]): string {
  const columns = dimensionColumns(datasets);
  const selects = datasets.map((dataset) => selectFigures(dataset, columns));
  const comment =
    '-- The figures in force of one table, ready to use; created again when a publication changes its dimensions.';
  return `CREATE VIEW ${quoteName(viewName)} AS\n${comment}\n${selects.join('\nUNION ALL\n')}`;
}

function selectFigures(dataset: ViewDataset, columns: readonly DimensionColumns[]): string {
  const joins: string[] = [];
  const shown = columns.flatMap(({ dimensionCode, ...names }, index) => {
    const dimension = dataset.dimensions.find(({ code }) => code === dimensionCode);
    if (dimension !== undefined) joins.push(joinCategory(dataset, dimension, index));
    const part = (column: string) => (dimension === undefined ? 'NULL' : `c${index}.${column}`);
    return [
      `${part('code')} AS ${quoteName(names.code)}`,
      `${part('label')} AS ${quoteName(names.label)}`,
      `${part('label_en')} AS ${quoteName(names.labelEn)}`,
    ];
  });
  const contents = columns.findIndex(({ dimensionCode }) =>
    dataset.dimensions.some(({ code, role }) => code === dimensionCode && role === 'metric'),
  );
  return [
    `SELECT ${quoteText(dataset.code)} AS dataset,`,
    ...shown.map((column) => `\t${column},`),
    `\t${contents < 0 ? 'NULL' : `c${contents}.unit`} AS unit,`,
    '\tobservation.value, observation.symbol, observation.obs_status,',
    '\ttime_period.code AS period, time_period.year, time_period.sub_period,',
    '\tobservation.publication_id, publication.retrieved_at',
    'FROM series',
    ...joins,
    'JOIN observation ON observation.series_id = series.id',
    'JOIN time_period ON time_period.period = observation.period',
    'JOIN publication ON publication.id = observation.publication_id',
    `WHERE series.dataset_id = ${dataset.id} AND series.alternative = ${quoteText(dataset.alternative)}`,
    "\tAND observation.symbol IS NOT 'withdrawn'",
  ].join('\n');
}

/** A series names its first region and its contents itself, which an index finds; others are looked for in its list. */
function joinCategory(dataset: ViewDataset, { id, role }: ViewDimension, index: number): string {
  const first = dataset.dimensions.find((dimension) => dimension.role === role)?.id === id;
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

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
