import type { Cube } from '../model/data/cube.ts';
import type { Observation, StoredDataset } from '../model/data/dataset.ts';
import { periodFromKey, periodKey } from '../model/time-period.ts';
import { quarantine } from './quarantine.ts';

/** A join on which the figures as a whole grow or shrink by more than this counts something else. */
const JOIN_FACTOR = 2;

interface JoinedFigure {
  readonly key: string;
  readonly period: number;
  readonly value: number;
  readonly table: string;
}

/**
 * Do the figures of `table`, which goes on where another left the dataset, go on from it? The first period of the cube that
 * has a number is held against the last one before it that another table gave, over the series with numbers in both; a 0
 * there says nothing. Throws `publication-quarantined` when the median of the ratios is more than 2 or less than ½.
 * `stored` is the dataset as it stands: `null`, or figures of no other table under the same series, say nothing.
 */
export function judgeJoin(cube: Cube, table: string, stored: StoredDataset | null): void {
  const width = cube.periods.length;
  const first = cube.periods.findIndex((_, column) =>
    cube.seriesKeys.some((_key, series) => !Number.isNaN(cube.values[series * width + column])),
  );
  const period = cube.periods[first];
  if (stored === null || period === undefined) return;
  const before = lastFigures(stored, table, periodKey(period));
  const [example] = before;
  if (example === undefined) return;
  const earlier = new Map(before.map(({ key, value }) => [key, value]));
  const ratios = cube.seriesKeys.flatMap((key, series) => {
    const was = Math.abs(earlier.get(key) ?? 0);
    const is = Math.abs(cube.values[series * width + first] as number);
    return was === 0 || Number.isNaN(is) ? [] : [is / was];
  });
  const median = medianOf(ratios);
  if (median === null || (median <= JOIN_FACTOR && median * JOIN_FACTOR >= 1)) return;
  throw quarantine(
    'new-period-out-of-scale',
    `The figures of table ${table} in ${period.code} are ${Number(median.toPrecision(2))} times those of table ${example.table} ` +
      `in ${periodFromKey(example.period).code}, which they go on from (the median of ${ratios.length} series).`,
    'See whether the codes under `same` in datasets.yaml count the same in both tables, and whether the unit has changed.',
    { period: period.code, table, times: Number(median.toPrecision(2)), earlierTable: example.table },
  );
}

/** The figures of other tables in the last period before one, by its key, that any of them has a number in. */
function lastFigures(stored: StoredDataset, table: string, period: number): readonly JoinedFigure[] {
  const tableOf = ({ publicationId }: Observation) => stored.tables?.[publicationId] ?? stored.publication.table;
  const figures = stored.series.flatMap(({ key, observations }) =>
    observations.flatMap((one): readonly JoinedFigure[] => {
      const from = tableOf(one);
      if (one.value === null || one.period >= period || from === null || from === table) return [];
      return [{ key, period: one.period, value: one.value, table: from }];
    }),
  );
  const last = figures.reduce((latest, one) => Math.max(latest, one.period), -Infinity);
  return figures.filter((one) => one.period === last);
}

/** The middle of some numbers, the mean of the two in the middle of an even number of them; `null` for none. */
function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
