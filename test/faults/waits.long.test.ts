import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../../src/store/sqlite-driver.ts';
import { runCli } from '../support/cli.ts';
import { databaseContent } from '../support/database/database-content.ts';
import { ONE_YEAR, surveyFile } from '../support/survey-answers.ts';
import { openWorld, prepareDatabase } from '../support/world.ts';

/** What is waited for as long as it takes: half a minute of doing nothing each. */

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

describe('a slow source', () => {
  test('is waited for when its first byte comes after thirty seconds, as at eight in the morning', async () => {
    const world = await openWorld();
    await world.ingest({ jobs: ['employment'] });
    world.at('2026-03-03T10:00:00.000Z');
    world.statbank.reviseCell('06445', { Region: '3301' }, '2025', 66.6);
    world.at('2026-03-03T12:00:00.000Z');
    world.statbank.setMode('slow', { requests: 1, only: '/tables/06445/data' });
    const report = await world.ingest({ jobs: ['employment'], force: true });
    expect(report.datasets[0]).toMatchObject({ outcome: 'changed', revised: 1, errorCode: null });
  }, 120_000);
});

describe('a database that another program has locked', () => {
  test('is waited for, then ends a command with 5 and who must finish, and nothing is changed', async () => {
    const { file, remove } = await prepareDatabase({ now: new Date() });
    const world = await openWorld({ database: file });
    remove();
    const before = databaseContent(world.databaseFile);
    const other = new Database(world.databaseFile);
    other.exec('BEGIN IMMEDIATE');
    const { exitCode, stderr } = await runCli(['import', 'survey', surveyFile(world.folder, ONE_YEAR)], world.env);
    other.exec('ROLLBACK');
    other.close();
    expect(exitCode).toBe(5);
    expect(stderr).toContain(`En annen prosess skriver til databasen ${world.databaseFile}.`);
    expect(stderr).toContain('Vent til den andre kjøringen er ferdig, eller stopp den, og prøv igjen.');
    expect(databaseContent(world.databaseFile)).toEqual(before);
  }, 120_000);
});
