import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  ABSENT,
  OBS_STATUSES,
  seriesKey,
  type Category,
  type Cube,
  type Dimension,
} from '../../../src/model/data/cube.ts';
import type { NewPublication } from '../../../src/model/data/publication.ts';
import { parseTimePeriod } from '../../../src/model/time-period.ts';
import { latestPublishedPeriod } from '../../../src/normalise/latest-period.ts';

/** A number, a symbol without a number, a number with a status, or `undefined` for a cell the source has no row for. */
export type TestCell =
  number | '.' | '..' | ':' | { readonly provisional: number } | { readonly corrected: number } | undefined;

const SYMBOLS = ['', '.', '..', ':', '*'];
const STATUS_OF_SYMBOL = { '.': 'M', '..': 'O', ':': 'Q' } as const;

export interface TestCube {
  /** Dimension code → category codes. `Region` is geography, `ContentsCode` the contents. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  /** Series key → its cells, one per period. */
  readonly cells: Readonly<Record<string, readonly TestCell[]>>;
  readonly periods: readonly string[];
  readonly updatedAt?: string;
}

export function buildCube(test: TestCube): Cube {
  const dimensions = Object.keys(test.dimensions)
    .sort()
    .map((code) => buildDimension(code, test.dimensions[code] ?? []));
  const seriesKeys = Object.keys(test.cells);
  const size = seriesKeys.length * test.periods.length;
  const cube = {
    values: new Float64Array(size).fill(NaN),
    obsStatuses: new Uint8Array(size).fill(ABSENT),
    symbols: new Uint8Array(size),
  };
  for (const [series, key] of seriesKeys.entries()) {
    for (const [column, cell] of (test.cells[key] ?? []).entries()) {
      const index = series * test.periods.length + column;
      if (cell !== undefined) fillCell(cube, index, cell);
    }
  }
  return {
    title: 'Sysselsatte',
    titleEn: 'Employed persons',
    source: 'Statistisk sentralbyrå',
    updatedAt: test.updatedAt ?? '2024-01-01T07:00:00Z',
    notes: [],
    dimensions,
    time: {
      code: 'Tid',
      label: 'år',
      labelEn: 'year',
      role: 'time',
      note: null,
      categories: test.periods.map(buildCategory),
    },
    periods: test.periods.map((code) => parseTimePeriod(code)!),
    seriesKeys,
    seriesCategories: Uint32Array.from(seriesKeys.flatMap((key) => positions(dimensions, key))),
    ...cube,
    symbolTable: SYMBOLS,
  };
}

export function buildPublication(cube: TestCube, changes: Partial<NewPublication> = {}): NewPublication {
  const body = Buffer.from(JSON.stringify(cube));
  return {
    datasetId: 'jobs-by-industry',
    table: '07984',
    cube: buildCube(cube),
    licence: 'CC BY 4.0',
    retrievedAt: '2024-01-01T08:00:00.000Z',
    sha256: createHash('sha256').update(body).digest('hex'),
    body: gzipSync(body),
    request: ['GET https://data.example/tables/07984/data'],
    query: 'K-3301 and K-3203, all years',
    completeness: 'whole',
    alternative: 'grouped',
    alternativeReason: 'The first alternative is offered.',
    coverage: 'municipality',
    regions: { dimension: 'Region', form: 'grouped', prefix: 'K-' },
    quantities: { Jobs: 'count' },
    latestPeriod: latestPublishedPeriod(buildCube(cube)),
    corrections: [],
    ...changes,
  };
}

/** Cells of a dataset with regions only: region code → cells. */
export function regions(
  cells: Readonly<Record<string, readonly TestCell[]>>,
  periods: readonly string[] = ['2022', '2023'],
): TestCube {
  const keyed = Object.entries(cells).map(([region, ofRegion]) => [seriesKey(['Jobs', region]), ofRegion] as const);
  return {
    dimensions: { ContentsCode: ['Jobs'], Region: Object.keys(cells) },
    cells: Object.fromEntries(keyed),
    periods,
  };
}

function fillCell(
  cube: { readonly values: Float64Array; readonly obsStatuses: Uint8Array; readonly symbols: Uint8Array },
  index: number,
  cell: Exclude<TestCell, undefined>,
): void {
  if (typeof cell === 'string') {
    cube.obsStatuses[index] = OBS_STATUSES.indexOf(STATUS_OF_SYMBOL[cell]);
    cube.symbols[index] = SYMBOLS.indexOf(cell);
    return;
  }
  if (typeof cell === 'object' && 'corrected' in cell) {
    cube.values[index] = cell.corrected;
    cube.obsStatuses[index] = OBS_STATUSES.indexOf('E');
    return;
  }
  cube.values[index] = typeof cell === 'number' ? cell : cell.provisional;
  cube.obsStatuses[index] = OBS_STATUSES.indexOf(typeof cell === 'number' ? 'A' : 'P');
  cube.symbols[index] = typeof cell === 'number' ? 0 : SYMBOLS.indexOf('*');
}

function buildDimension(code: string, categoryCodes: readonly string[]): Dimension {
  const role = code === 'Region' ? 'geo' : code === 'ContentsCode' ? 'metric' : 'classification';
  return {
    code,
    label: `${code} (no)`,
    labelEn: `${code} (en)`,
    role,
    note: null,
    categories: categoryCodes.map(buildCategory),
  };
}

function buildCategory(code: string): Category {
  const unit = code === 'Jobs' ? 'persons' : null;
  return { code, label: `navn ${code}`, labelEn: `name ${code}`, unit, decimals: unit === null ? null : 0, note: null };
}

function positions(dimensions: readonly Dimension[], key: string): number[] {
  const codes = key.split('|');
  return dimensions.map((dimension, index) => dimension.categories.findIndex(({ code }) => code === codes[index]));
}
