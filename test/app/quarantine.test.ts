import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IngestReport } from '../../src/app/intake/ingest.ts';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';

const THE_DAY_AFTER = '2026-03-03T10:00:00.000Z';
/** Long enough after a table is updated for every cache to have let go of what was there before. */
const ITS_EVENING = '2026-03-03T18:00:00.000Z';
const TWO_DAYS_AFTER = '2026-03-04T10:00:00.000Z';
/** Operations are told of what is refused, and what the table says of itself stands whatever becomes of its figures. */
const TRACES_OF_A_RUN = ['job_run', 'dataset_run', 'dataset', 'source_news', 'table_description', 'alert', 'delivery'];

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

interface Suspicion {
  readonly datasetId: string;
  readonly job: string;
  readonly happen: (world: World) => void;
  readonly message: RegExp;
  /** How many cells a person then takes in as new, revised and withdrawn. */
  readonly accepted: { readonly inserted: number; readonly revised: number; readonly withdrawn: number };
}

const SUSPICIONS: Readonly<Record<string, Suspicion>> = {
  'a code that is gone': {
    datasetId: 'vacancies',
    job: 'skills',
    happen: ({ statbank }) => statbank.removeCode('08771', 'NACE2007', '05-09'),
    message: /^"08771: .*" no longer has the codes 05-09 of NACE2007\./,
    accepted: { inserted: 0, revised: 0, withdrawn: 64 },
  },
  'a figure ten times what it was': {
    datasetId: 'employment-rate',
    job: 'employment',
    happen: ({ statbank }) => statbank.reviseCell('06445', { Region: '3301' }, '2025', 6540),
    message: /^A figure was revised by a factor of 10 or more: .*3301.* in 2025, 65\.4 → 6540\./,
    accepted: { inserted: 0, revised: 1, withdrawn: 0 },
  },
};

const cases = Object.entries(SUSPICIONS);

function only({ datasets }: IngestReport, datasetId: string) {
  return datasets.find((result) => result.datasetId === datasetId);
}

describe.each(cases)('%s', (_, { datasetId, job, happen, message, accepted }) => {
  test('is put in quarantine with its reason, and everything stays as it was', async () => {
    const world = await openWorld({ database: prepared.file });
    const before = databaseContent(world.databaseFile, TRACES_OF_A_RUN);
    world.at(THE_DAY_AFTER);
    happen(world);
    const report = await world.ingest({ jobs: [job] });
    const told = only(report, datasetId);
    expect(told).toMatchObject({ outcome: 'quarantined', errorCode: 'publication-quarantined' });
    expect(told?.message).toMatch(message);
    expect(told?.message).toContain('The last accepted publication stays in force.');
    expect(told?.message).toContain(`\`ingest --accept ${datasetId}\` takes the publication in.`);
    expect(databaseContent(world.databaseFile, TRACES_OF_A_RUN)).toEqual(before);
  });

  test('waits in quarantine, and is told of in every run until it is accepted', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(THE_DAY_AFTER);
    happen(world);
    await world.ingest({ jobs: [job] });
    world.at(TWO_DAYS_AFTER);
    expect(only(await world.ingest({ jobs: [job] }), datasetId)).toMatchObject({ outcome: 'quarantined' });
  });

  test('is taken in when it is accepted, and then is as any other', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(THE_DAY_AFTER);
    happen(world);
    await world.ingest({ jobs: [job] });
    world.at(ITS_EVENING);
    const report = await world.ingest({ jobs: [job], accept: [datasetId] });
    expect(only(report, datasetId)).toMatchObject({ errorCode: null, ...accepted });
    world.at(TWO_DAYS_AFTER);
    expect(await world.ingest({ jobs: [job] })).toMatchObject({ outcome: 'unchanged', requests: 1 });
    expect(await world.ingest({ jobs: [job], force: true })).toMatchObject({ outcome: 'unchanged' });
  });
});

test('a run in which every dataset of the job waits has failed', async () => {
  const world = await openWorld({ database: prepared.file });
  world.at(THE_DAY_AFTER);
  SUSPICIONS['a figure ten times what it was']?.happen(world);
  const report = await world.ingest({ jobs: ['employment'] });
  expect(report).toMatchObject({ outcome: 'failed', message: 'Every dataset failed.' });
  const [run] = queryDatabase(world.databaseFile, 'SELECT error_code, rejected FROM dataset_run WHERE job_run_id = 2');
  expect(run).toMatchObject({ error_code: 'publication-quarantined' });
});

test('accepting one dataset does not accept another', async () => {
  const world = await openWorld({ database: prepared.file });
  world.at(THE_DAY_AFTER);
  for (const [, { happen }] of cases.slice(1)) happen(world);
  const report = await world.ingest({ accept: ['vacancies'] });
  expect(only(report, 'vacancies')?.errorCode).toBeNull();
  expect(only(report, 'employment-rate')?.errorCode).toBe('publication-quarantined');
});
