import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import JSONstat from 'jsonstat-toolkit';
import { Database } from '../../src/store/sqlite-driver.ts';

// The way the two packages' own pages show: an object per cell from the toolkit, and upserts of 500 rows with Drizzle.
// It keeps neither symbols nor revisions. `node toolkit-drizzle.js <database> <document>`.
const BATCH = 500;
const series = sqliteTable('series', { id: integer('id').primaryKey(), key: text('key').notNull().unique() });
const observation = sqliteTable(
  'observation',
  { seriesId: integer('series_id').notNull(), period: integer('period').notNull(), value: real('value') },
  (table) => [primaryKey({ columns: [table.seriesId, table.period] })],
);
type Row = Readonly<Record<string, string | number | null>>;
interface Toolkit {
  Dataset(index: number): { toTable(options: { type: 'arrobj'; content: 'id' }): readonly Row[] };
}

const [file = '', document = ''] = process.argv.slice(2);
const toolkit = (JSONstat as unknown as (document: unknown) => Toolkit)(JSON.parse(readFileSync(document, 'utf8')));
const rows = toolkit.Dataset(0).toTable({ type: 'arrobj', content: 'id' });
const sqlite = new Database(file);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = NORMAL');
sqlite.exec(`CREATE TABLE series (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE observation (series_id INTEGER NOT NULL, period INTEGER NOT NULL, value REAL,
    PRIMARY KEY (series_id, period)) STRICT, WITHOUT ROWID`);
const database = drizzle(sqlite);
const ids = new Map<string, number>();
const figures: (typeof observation.$inferInsert)[] = [];
for (const { Region, Kjonn, NACE2007, ContentsCode, Tid, value } of rows) {
  const key = [ContentsCode, Kjonn, NACE2007, Region].join('|');
  const seriesId = ids.get(key) ?? ids.size + 1;
  ids.set(key, seriesId);
  figures.push({ seriesId, period: Number(Tid), value: value === null ? null : Number(value) });
}
database.transaction((transaction) => {
  const known = [...ids].map(([key, id]) => ({ id, key }));
  for (let from = 0; from < known.length; from += BATCH) {
    transaction
      .insert(series)
      .values(known.slice(from, from + BATCH))
      .onConflictDoNothing()
      .run();
  }
  for (let from = 0; from < figures.length; from += BATCH) {
    transaction
      .insert(observation)
      .values(figures.slice(from, from + BATCH))
      .onConflictDoUpdate({
        target: [observation.seriesId, observation.period],
        set: { value: sql`excluded.value` },
      })
      .run();
  }
});
sqlite.close();
