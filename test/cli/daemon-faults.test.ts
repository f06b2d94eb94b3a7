import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModeName, ModeSettings } from '../statbank/controls/modes.ts';
import { damageOf } from '../crash/outcome.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { liveOnce } from '../support/service/leaping-service.ts';
import { MAY_MOUNT, mountSmallDisk } from '../support/service/small-disk.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from '../support/world.ts';

/** A Tuesday, before its first slot, and the morning after. */
const TUESDAY = '2026-03-03T07:16:00.000Z';
const WEDNESDAY = '2026-03-04T10:00:00.000Z';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const runsOf = (file: string) =>
  queryDatabase(
    file,
    `SELECT substr(started_at, 6, 11) || ' ' || (SELECT group_concat(value, '+') FROM json_each(jobs)) || ' ' || outcome AS run
     FROM job_run WHERE id > 1 ORDER BY id`,
  ).map(({ run }) => String(run));

const newestFigures = (file: string) =>
  queryDatabase(file, "SELECT max(period) AS period FROM out_observation WHERE dataset = 'employed-total'");

describe('a storm that lasts a morning of publication', () => {
  test.each<[string, ModeName, ModeSettings]>([
    ['503', 'maintenance', {}],
    ['429 without Retry-After', 'too-many-requests', {}],
    ['429 with a Retry-After of twenty seconds', 'too-many-requests', { retryAfter: 20 }],
    ['429 with a Retry-After of an hour', 'too-many-requests', { retryAfter: 3600 }],
  ])('of %s is sat out with few requests, and then the figures are read', async (_, mode, settings) => {
    const world = await openWorld({ database: prepared.file });
    world.at(TUESDAY);
    const { statbank, databaseFile, env } = world;
    statbank.publishYear('07984', '2026');
    statbank.setMode(mode, settings);
    let inTheStorm = 0;
    const calm = () => {
      inTheStorm = statbank.requests.length;
      statbank.setMode('normal');
    };
    const life = await liveOnce({
      ...{ env, from: TUESDAY, until: WEDNESDAY },
      happenings: [{ at: '2026-03-03T10:50:00.000Z', happen: calm }],
    });
    expect(life.code).toBe(0);
    // Six jobs, each asked for at its slot and three times more at most; nobody is asked more than six times in a row.
    expect(inTheStorm).toBeLessThanOrEqual(6 * 4 * 6);
    expect(runsOf(databaseFile).filter((run) => run.startsWith('03-03T07:22'))).toEqual([
      expect.stringMatching(/jobs (failed|postponed)$/),
    ]);
    expect(runsOf(databaseFile).filter((run) => run.endsWith('succeeded'))).toHaveLength(1);
    expect(newestFigures(databaseFile)).toEqual([{ period: '2026' }]);
    // Trouble at the source is no status.
    const early = "SELECT 1 FROM assessment WHERE job_run_id > 1 AND assessed_at < '2026-03-03T10:50'";
    expect(queryDatabase(databaseFile, early)).toEqual([]);
  });
});

describe('a full disk', () => {
  test.skipIf(!MAY_MOUNT)(
    'stops the service from taking anything in, not from living, and costs nothing that was there',
    async () => {
      const world = await openWorld();
      world.at(TUESDAY);
      const disk = mountSmallDisk(join(world.folder, 'disk'), statSync(prepared.file).size * 4);
      const databaseFile = join(disk.path, 'figures.sqlite');
      copyFileSync(prepared.file, databaseFile);
      const env = { ...world.env, DATABASE_FILE: databaseFile, LOG_LEVEL: 'error' };
      let duringFault: unknown;
      const life = await liveOnce({
        ...{ env, from: TUESDAY, until: WEDNESDAY },
        happenings: [
          {
            at: '2026-03-03T07:18:00.000Z',
            happen: () => {
              disk.fill();
              world.statbank.publishYear('07984', '2026');
            },
          },
          {
            at: '2026-03-03T12:00:00.000Z',
            happen: () => {
              duringFault = newestFigures(databaseFile);
              disk.enlarge();
            },
          },
        ],
      });
      expect(life.code).toBe(0);
      const failed = life.log.filter(({ event }) => event === 'schedule-failed');
      expect(failed.length).toBeGreaterThan(0);
      for (const { err } of failed) {
        expect(err).toMatchObject({
          message: `The disk that holds the database ${databaseFile} is full or failing.`,
          hint: expect.stringMatching(/^Make room on the disk/) as string,
        });
      }
      expect(duringFault).toEqual([{ period: '2025' }]);
      expect(damageOf(databaseFile)).toEqual([]);
      expect(newestFigures(databaseFile)).toEqual([{ period: '2026' }]);
      expect(queryDatabase(databaseFile, "SELECT id FROM job_run WHERE outcome = 'running'")).toEqual([]);
    },
  );
});
