import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CliResult } from '../support/cli.ts';
import { typeCommand } from '../support/command-line.ts';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import {
  openWorld,
  prepareDatabase,
  type PreparedDatabase,
  SAMPLE_EMISSIONS,
  SAMPLE_SURVEY,
  type World,
} from '../support/world.ts';
import { HEADER, workbook } from '../files/made-workbook.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

const afterFirstRun = () => openWorld({ database: prepared.file });

function importing(world: World, kind: string, file: string, ...flags: readonly string[]): Promise<CliResult> {
  return typeCommand(['import', kind, file, ...flags], world.env);
}

function writtenTo({ folder }: World, name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

function statusOf(world: World, indicatorId: string) {
  const sql = 'SELECT status, cause, period, value FROM out_status_now WHERE indicator_id = ?';
  return queryDatabase(world.databaseFile, sql, indicatorId)[0];
}

describe('the survey', () => {
  test('makes its indicators measured, each with its ambition judged', async () => {
    const world = await afterFirstRun();
    const { exitCode, stdout } = await importing(world, 'survey', SAMPLE_SURVEY);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^survey: 16 nye tall, 0 endrede, 0 som er gått ut, 0 uendrede\.\nEndret status:\n/);
    expect(statusOf(world, 'business-satisfaction')).toEqual({
      ...{ status: 'on-track', cause: 'new-period', period: '2025', value: 60.1 },
    });
    expect(statusOf(world, 'business-perception')).toMatchObject({ status: 'off-track', value: 62.7 });
  });

  test('handed in a second time is told apart by its bytes and changes nothing', async () => {
    const world = await afterFirstRun();
    await importing(world, 'survey', SAMPLE_SURVEY);
    const before = databaseContent(world.databaseFile, ['job_run']);
    const copy = writtenTo(world, 'another-name.csv', readFileSync(SAMPLE_SURVEY));
    const { exitCode, stdout } = await importing(world, 'survey', copy);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^survey: Uendret: akkurat denne filen ble lest inn .+ som oppdiktet-naeringslivs.+\.csv\.\n/,
    );
    expect(databaseContent(world.databaseFile, ['job_run'])).toEqual(before);
  });

  test('handed in again after another file has changed its figures is taken in again', async () => {
    const world = await afterFirstRun();
    const [first, second] = [59.1, 58.1].map((value) =>
      writtenTo(world, `${value}.csv`, `indicator;year;value\nbusiness-satisfaction;2025;${value}\n`),
    );
    for (const file of [first, second, first]) expect((await importing(world, 'survey', file ?? '')).exitCode).toBe(0);
    const figures = "SELECT value FROM out_observation WHERE dataset = 'survey'";
    expect(queryDatabase(world.databaseFile, figures)).toEqual([{ value: 59.1 }]);
  });

  test('of one year leaves earlier years as they are', async () => {
    const world = await afterFirstRun();
    await importing(world, 'survey', SAMPLE_SURVEY);
    const nextYear = writtenTo(world, 'next.csv', 'indicator;year;value\nbusiness-satisfaction;2026;61,5\n');
    const { stdout } = await importing(world, 'survey', nextYear);
    expect(stdout).toMatch(/^survey: 1 nye tall, 0 endrede, 0 som er gått ut, 16 uendrede\.\n/);
    expect(statusOf(world, 'business-satisfaction')).toMatchObject({ period: '2026', value: 61.5, status: 'on-track' });
    // The survey has a 2026, in which the other question has no answer.
    expect(statusOf(world, 'business-perception')).toMatchObject({
      period: '2026',
      value: null,
      status: 'insufficient',
    });
    const years = queryDatabase(
      world.databaseFile,
      `SELECT period FROM out_observation WHERE dataset = 'survey' AND value IS NOT NULL
       AND series_key LIKE '%business-satisfaction%' AND series_key LIKE '%value%' ORDER BY period`,
    );
    expect(years.map(({ period }) => period)).toEqual(['2022', '2023', '2024', '2025', '2026']);
  });

  test('with a corrected figure is a revision', async () => {
    const world = await afterFirstRun();
    await importing(world, 'survey', SAMPLE_SURVEY);
    const corrected = writtenTo(world, 'corrected.csv', 'indicator;year;value\nbusiness-satisfaction;2025;58,1\n');
    const { stdout } = await importing(world, 'survey', corrected);
    expect(stdout).toMatch(/^survey: 0 nye tall, 1 endrede, 0 som er gått ut, 15 uendrede\.\n/);
    expect(statusOf(world, 'business-satisfaction')).toMatchObject({ status: 'off-track', cause: 'revision' });
  });

  test('previewed shows what would change and changes nothing', async () => {
    const world = await afterFirstRun();
    const before = databaseContent(world.databaseFile);
    const { exitCode, stdout } = await importing(world, 'survey', SAMPLE_SURVEY, '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Lest inn ville filen gi: 16 nye tall, 0 endrede, 0 som går ut, 0 uendrede.');
    expect(stdout).toContain('(business-satisfaction): ·\u00A0Ikke målt → ✓\u00A0Oppfylt 60,1 (2025)');
    expect(databaseContent(world.databaseFile)).toEqual(before);
  });
});

describe("Miljødirektoratet's workbook", () => {
  test('takes the place of the national figures, and the assessment says that its source was switched', async () => {
    const world = await afterFirstRun();
    const { exitCode, stdout } = await importing(world, 'municipal-emissions', SAMPLE_EMISSIONS);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^municipal-emissions: \d+ nye tall, 0 endrede, 0 som er gått ut, 0 uendrede\.\n/);
    expect(statusOf(world, 'business-emissions')).toMatchObject({ status: 'on-track', cause: 'source-switched' });
    const [said] = queryDatabase(
      world.databaseFile,
      "SELECT coverage, flags FROM assessment WHERE indicator_id = 'business-emissions' ORDER BY id DESC",
    );
    expect(said).toEqual({ coverage: 'municipality', flags: '[]' });
  });

  test('previewed changes nothing', async () => {
    const world = await afterFirstRun();
    const before = databaseContent(world.databaseFile);
    const { stdout } = await importing(world, 'municipal-emissions', SAMPLE_EMISSIONS, '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, revised: 0, withdrawn: 0 });
    expect(databaseContent(world.databaseFile)).toEqual(before);
  });
});

describe('a file that is refused ends with 4, says where and why, and changes nothing', () => {
  const TOLD_TO_OPERATIONS = ['alert', 'delivery'];
  const head = 'indicator;year;value\n';

  test.each([
    ['the same year twice', `${head}business-satisfaction;2025;60\nbusiness-satisfaction;2025;61\n`, /linje 3.*2025/i],
    ['text for a number', `${head}business-satisfaction;2025;sixty\n`, /linje 2.*sixty/i],
    [
      'an unknown indicator',
      `${head}business-satisfction;2025;60\n`,
      /^- Linje 2: indikatoren «business-satisfction» er ikke blant .* den nærmeste er «business-satisfaction»/m,
    ],
    [
      'another separator',
      'indicator|year|value\nbusiness-satisfaction|2025|60\n',
      /delt med semikolon, komma eller tabulator/,
    ],
    ['a column missing', 'indicator;year\nbusiness-satisfaction;2025\n', /kolonnen «value» mangler/],
    ['nothing', '', /den er tom/],
  ])('a survey with %s', async (_, content, message) => {
    const world = await afterFirstRun();
    const before = databaseContent(world.databaseFile, TOLD_TO_OPERATIONS);
    const { exitCode, stdout, stderr } = await importing(world, 'survey', writtenTo(world, 'answers.csv', content));
    expect(exitCode).toBe(4);
    expect(stdout).toBe('');
    expect(stderr).toContain('answers.csv');
    expect(stderr).toMatch(message);
    expect(databaseContent(world.databaseFile, TOLD_TO_OPERATIONS)).toEqual(before);
  });

  test('a workbook without the sheet', async () => {
    const world = await afterFirstRun();
    const before = databaseContent(world.databaseFile, TOLD_TO_OPERATIONS);
    const file = writtenTo(world, 'emissions.xlsx', await workbook({ 'Et annet ark': [HEADER] }));
    const { exitCode, stderr } = await importing(world, 'municipal-emissions', file);
    expect(exitCode).toBe(4);
    expect(stderr).toContain('Oversikt - detaljert');
    expect(stderr).toContain('Et annet ark');
    expect(databaseContent(world.databaseFile, TOLD_TO_OPERATIONS)).toEqual(before);
  });

  test('a file that is not there', async () => {
    const world = await afterFirstRun();
    const { exitCode, stderr } = await importing(world, 'survey', '/nowhere/answers.csv');
    expect(exitCode).toBe(4);
    expect(stderr).toBe(
      'Filen /nowhere/answers.csv kan ikke leses.\nSe etter at stien er rett, og at denne brukeren har lov til å lese filen.\n',
    );
  });
});
