import { existsSync, mkdirSync, rmSync } from 'node:fs';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeAnalystTables } from '../../../src/app/analyst/write-analyst-tables.ts';
import { check } from '../../../src/app/assess/reassess-command.ts';
import { readTwinNote } from '../../../src/store/copy/twin.ts';
import { importFile } from '../../support/import-file.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, SAMPLE_SURVEY, type World } from '../../support/world.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const afterFirstRun = () => openWorld({ database: prepared.file });
const copyOf = (world: World) => world.with(({ environment }) => environment.analystCopy);

describe("the analysts' copy", () => {
  test('is there after the first run, which stands in it as it ended', async () => {
    const world = await openWorld();
    await world.ingest();
    const copy = await copyOf(world);
    expect(queryDatabase(copy, 'SELECT DISTINCT job_run_id, outcome FROM out_run')).toEqual([
      { job_run_id: 1, outcome: 'succeeded' },
    ]);
    expect(queryDatabase(copy, 'SELECT indicator_id FROM out_status_now')).not.toEqual([]);
  });

  test('is stamped anew by a run that changed nothing, and tells of it', async () => {
    const world = await afterFirstRun();
    await world.ingest();
    const copy = await copyOf(world);
    world.at('2026-03-03T10:00:00.000Z');
    await world.ingest();
    expect(queryDatabase(copy, 'SELECT generated_at FROM meta_release')).toEqual([
      { generated_at: '2026-03-03T10:00:00.000Z' },
    ]);
    expect(queryDatabase(copy, 'SELECT max(job_run_id) AS run FROM out_run')).toEqual([{ run: 3 }]);
    const checked = 'SELECT count(*) AS there FROM out_freshness WHERE checked_at = ?';
    expect(queryDatabase(copy, checked, '2026-03-03T10:00:00.000Z')).not.toEqual([{ there: 0 }]);
  });

  test('has its words made anew when they have become others or another hand has changed them, and else not', async () => {
    const world = await afterFirstRun();
    await world.ingest();
    const copy = await copyOf(world);
    await world.with((app) => {
      const known = readTwinNote(copy);
      const refuse = () => {
        throw new Error('the page was read');
      };
      expect(known).not.toBe(null);
      expect(writeAnalystTables(app, refuse, known)).toBe(known);
      app.store.sqlite.exec("UPDATE out_report SET sentence_nb = 'Noe annet'");
      expect(() => writeAnalystTables(app, refuse, known)).toThrow('the page was read');
    });
    await world.ingest();
    const changed = "SELECT count(*) AS changed FROM out_report WHERE sentence_nb = 'Noe annet'";
    expect(queryDatabase(copy, changed)).toEqual([{ changed: 0 }]);
  });

  test('tells of a run that failed', async () => {
    const world = await openWorld();
    await world.statbank.close();
    await world.ingest().catch(() => undefined);
    const copy = await copyOf(world);
    expect(queryDatabase(copy, 'SELECT DISTINCT outcome FROM out_run')).toEqual([{ outcome: 'failed' }]);
  });

  test('follows a file that is handed in, and a check under changed figures', async () => {
    const world = await afterFirstRun();
    await world.with((app) => importFile(app, 'survey', SAMPLE_SURVEY));
    const copy = await copyOf(world);
    expect(queryDatabase(copy, 'SELECT count(*) AS figures FROM out_survey')).not.toEqual([{ figures: 0 }]);
    world.at('2029-01-01T10:00:00.000Z');
    await world.with(check);
    const flags = "SELECT count(*) > 0 AS stale FROM out_status_now WHERE flags LIKE '%stale%'";
    expect(queryDatabase(copy, flags)).toEqual([{ stale: 1 }]);
  });

  test('is made again when somebody has removed it', async () => {
    const world = await afterFirstRun();
    await world.ingest();
    const copy = await copyOf(world);
    rmSync(copy);
    await world.with(check);
    expect(existsSync(copy)).toBe(true);
  });

  test('that cannot be published undoes nothing, is told in a sentence, and comes with the next run', async () => {
    const world = await afterFirstRun();
    const copy = await copyOf(world);
    mkdirSync(copy, { recursive: true });
    const { message, outcome } = await world.with((app) => importFile(app, 'survey', SAMPLE_SURVEY));
    expect(outcome).toBe('succeeded');
    expect(message).toContain(`The analysts' copy ${copy} could not be published:`);
    expect(message).toContain('the next run tries again');
    expect(queryDatabase(world.databaseFile, "SELECT 1 AS here FROM out_source WHERE dataset = 'survey'")).toEqual([
      { here: 1 },
    ]);
    rmSync(copy, { recursive: true });
    await world.with(check);
    expect(queryDatabase(copy, 'SELECT 1 AS here FROM out_survey LIMIT 1')).toEqual([{ here: 1 }]);
  });
});
