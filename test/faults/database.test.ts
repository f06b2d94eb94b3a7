import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { databaseContent } from '../support/database/database-content.ts';
import { MAY_MOUNT, mountSmallDisk } from '../support/service/small-disk.ts';
import { ONE_YEAR, surveyFile } from '../support/survey-answers.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from '../support/world.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

/** A world whose database lies on a disk of its own, not much larger than itself. */
async function onSmallDisk() {
  const world = await openWorld();
  const disk = mountSmallDisk(join(world.folder, 'disk'), statSync(prepared.file).size + 1024 * 1024);
  const file = join(disk.path, 'figures.sqlite');
  copyFileSync(prepared.file, file);
  const survey = surveyFile(world.folder, ONE_YEAR);
  return { disk, file, survey, run: (...words: string[]) => runCli(words, { ...world.env, DATABASE_FILE: file }) };
}

describe.skipIf(!MAY_MOUNT)('a disk without room', () => {
  test('ends a command that writes with 5 and what to do, and costs nothing that was there', async () => {
    const { disk, file, survey, run } = await onSmallDisk();
    const before = databaseContent(file);
    disk.fill();
    const { exitCode, stdout, stderr } = await run('import', 'survey', survey);
    expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: '' });
    expect(stderr).toContain(`The disk that holds the database ${file} is full or failing.\nMake room on the disk`);
    disk.enlarge();
    expect(databaseContent(file)).toEqual(before);
    expect((await run('import', 'survey', survey)).exitCode).toBe(0);
  });
});

describe.skipIf(!MAY_MOUNT)('a disk that is closed for writing', () => {
  // A reader too has to write: where it reads, in the log of the database.
  test.each([['ingest'], ['import', 'survey', 'SURVEY'], ['status']])(
    'ends %s with 5, whose disk it is and what to do',
    async (...words) => {
      const { disk, file, survey, run } = await onSmallDisk();
      disk.close();
      const { exitCode, stderr } = await run(...words.map((word) => (word === 'SURVEY' ? survey : word)));
      expect(exitCode).toBe(5);
      expect(stderr).toContain(`The database ${file} cannot be`);
      expect(stderr).toContain('write access to the folder and the file, or set DATABASE_FILE.');
    },
  );
});
