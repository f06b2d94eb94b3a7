import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { periodKey } from '../../src/model/time-period.ts';
import { findProjectRoot } from '../../src/platform/project-root.ts';
import { startBulkInsert } from '../../src/store/intake/bulk-insert.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import { PERIODS } from '../documents.ts';

// What no program that fills our tables can be faster than: as `bound.js`, with the rows of series, their categories and
// figures as they are kept. No thread, no check, no labels, no digest, no run: `node bound-of-model.js <database> <document>`.
const [file = '', document = ''] = process.argv.slice(2);
const { id, size, value, status, dimension } = JSON.parse(readFileSync(document, 'utf8')) as {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly value: readonly (number | null)[];
  readonly status: Readonly<Record<string, string>>;
  readonly dimension: Readonly<Record<string, { category: { index: Readonly<Record<string, number>> } }>>;
};
const FIRST_CATEGORY = 20;
const codes = id.slice(0, -1).map((code) => Object.keys(dimension[code]?.category.index ?? {}));
const offsets = codes.map((_, axis) => size.slice(0, axis).reduce((sum, n) => sum + n, FIRST_CATEGORY));
const periods = Array.from({ length: PERIODS }, (_, n) =>
  periodKey({ code: '', frequency: 'year', year: 2008 + n, subPeriod: 0 }),
);

const sqlite = new Database(file);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
sqlite.pragma('foreign_keys = OFF');
sqlite.exec(readFileSync(join(findProjectRoot(import.meta.url), 'drizzle', '0000_first-tables.sql'), 'utf8'));
sqlite.transaction(() => {
  const series = startBulkInsert(
    sqlite,
    'series (id, dataset_id, alternative, series_key, digest, region_id, contents_id)',
    "(?, 1, 'all', ?, 'GZ0sQ1mB3kU', ?, ?)",
  );
  const links = startBulkInsert(sqlite, 'series_category (series_id, category_id)', '(?, ?)');
  const figures = startBulkInsert(
    sqlite,
    'observation (series_id, period, value, symbol, obs_status, publication_id)',
    '(?, ?, ?, ?, ?, 1)',
  );
  for (let seriesId = 1; seriesId <= value.length / PERIODS; seriesId += 1) {
    const positions = positionsOf(seriesId - 1);
    const categories = positions.map((position, axis) => (offsets[axis] ?? 0) + position);
    const key = positions.map((position, axis) => codes[axis]?.[position]).join('|');
    for (const each of [seriesId, key, categories[0] ?? null, categories[3] ?? null]) series.push(each);
    for (const category of categories) for (const each of [seriesId, category]) links.push(each);
    for (let column = 0; column < PERIODS; column += 1) {
      const cell = (seriesId - 1) * PERIODS + column;
      const symbol = status[cell] ?? null;
      figures.push(seriesId);
      figures.push(periods[column] ?? null);
      figures.push(value[cell] ?? null);
      figures.push(symbol);
      figures.push(symbol === null ? 'A' : 'M');
    }
  }
  for (const rows of [series, links, figures]) rows.flush();
})();
sqlite.pragma('wal_checkpoint(TRUNCATE)');
sqlite.close();
process.stdout.write(JSON.stringify({ bytes: statSync(file).size }));

/** Positions on every axis but time, the last axis fastest. */
function positionsOf(series: number): readonly number[] {
  let rest = series;
  return codes.map((_, axis) => {
    const stride = size.slice(axis + 1, -1).reduce((product, n) => product * n, 1);
    const position = Math.floor(rest / stride);
    rest %= stride;
    return position;
  });
}
