import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IngestReport } from '../../src/app/intake/ingest.ts';
import type { DatasetResult } from '../../src/model/run.ts';
import type { ModeName } from '../statbank/controls/modes.ts';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import { failureOf } from '../support/failure.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';

const THE_DAY_AFTER = '2026-03-03T10:00:00.000Z';
/** Operations are told of what is refused. */
const TRACES_OF_A_RUN = ['job_run', 'dataset_run', 'dataset', 'source_news', 'alert', 'delivery'];

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const afterFirstRun = () => openWorld({ database: prepared.file });

function resultOf({ datasets }: IngestReport, id: string): DatasetResult {
  const found = datasets.find(({ datasetId }) => datasetId === id);
  if (found === undefined) throw new Error(`no dataset ${id}`);
  return found;
}

/** Reads two datasets again and expects that only the named one fails, and that nothing but the run is on record. */
async function expectRefused(world: World, datasetId: string, refusal: { code: string; message: string | RegExp }) {
  world.at(THE_DAY_AFTER);
  const before = databaseContent(world.databaseFile, TRACES_OF_A_RUN);
  const report = await world.ingest({ force: true, jobs: ['employment', 'emissions'] });
  expect(resultOf(report, datasetId)).toMatchObject({
    errorCode: refusal.code,
    message: expect.stringMatching(refusal.message) as string,
  });
  expect(report.datasets.map(({ errorCode }) => errorCode)).toEqual([refusal.code, null]);
  expect(report).toMatchObject({ outcome: 'partial', message: `${datasetId} failed, the rest are in.` });
  expect(databaseContent(world.databaseFile, TRACES_OF_A_RUN)).toEqual(before);
}

describe('an answer that is no dataset is refused, and the figures in force stay', () => {
  test.each<[ModeName, string, string, RegExp]>([
    ['error-body-200', 'data', 'source-contract', /^The data of table 06445 is an error body: "Non-existent value"\./],
    ['truncated', 'data', 'source-contract', /^The data of table 06445 breaks off after \d+ bytes\./],
    ['short-values', 'data', 'source-contract', /^"06445: .*" has 861 cells \(.*\) but its "value" has 860\./],
    ['cut-connection', 'data', 'source-unavailable', /the connection was broken \(ECONNRESET\)\. Check the network/],
    [
      'maintenance',
      'data',
      'source-unavailable',
      /^The data of table 06445 is unavailable at the moment \(503\)\. Wait and/,
    ],
    [
      'server-error',
      'data',
      'source-unavailable',
      /^The data of table 06445 is unavailable at the moment \(500\)\. Wait and/,
    ],
  ])('%s for its %s', async (mode, part, code, message) => {
    const world = await afterFirstRun();
    world.statbank.setMode(mode, { only: `06445/${part}` });
    await expectRefused(world, 'employment-rate', { code, message });
  });

  test('malformed JSON', async () => {
    const rewrite = (body: string, path: string) => (path.includes('06445/data') ? body.replace('[', '[,') : body);
    const world = await openWorld({ database: prepared.file, rewrite });
    await expectRefused(world, 'employment-rate', { code: 'source-contract', message: /^The data of table 06445 / });
  });

  test('another code than the one asked for', async () => {
    const rewrite = (body: string, path: string) =>
      path.includes('06445/data') ? body.replaceAll('"3301"', '"9999"') : body;
    const world = await openWorld({ database: prepared.file, rewrite });
    await expectRefused(world, 'employment-rate', {
      code: 'source-contract',
      message: /lacks codes of Region that were asked for: 3301\. Nothing was taken in\./,
    });
  });

  test('the national total, where municipalities were asked for', async () => {
    const rewrite = (body: string, path: string) => (path.includes('06445/data') ? nationalTotal(body) : body);
    const world = await openWorld({ database: prepared.file, rewrite });
    await expectRefused(world, 'employment-rate', { code: 'source-contract', message: /"?Region"?/ });
  });
});

/** The reply as SSB gives it when the selection of Region comes through empty: the dimension is summed away. */
function nationalTotal(body: string): string {
  const document = JSON.parse(body) as Record<string, unknown> & {
    id: string[];
    size: number[];
    value: unknown[];
    dimension: object;
    role: object;
  };
  const [regions = 1, ...size] = document.size;
  const without = (key: string, object: object) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  const dimension = without('Region', document.dimension);
  const role = without('geo', document.role);
  return JSON.stringify({
    ...{ ...document, id: document.id.slice(1), size, dimension, role },
    value: document.value.slice(0, document.value.length / regions),
  });
}

describe('a table that no longer offers what is asked for', () => {
  test.each([
    ['Kjonn', '0', /no 0 in Kjonn \(nearest: 2\)/],
    ['Alder', '15-74', /no 15-74 in Alder \(nearest: 15-19\)/],
    ['Region', '3301', /no 3301 \(Drammen\) in Region \(nearest: 0301\)/],
  ])('says of %s that %s is missing, and what comes nearest', async (variable, code, missing) => {
    const world = await afterFirstRun();
    world.statbank.removeCode('06445', variable, code);
    await expectRefused(world, 'employment-rate', { code: 'query-misfit', message: missing });
  });

  test('says that a percentage is no longer one', async () => {
    const world = await afterFirstRun();
    world.statbank.changeUnit('06445', 'Sysselsatte', 'promille');
    const message = /Sysselsatte is published in promille, and not as a percentage\. Compare the dataset in jobs\//;
    await expectRefused(world, 'employment-rate', { code: 'query-misfit', message });
  });

  test('is asked in the next way that the dataset knows, and the assessment says that its source was switched', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    world.statbank.removeCode('07984', 'Region', 'K.3105');
    const report = await world.ingest();
    expect(resultOf(report, 'employed-total')).toMatchObject({ outcome: 'changed', errorCode: null });
    const { next, cause } = report.assessments.find(({ rules }) => rules.definition.id === 'job-growth')!;
    expect({ cause, status: next.status, alternative: next.evidence.publication?.alternative }).toEqual({
      ...{ cause: 'source-switched', status: 'on-track', alternative: 'municipality-divisions' },
    });
  });
});

describe('a dataset that fails', () => {
  test('does not keep the others from being taken in', async () => {
    const world = await openWorld();
    world.statbank.setMode('error-body-200', { only: '06445' });
    const report = await world.ingest();
    expect(report.outcome).toBe('partial');
    expect(report.datasets.filter(({ outcome }) => outcome === 'changed')).toHaveLength(9);
    const employment = report.assessments.find(({ rules }) => rules.definition.id === 'employment-rate');
    expect(employment?.next.status).toBe('not-measured');
  });

  test('is asked for again in the next run, though nothing has been published since', async () => {
    const world = await openWorld();
    world.statbank.setMode('error-body-200', { only: '06445' });
    await world.ingest();
    world.statbank.setMode('normal');
    world.at(THE_DAY_AFTER);
    const report = await world.ingest();
    expect(report.datasets.filter(({ outcome }) => outcome === 'changed').map(({ datasetId }) => datasetId)).toEqual([
      'employment-rate',
    ]);
    expect(report.assessments.find(({ rules }) => rules.definition.id === 'employment-rate')?.next.status).toBe(
      'stable',
    );
  });
});

describe('a source out of reach', () => {
  test.each<[ModeName, string, string]>([
    ['maintenance', 'source-unavailable', 'The list of tables is unavailable at the moment (503).'],
    [
      'html-200',
      'source-unavailable',
      'The list of tables was answered with a web page instead of JSON, as by a proxy on the way, a filter, or a network that wants a log-in.',
    ],
  ])('(%s) is told once, and every indicator is assessed nevertheless', async (mode, code, message) => {
    const world = await afterFirstRun();
    world.at('2027-06-01T10:00:00.000Z');
    world.statbank.setMode(mode);
    expect(await failureOf(world.ingest())).toMatchObject({ code, message });
    const [run] = queryDatabase(world.databaseFile, 'SELECT outcome, message FROM job_run WHERE id = 2');
    expect(run).toEqual({ outcome: 'failed', message: expect.stringContaining(message) as string });
    const said = queryDatabase(world.databaseFile, 'SELECT flags FROM assessment WHERE job_run_id = 2');
    expect(said).toContainEqual({ flags: expect.stringContaining('stale') as string });
  });
});

describe('a period that is there before its figures are', () => {
  test.each<ModeName>(['pre-release', 'pre-release-zero'])('(%s) changes nothing that is said', async (mode) => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    world.statbank.setMode(mode);
    const report = await world.ingest({ force: true });
    expect(report.datasets.filter(({ errorCode }) => errorCode !== null)).toEqual([]);
    expect(report.assessments.filter(({ cause }) => cause !== null)).toEqual([]);
  });

  test.each<ModeName>(['pre-release', 'pre-release-zero'])('(%s) is news when the figures come', async (mode) => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    world.statbank.setMode(mode, { tables: ['06445'] });
    await world.ingest({ force: true, jobs: ['employment'] });
    world.at('2026-03-04T10:00:00.000Z');
    world.statbank.setMode('normal');
    world.statbank.publishYear('06445', '2026');
    const report = await world.ingest();
    const { next, cause } = report.assessments.find(({ rules }) => rules.definition.id === 'employment-rate')!;
    expect({ cause, period: next.period, flags: next.flags }).toEqual({
      cause: 'new-period',
      period: '2026',
      flags: [],
    });
    expect(queryDatabase(world.databaseFile, 'SELECT id FROM assessment WHERE job_run_id = 2')).toEqual([]);
  });
});
