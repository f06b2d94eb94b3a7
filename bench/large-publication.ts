import { createHash } from 'node:crypto';
import { type Category, type Cube, type Dimension, OBS_STATUSES, seriesKey } from '../src/model/data/cube.ts';
import type { NewPublication } from '../src/model/data/publication.ts';
import { parseTimePeriod } from '../src/model/time-period.ts';
import { latestPublishedPeriod } from '../src/normalise/latest-period.ts';
import { randomNumbers } from './random-numbers.ts';

/** How a made-up table is built: one dimension per entry, and the years it has. */
export interface TableSize {
  readonly regions: number;
  readonly industries: number;
  readonly sexes: number;
  readonly years: number;
}

/** 800,000 cells, the most that SSB gives in one reply. */
export const LARGE: TableSize = { regions: 100, industries: 200, sexes: 2, years: 20 };
/** 80,000 cells. */
export const SMALL: TableSize = { regions: 20, industries: 100, sexes: 2, years: 20 };

const FIRST_YEAR = 2006;
/** The first that the worked database has a municipality for. */
const FIRST_REGION = 101;
const NORMAL = OBS_STATUSES.indexOf('A');
const SUPPRESSED = OBS_STATUSES.indexOf('Q');
const SYMBOLS = ['', ':'];
/** One cell in so many is suppressed, and of the others one in so many is another number the year after. */
const SUPPRESSED_ONE_IN = 50;
const REVISED_ONE_IN = 100;

/**
 * A publication of a made-up table, the same for the same seed. The second edition has every hundredth number revised.
 */
export function buildLargePublication(
  table: { readonly number: number; readonly size: TableSize },
  edition: 'first' | 'second',
): NewPublication {
  const { number, size } = table;
  const cube = buildCube(size, number, edition);
  const year = edition === 'first' ? 2025 : 2026;
  const retrievedAt = `${year}-03-02T08:00:00.000Z`;
  const body = Buffer.from(`${number} ${edition}`);
  return {
    datasetId: `made-up-${number}`,
    table: String(90_000 + number),
    cube: { ...cube, updatedAt: `${year}-03-02T07:00:00.000Z` },
    licence: 'CC BY 4.0',
    retrievedAt,
    sha256: createHash('sha256').update(body).digest('hex'),
    // The reply itself is left out: its size is SSB's, and says nothing about how figures are kept.
    body,
    request: [`made up from seed ${number}`],
    query: 'all of it',
    completeness: 'whole',
    alternative: 'all',
    alternativeReason: 'The only alternative.',
    coverage: 'municipality',
    regions: { dimension: 'Region', form: 'divisions', prefix: '' },
    quantities: { Personer: 'count' },
    latestPeriod: latestPublishedPeriod(cube),
    corrections: [],
  };
}

function buildCube(size: TableSize, seed: number, edition: 'first' | 'second'): Cube {
  const codes = (count: number, prefix: string, first = 1) =>
    Array.from({ length: count }, (_, index) => `${prefix}${String(index + first).padStart(4, '0')}`);
  const dimensions = [
    dimension('ContentsCode', 'metric', ['Personer']),
    dimension('Kjonn', 'classification', codes(size.sexes, 'K')),
    dimension('NACE2007', 'classification', codes(size.industries, 'N')),
    dimension('Region', 'geo', codes(size.regions, '', FIRST_REGION)),
  ];
  const periods = Array.from({ length: size.years }, (_, index) => String(FIRST_YEAR + index));
  const { keys, positions } = combine(dimensions);
  return {
    title: `Oppdiktet tabell ${seed}`,
    titleEn: `Made-up table ${seed}`,
    source: 'Oppdiktet',
    updatedAt: null,
    notes: [],
    dimensions,
    time: dimension('Tid', 'time', periods),
    periods: periods.flatMap((code) => parseTimePeriod(code) ?? []),
    seriesKeys: keys,
    seriesCategories: positions,
    ...cells(keys.length * periods.length, seed, edition),
    symbolTable: SYMBOLS,
  };
}

function cells(count: number, seed: number, edition: 'first' | 'second') {
  const next = randomNumbers(seed);
  const values = new Float64Array(count);
  const obsStatuses = new Uint8Array(count).fill(NORMAL);
  const symbols = new Uint8Array(count);
  for (let cell = 0; cell < count; cell += 1) {
    const value = Math.floor(next() * 20_000);
    const isSuppressed = cell % SUPPRESSED_ONE_IN === 0;
    const isRevised = edition === 'second' && cell % REVISED_ONE_IN === 1;
    values[cell] = isSuppressed ? NaN : isRevised ? value + 1 : value;
    if (!isSuppressed) continue;
    obsStatuses[cell] = SUPPRESSED;
    symbols[cell] = SYMBOLS.indexOf(':');
  }
  return { values, obsStatuses, symbols };
}

function dimension(code: string, role: Dimension['role'], codes: readonly string[]): Dimension {
  const categories = codes.map((category): Category => {
    const unit = role === 'metric' ? 'personer' : null;
    const labels = { label: `Navn på ${category}`, labelEn: `Name of ${category}` };
    return { code: category, ...labels, unit, decimals: unit === null ? null : 0, note: null };
  });
  return { code, label: code.toLowerCase(), labelEn: code, role, note: null, categories };
}

/** Every combination of categories, the last dimension running fastest. */
function combine(dimensions: readonly Dimension[]): { readonly keys: string[]; readonly positions: Uint32Array } {
  const rows = dimensions.reduce<number[][]>(
    (sofar, { categories }) => sofar.flatMap((row) => categories.map((_, index) => [...row, index])),
    [[]],
  );
  const keyOf = (row: readonly number[]) =>
    seriesKey(row.map((position, index) => dimensions[index]?.categories[position]?.code ?? ''));
  return { keys: rows.map(keyOf), positions: Uint32Array.from(rows.flat()) };
}
