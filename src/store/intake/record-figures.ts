import { countCells, type Cube } from '../../model/data/cube.ts';
import type { ChangeSummary, NewPublication } from '../../model/data/publication.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import { createComparer } from './compare-series.ts';
import { createFigureWriter } from './figure-writer.ts';
import type { CategoryIds } from './record-structure.ts';
import { createDigester } from './series-digest.ts';
import { addMissingSeries, loadSeries, type SeriesOwner } from './series.ts';
import type { Sqlite } from '../store.ts';

export interface FigureIntake {
  readonly cube: Cube;
  readonly completeness: NewPublication['completeness'];
  readonly owner: SeriesOwner;
  readonly categoryIds: CategoryIds;
  readonly publicationId: number;
  /** Compare every series, whatever its digest says. */
  readonly exactly: boolean;
  /** Codes of the periods in the publication before, of the same alternative. */
  readonly earlierPeriods: readonly string[];
}

/**
 * Brings the stored figures in line with a cube and says what that changed. Only series whose digest differs are read;
 * where nothing but periods was added, those are written without reading the others. All are read when `exactly`.
 */
export function recordFigures(sqlite: Sqlite, intake: FigureIntake): ChangeSummary {
  const { cube, owner, categoryIds, publicationId } = intake;
  const columns = cube.periods.map((_, column) => column);
  const digest = createDigester(cube, columns);
  const digests = cube.seriesKeys.map((_, series) => digest(series));
  const known = loadSeries(sqlite, owner);
  const seriesIds = addMissingSeries(sqlite, owner, { cube, categoryIds, known, digests });
  const writer = createFigureWriter(sqlite, cube, publicationId, intake.completeness === 'taken-back');
  const comparer = createComparer(sqlite, cube, expectedPeriods(sqlite, intake), writer);
  const growth = createGrowthCheck(sqlite, cube, intake.earlierPeriods);
  const setDigest = sqlite.prepare('UPDATE series SET digest = ? WHERE id = ?');

  for (const [series, key] of cube.seriesKeys.entries()) {
    const seriesId = seriesIds[series] ?? 0;
    const before = known.get(key);
    if (before === undefined) {
      writer.insert(series, seriesId, columns);
    } else if (before.digest !== digests[series] || intake.exactly) {
      if (!intake.exactly && growth.onlyGrew(series, seriesId, before.digest))
        writer.insert(series, seriesId, growth.added);
      else comparer.compare(series, seriesId);
      setDigest.run(digests[series], seriesId);
    }
  }
  const published = new Set(cube.seriesKeys);
  for (const [key, { id, digest: last }] of known) {
    if (last === null || published.has(key)) continue;
    if (intake.completeness !== 'whole-series') comparer.withdrawAll(key, id);
    setDigest.run(null, id);
  }
  const { replaced, ...changes } = writer.finish();
  return { ...changes, unchanged: countCells(cube) - changes.inserted - replaced };
}

/**
 * What must be in the publication or has been withdrawn: the periods of the one before, if it answered the same
 * question; of another question to the same table, those after the first that is asked for now. Older figures that the
 * question left out by then are not affected. What a person withdraws may be of any period.
 */
function expectedPeriods(sqlite: Sqlite, { completeness, earlierPeriods, cube }: FigureIntake): ReadonlySet<number> {
  if (completeness === 'partial') return new Set();
  if (completeness === 'taken-back') {
    return new Set(sqlite.prepare<[], number>('SELECT period FROM time_period').pluck().all());
  }
  const periods = earlierPeriods.map(parseTimePeriod).filter((period) => period !== null);
  const keys = periods.map(periodKey);
  if (completeness === 'whole') return new Set(keys);
  const first = Math.min(...cube.periods.map(periodKey));
  return new Set(keys.filter((key) => key > first));
}

interface GrowthCheck {
  readonly added: readonly number[];
  /** True when the series is what it was but for periods that it never had. */
  readonly onlyGrew: (series: number, seriesId: number, digestBefore: string | null) => boolean;
}

function createGrowthCheck(sqlite: Sqlite, cube: Cube, earlierPeriods: readonly string[]): GrowthCheck {
  const isAdded = cube.periods.map(({ code }) => !earlierPeriods.includes(code));
  const columns = [...cube.periods.keys()];
  const digest = createDigester(
    cube,
    columns.filter((column) => !isAdded[column]),
  );
  const addedPeriods = cube.periods.filter((_, column) => isAdded[column]).map(periodKey);
  // A period may have been published before, and withdrawn: then its row is there.
  const find = sqlite
    .prepare(`SELECT EXISTS (SELECT 1 FROM observation WHERE series_id = ? AND period IN (${addedPeriods.join(', ')}))`)
    .pluck();
  return {
    added: columns.filter((column) => isAdded[column]),
    onlyGrew: (series, seriesId, before) => digest(series) === before && find.get(seriesId) === 0,
  };
}
