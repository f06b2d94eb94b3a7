import { readFileSync } from 'node:fs';
import { Database } from '../../src/store/sqlite-driver.ts';
import { PERIODS } from '../documents.ts';

// What no program that keeps a row per figure in SQLite can be faster than: parse the reply, and write series number,
// period, value and symbol, a hundred rows a statement. `node bound.js <database> <document>`.
const ROWS = 100;
const [file = '', document = ''] = process.argv.slice(2);
const { value, status } = JSON.parse(readFileSync(document, 'utf8')) as {
  readonly value: readonly (number | null)[];
  readonly status: Readonly<Record<string, string>>;
};
const sqlite = new Database(file);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = NORMAL');
sqlite.exec(`CREATE TABLE observation (series_id INTEGER NOT NULL, period INTEGER NOT NULL, value REAL, status TEXT,
  PRIMARY KEY (series_id, period)) STRICT, WITHOUT ROWID`);
const prepare = (rows: number) =>
  sqlite.prepare(`INSERT INTO observation VALUES ${Array(rows).fill('(?, ?, ?, ?)').join(', ')}`);
sqlite.transaction(() => {
  const full = prepare(ROWS);
  let row: (number | string | null)[] = [];
  for (let cell = 0; cell < value.length; cell += 1) {
    row.push(1 + Math.floor(cell / PERIODS), 2008 + (cell % PERIODS), value[cell] ?? null, status[cell] ?? null);
    if (row.length < ROWS * 4) continue;
    full.run(row);
    row = [];
  }
  if (row.length > 0) prepare(row.length / 4).run(row);
})();
sqlite.close();
