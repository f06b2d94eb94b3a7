import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import type { AssessmentResult } from '../../../src/app/assess/assess.ts';
import type { IngestReport } from '../../../src/app/intake/ingest.ts';
import { Database } from '../../../src/store/sqlite-driver.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { databaseContent, queryDatabase } from '../../support/database/database-content.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from '../../support/world.ts';

const THE_DAY_AFTER = '2026-03-03T10:00:00.000Z';
/** Where a run leaves a trace even when it found nothing: its own rows, and when a dataset was last asked about. */
const TRACES_OF_A_RUN = ['job_run', 'dataset_run', 'dataset', 'source_news'];

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const afterFirstRun = () => openWorld({ database: prepared.file });
const datasetIds = jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id));

function outcomes({ datasets }: IngestReport): Readonly<Record<string, string>> {
  return Object.fromEntries(datasets.map(({ datasetId, outcome }) => [datasetId, outcome]));
}

function changed({ assessments }: IngestReport): readonly (string | null)[][] {
  return assessments.filter(({ cause }) => cause !== null).map(({ next, cause }) => [next.indicatorId, cause]);
}

function resultOf({ assessments }: IngestReport, indicatorId: string): AssessmentResult {
  const found = assessments.find(({ next }) => next.indicatorId === indicatorId);
  if (found === undefined) throw new Error(`no indicator ${indicatorId}`);
  return found;
}

describe('the first run', () => {
  test('takes in every dataset of every job', async () => {
    const world = await openWorld();
    const report = await world.ingest();
    expect(report.outcome).toBe('succeeded');
    expect(outcomes(report)).toEqual(Object.fromEntries(datasetIds.map((id) => [id, 'changed'])));
    const stored = queryDatabase(world.databaseFile, 'SELECT DISTINCT dataset FROM out_observation ORDER BY dataset');
    expect(stored.map(({ dataset }) => dataset)).toEqual(datasetIds.toSorted());
  });

  test.each([
    ['industry-diversity', 'on-track', '2025', 'municipality', []],
    ['skills-gap', 'ambition-not-set', '2025', 'municipality', ['proxy']],
    ['business-satisfaction', 'not-measured', null, null, []],
    ['business-perception', 'not-measured', null, null, []],
    ['business-emissions', 'on-track', '2024', 'national', ['proxy']],
    ['product-innovation', 'off-track', '2022-2024', 'national', ['proxy']],
    ['job-growth', 'on-track', '2025', 'municipality', []],
    ['new-enterprises', 'partly-met', '2025', 'municipality', []],
    ['employment-rate', 'stable', '2025', 'municipality', []],
  ])('says of %s: %s, %s, %s, %j', (id, status, period, coverage, flags) => {
    const [said] = queryDatabase(prepared.file, 'SELECT * FROM assessment WHERE indicator_id = ?', id);
    expect(said).toMatchObject({ status, period, coverage, cause: 'first-assessment' });
    const kept = (JSON.parse(String(said?.['flags'])) as string[]).filter((flag) => flag !== 'within-variation');
    expect(kept).toEqual(flags);
  });

  test('tells of what is measured, and not of what is not', () => {
    const told = queryDatabase(
      prepared.file,
      'SELECT indicator_id FROM alert JOIN assessment ON assessment.id = alert.assessment_id',
    );
    expect(told.map(({ indicator_id }) => indicator_id)).not.toContain('business-satisfaction');
    expect(told).toHaveLength(7);
  });
});

/** Changes one figure of a region in a way that no run is told of. */
function changeBehindItsBack(databaseFile: string, region: string): void {
  const database = new Database(databaseFile);
  database
    .prepare(
      `UPDATE observation SET value = value + 1 WHERE (series_id, period) = (
         SELECT series_id, period FROM observation JOIN series ON series.id = series_id
         JOIN dataset ON dataset.id = dataset_id JOIN category ON category.id = region_id
         WHERE dataset.code = 'employment-rate' AND category.code = ? AND value IS NOT NULL LIMIT 1)`,
    )
    .run(region);
  database.close();
}

describe('a run when nothing has been published', () => {
  test('asks one question', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    const report = await world.ingest();
    expect(report).toMatchObject({ outcome: 'unchanged', requests: 1 });
    expect(world.statbank.requests.map(({ path }) => path)).toEqual(['/api/pxwebapi/v2/tables']);
  });

  test('changes no row but those of runs', async () => {
    const world = await afterFirstRun();
    const before = databaseContent(world.databaseFile, TRACES_OF_A_RUN);
    world.at(THE_DAY_AFTER);
    await world.ingest();
    expect(databaseContent(world.databaseFile, TRACES_OF_A_RUN)).toEqual(before);
    const [last] = queryDatabase(world.databaseFile, 'SELECT * FROM job_run ORDER BY id DESC');
    expect(last).toMatchObject({ id: 2, outcome: 'unchanged', requests: 1, started_at: THE_DAY_AFTER });
  });

  test('forced, reads every dataset and finds the same', async () => {
    const world = await afterFirstRun();
    const before = databaseContent(world.databaseFile, TRACES_OF_A_RUN);
    world.at(THE_DAY_AFTER);
    const report = await world.ingest({ force: true });
    expect(report.outcome).toBe('unchanged');
    const dataAsked = world.statbank.requests.filter(({ path }) => path.endsWith('/data'));
    expect(dataAsked).toHaveLength(datasetIds.length);
    expect(databaseContent(world.databaseFile, TRACES_OF_A_RUN)).toEqual(before);
  });

  test('forced, compares every figure, and puts right one that was changed behind its back', async () => {
    const world = await afterFirstRun();
    changeBehindItsBack(world.databaseFile, '4601');
    world.at(THE_DAY_AFTER);
    const usual = await world.ingest({ jobs: ['employment'] });
    const forced = await world.ingest({ jobs: ['employment'], force: true });
    const again = await world.ingest({ jobs: ['employment'], force: true });
    expect(usual.datasets[0]).toMatchObject({ outcome: 'unchanged' });
    expect(forced.datasets[0]).toMatchObject({ outcome: 'changed', inserted: 0, revised: 1, withdrawn: 0 });
    expect(again.datasets[0]).toMatchObject({ outcome: 'unchanged' });
  });

  test('of one job asks about that job alone', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    const report = await world.ingest({ jobs: ['employment'] });
    expect(report.datasets.map(({ datasetId }) => datasetId)).toEqual(['employment-rate']);
  });
});

describe('news at the source', () => {
  test('a new year is read, and only from the table that has it', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    world.statbank.publishYear('07984', '2026');
    const report = await world.ingest();
    const fromTable = ['employed-by-industry', 'employed-total'];
    const isChanged = (id: string) => (fromTable.includes(id) ? 'changed' : 'unchanged');
    expect(outcomes(report)).toEqual(Object.fromEntries(datasetIds.map((id) => [id, isChanged(id)])));
    expect(changed(report)).toEqual([
      ['industry-diversity', 'new-period'],
      ['job-growth', 'new-period'],
    ]);
    expect(resultOf(report, 'job-growth').next).toMatchObject({ period: '2026', status: 'off-track' });
  });

  test('a revised figure of the own municipality is a revision, kept with the figure it replaced', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    world.statbank.reviseCell('06445', { Region: '3301' }, '2025', 70.4);
    const report = await world.ingest();
    expect(changed(report)).toEqual([['employment-rate', 'revision']]);
    const { next } = resultOf(report, 'employment-rate');
    expect(next.flags).toContain('revised');
    expect(next.evidence.observations).toContainEqual(
      expect.objectContaining({ role: 'own', period: '2025', value: 70.4 }),
    );
    const revisions = queryDatabase(
      world.databaseFile,
      'SELECT dataset, period, value_before, value_after FROM out_revision',
    );
    expect(revisions).toEqual([{ dataset: 'employment-rate', period: '2025', value_before: 65.4, value_after: 70.4 }]);
  });

  test('the first of a year is compared figure by figure, and finds what a digest had hidden', async () => {
    const world = await afterFirstRun();
    changeBehindItsBack(world.databaseFile, '4601');
    const revise = async (day: string, value: number) => {
      world.at(day);
      world.statbank.reviseCell('06445', { Region: '3301' }, '2025', value);
      return (await world.ingest({ jobs: ['employment'] })).datasets[0];
    };
    expect(await revise(THE_DAY_AFTER, 70.4)).toMatchObject({ outcome: 'changed', revised: 1 });
    expect(await revise('2027-01-05T10:00:00.000Z', 70.5)).toMatchObject({ outcome: 'changed', revised: 2 });
    expect(await revise('2027-01-06T10:00:00.000Z', 70.6)).toMatchObject({ outcome: 'changed', revised: 1 });
  });

  test('a revised figure of a peer is a peer revision', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    world.statbank.reviseCell('06445', { Region: '4601' }, '2025', 71.9);
    expect(changed(await world.ingest())).toEqual([['employment-rate', 'peer-revision']]);
  });

  test('a revised figure that no indicator uses changes no assessment', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    world.statbank.reviseCell('06445', { Region: '4601' }, '2010', 71.9);
    const report = await world.ingest();
    expect(outcomes(report)['employment-rate']).toBe('changed');
    expect(changed(report)).toEqual([]);
  });

  test('a survey table replaced by another is found again', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    world.statbank.replaceTable('13999', '14999');
    world.statbank.publishYear('14999', '2024-2026');
    const report = await world.ingest();
    expect(outcomes(report)['product-innovation']).toBe('changed');
    expect(resultOf(report, 'product-innovation').next).toMatchObject({ period: '2024-2026' });
    expect(resultOf(report, 'product-innovation').next.evidence.publication?.table).toBe('14999');
  });
});

describe('changed settings', () => {
  const withoutSkien = ['peers.yaml', "members: ['4001', '4003']", "members: ['4001']"] as const;
  const withPorsgrunn = [
    'peers.yaml',
    "name: Moss, members: ['3103']",
    "name: Moss, members: ['3103', '4001']",
  ] as const;
  const withOslo = ['peers.yaml', "name: Moss, members: ['3103']", "name: Moss, members: ['3103', '0301']"] as const;
  const withoutPorsgrunn = ['peers.yaml', "members: ['4001', '4003']", "members: ['4003']"] as const;
  const NUMBERS_OF_SKIEN =
    "SELECT count(*) AS numbers FROM out_observation WHERE series_key LIKE '%K.4003%' AND value IS NOT NULL";

  test('a peer taken in is another question: the figures are read though no table has changed', async () => {
    const world = await openWorld();
    await world.ingest({ jobs: ['jobs', 'emissions'] }, copyConfig(withoutSkien));
    world.at(THE_DAY_AFTER);
    const report = await world.ingest({ jobs: ['jobs', 'emissions'] });
    expect(outcomes(report)).toMatchObject({ 'employed-total': 'changed', 'national-emissions': 'unchanged' });
    expect(changed(report)).toContainEqual(['job-growth', 'peers-changed']);
    expect(queryDatabase(world.databaseFile, NUMBERS_OF_SKIEN)).toEqual([{ numbers: 18 }]);
  });

  test('a peer left out is gone from the comparison and kept among the figures', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    const report = await world.ingest({ jobs: ['jobs'] }, copyConfig(withoutSkien));
    expect(changed(report)).toContainEqual(['job-growth', 'peers-changed']);
    const used = resultOf(report, 'job-growth').next.evidence.observations.map(({ series }) => series);
    expect(used.filter((series) => series.includes('4003'))).toEqual([]);
    expect(queryDatabase(world.databaseFile, NUMBERS_OF_SKIEN)).not.toEqual([{ numbers: 0 }]);
  });

  test('a peer whose figures are known already costs no further request', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    const report = await world.ingest({}, copyConfig(withPorsgrunn, withoutPorsgrunn));
    expect(report.requests).toBe(1);
    expect(changed(report)).toEqual([
      ['job-growth', 'peers-changed'],
      ['new-enterprises', 'peers-changed'],
    ]);
  });

  test('a peer of another group is asked for only where an indicator compares with it', async () => {
    const world = await afterFirstRun();
    world.at(THE_DAY_AFTER);
    const report = await world.ingest({}, copyConfig(withOslo));
    expect(outcomes(report)).toMatchObject({ 'employed-total': 'changed', 'employment-rate': 'unchanged' });
    expect(report.datasets.find(({ datasetId }) => datasetId === 'employment-rate')?.requests).toBe(0);
    expect(report.datasets.map(({ withdrawn }) => withdrawn)).toEqual(report.datasets.map(() => 0));
    expect(changed(report)).toContainEqual(['job-growth', 'peers-changed']);
  });
});
