import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ABSENT, OBS_STATUSES } from '../../../src/model/data/cube.ts';
import type { Cube } from '../../../src/model/data/cube.ts';
import type { NewPublication } from '../../../src/model/data/publication.ts';
import { latestPublishedPeriod } from '../../../src/normalise/latest-period.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { startRun } from '../../../src/store/runs/runs.ts';
import type { Store } from '../../../src/store/store.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { databaseContent } from '../../support/database/database-content.ts';

/** A real database in which a publication is written, read back and undone, as a preview of an import does it. */
export interface TrialDatabase {
  /** Fails when what stands in the database is not the cube; throws what the store refuses with. */
  takeInAndUndo(cube: Cube): void;
  /** Fails when anything is left of what was tried. */
  close(): void;
}

const MIGRATIONS = new URL('../../../drizzle', import.meta.url).pathname;
const NOW = '2026-03-02T10:00:00.000Z';

class Undo extends Error {}

export function openTrialDatabase(): TrialDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-fuzz-'));
  const file = join(folder, 'trial.sqlite');
  const store = openDatabase(file, { migrationsFolder: MIGRATIONS });
  const runId = startRun(store, { trigger: 'command', jobs: [], startedAt: NOW });
  const before = databaseContent(file);
  return {
    takeInAndUndo: (cube) => {
      try {
        inTransaction(store, () => {
          store.sqlite.pragma('defer_foreign_keys = ON');
          storePublication(store, publicationOf(cube), () => 'keep', runId);
          assert.deepEqual(storedCells(store), cellsOf(cube));
          requireQuotableViews(store);
          throw new Undo();
        });
      } catch (error) {
        if (!(error instanceof Undo)) throw error;
      }
    },
    close: () => {
      assert.deepEqual(databaseContent(file), before);
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

type StoredCell = readonly [seriesKey: string, period: string, value: number | null, symbol: string, status: string];

function storedCells(store: Store): readonly StoredCell[] {
  const rows = store.sqlite
    .prepare<[], StoredCell>(
      "SELECT series_key, period, value, coalesce(symbol, ''), obs_status FROM out_observation WHERE dataset = 'fuzz'",
    )
    .raw()
    .all();
  return inOrder(rows);
}

function cellsOf(cube: Cube): readonly StoredCell[] {
  const cells = cube.seriesKeys.flatMap((key, series) =>
    cube.periods.map(({ code }, column): StoredCell => {
      const at = series * cube.periods.length + column;
      const value = cube.values[at]!;
      const status = OBS_STATUSES[cube.obsStatuses[at]!]!;
      return [key, code, Number.isNaN(value) ? null : value + 0, cube.symbolTable[cube.symbols[at]!]!, status];
    }),
  );
  return inOrder(cells.filter((_, at) => cube.obsStatuses[at] !== ABSENT));
}

function inOrder(cells: readonly StoredCell[]): readonly StoredCell[] {
  const named = cells.map((cell) => ({ cell, name: `${cell[0]}\n${cell[1]}` }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ cell }) => cell);
}

/** The views named after the source's own words can be asked, whatever the words. */
function requireQuotableViews(store: Store): void {
  const views = store.sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'view' AND name = 'out_fuzz'")
    .pluck()
    .all();
  for (const view of views) store.sqlite.prepare(`SELECT * FROM "${view.replaceAll('"', '""')}" LIMIT 1`).all();
}

function publicationOf(cube: Cube): NewPublication {
  return {
    datasetId: 'fuzz',
    table: '00000',
    cube,
    licence: 'CC BY 4.0',
    retrievedAt: NOW,
    sha256: createHash('sha256').update('').digest('hex'),
    body: gzipSync('{}'),
    request: ['GET http://127.0.0.1/data'],
    query: 'all',
    completeness: 'whole',
    alternative: 'only',
    alternativeReason: 'The first alternative is offered.',
    coverage: 'municipality',
    regions: null,
    quantities: {},
    latestPeriod: latestPublishedPeriod(cube),
    corrections: [],
  };
}
