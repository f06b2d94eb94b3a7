import { userInfo } from 'node:os';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFalseZeros, findZeroTroubles } from '../../../src/app/intake/false-zeros.ts';
import type { IngestReport } from '../../../src/app/intake/ingest.ts';
import { raiseNotices } from '../../../src/app/messages/raise-notices.ts';
import { readAcceptances } from '../../../src/store/intake/acceptances.ts';
import { listAlerts } from '../../../src/store/messages/outbox.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { failureOf } from '../../support/failure.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../../support/world.ts';

const THE_DAY_AFTER = '2026-03-03T10:00:00.000Z';
/** Long enough after a table is updated for every cache to have let go of what was there before. */
const ITS_EVENING = '2026-03-03T18:00:00.000Z';
const TWO_DAYS_AFTER = '2026-03-04T10:00:00.000Z';
const BAERUM = 'employment-rate:3201/2025';

/** What a figure is of, beside the region. */
const REST = {
  '06445': {},
  '07984': { ContentsCode: 'SysselsatteArb' },
  '14623': { Kjonn: 'F', OrgFormer: '_T', AntAnsatte: '99', AntEtabl: '00' },
} as const;

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

/** A world in which one figure, by table and region, has become a plain 0. */
async function worldWithZero(table: keyof typeof REST, region: string, period: string): Promise<World> {
  const world = await openWorld({ database: prepared.file });
  world.at(THE_DAY_AFTER);
  world.statbank.reviseCell(table, { ...REST[table], Region: region }, period, 0);
  await world.ingest();
  return world;
}

const only = ({ datasets }: IngestReport, id: string) => datasets.find(({ datasetId }) => datasetId === id);

function cell({ databaseFile }: World, dataset: string, region: string, period: string) {
  const rows = queryDatabase(
    databaseFile,
    `SELECT value, symbol, obs_status AS status FROM out_observation
     WHERE dataset = ? AND region_code LIKE '%' || ? AND period = ? AND in_use = 1`,
    ...[dataset, region, period],
  );
  return rows[0];
}

const waiting = (world: World) => world.with((app) => findFalseZeros(app).map(({ finding }) => finding));
const FALSE = { value: null, symbol: '0', status: 'O' };

describe('a 0 that means «not there yet»', () => {
  test.each<[string, keyof typeof REST, string, string, string, string, string]>([
    ['a share of a peer', '06445', '3201', '2025', 'employment-rate', '3201 Bærum', 'employment-rate'],
    ['a count of a peer', '07984', '4204', '2025', 'employed-total', '4204 Kristiansand', 'job-growth'],
    ['a count of the own municipality', '14623', '3301', '2025', 'new-enterprises', '3301 Drammen', 'new-enterprises'],
  ])('is missing, and operations hear whose it is: %s', async (_, table, code, period, dataset, place, indicator) => {
    const world = await worldWithZero(table, code, period);
    expect(cell(world, dataset, code, period)).toEqual(FALSE);
    const [said] = queryDatabase(
      world.databaseFile,
      'SELECT status, period, sentence, missing FROM out_status_now WHERE indicator_id = ?',
      indicator,
    );
    expect(said).toMatchObject({ status: 'insufficient', period });
    expect(said?.['sentence']).toContain(place.slice(5));
    const subject = `${dataset}:${code}/${period}`;
    const troubles = await world.with((app) => new Map(findZeroTroubles(app)));
    expect(troubles.get(`zero:${subject}`)).toEqual({
      ...{ kind: 'zero', dataset, place: place.slice(5), period, item: subject },
    });
  });

  test('is told once when it begins and once when it is over', async () => {
    const world = await worldWithZero('06445', '3201', '2025');
    const told = () =>
      world.with((app) => {
        raiseNotices(app);
        const about = listAlerts(app.store, 50).filter(({ subject }) => subject === `zero:${BAERUM}`);
        return about.map(({ kind }) => kind);
      });
    await told();
    expect(await told()).toEqual(['trouble']);
    world.at(TWO_DAYS_AFTER);
    world.statbank.reviseCell('06445', { Region: '3201' }, '2025', 66.1);
    await world.ingest({ jobs: ['employment'] });
    expect((await told()).toSorted()).toEqual(['trouble', 'trouble-over']);
  });
});

describe('a person who knows better', () => {
  test('accepts it: it is a figure then, also when the source says nothing new', async () => {
    const world = await worldWithZero('06445', '3201', '2025');
    world.at(ITS_EVENING);
    const report = await world.ingest({ jobs: ['employment'], accept: [BAERUM] });
    expect(only(report, 'employment-rate')).toMatchObject({ outcome: 'changed', revised: 1, withdrawn: 0 });
    expect(cell(world, 'employment-rate', '3201', '2025')).toEqual({ value: 0, symbol: null, status: 'A' });
    expect(await waiting(world)).toEqual([]);
  });

  test('is remembered, with what was accepted and when', async () => {
    const world = await worldWithZero('06445', '3201', '2025');
    world.at(ITS_EVENING);
    await world.ingest({ accept: [BAERUM] });
    const [newest] = queryDatabase(world.databaseFile, 'SELECT max(id) AS id FROM publication');
    expect(await world.with((app) => readAcceptances(app.store, ['employment-rate']))).toEqual([
      {
        ...{ datasetId: 'employment-rate', publicationId: newest?.['id'], zeros: { place: '3201', period: '2025' } },
        ...{ acceptedBy: userInfo().username, acceptedAt: ITS_EVENING },
        finding: 'employment-rate shows 0 for 3201 Bærum in 2025, which cannot be a figure, so it is taken as missing.',
      },
    ]);
  });

  test('need not say so again with the next publication', async () => {
    const world = await worldWithZero('06445', '3201', '2025');
    world.at(ITS_EVENING);
    await world.ingest({ accept: [BAERUM] });
    world.at(TWO_DAYS_AFTER);
    world.statbank.reviseCell('06445', { Region: '3301' }, '2025', 65.5);
    expect(only(await world.ingest(), 'employment-rate')).toMatchObject({ revised: 1, withdrawn: 0 });
    expect(cell(world, 'employment-rate', '3201', '2025')).toMatchObject({ value: 0 });
    expect(await world.with((app) => readAcceptances(app.store, ['employment-rate']))).toHaveLength(1);
  });

  test('may name the place by a code it had', async () => {
    const world = await worldWithZero('06445', '3024', '2023');
    expect(await waiting(world)).toEqual([expect.stringContaining('shows 0 for 3201 Bærum in 2023')]);
    world.at(ITS_EVENING);
    await world.ingest({ accept: ['employment-rate:3024/2023'] });
    expect(cell(world, 'employment-rate', '3024', '2023')).toMatchObject({ value: 0 });
  });

  test.each([
    ['a dataset', 'unemployment:3201/2025', "There is no dataset 'unemployment'.", 'Choose among'],
    ['a place', 'employment-rate:9999/2025', 'There is no place 9999 in employment-rate.', 'Its places are'],
    ['a period', 'employment-rate:3201/2031', 'There is no period 2031 in employment-rate.', 'Its periods are'],
    [
      'a zero',
      'employment-rate:3203/2025',
      'employment-rate has no 0 for 3203 in 2025 that is taken as missing.',
      'What waits to be accepted of employment-rate: employment-rate:3201/2025.',
    ],
  ])('is refused %s that is not there, and nothing is done', async (_, item, message, hint) => {
    const world = await worldWithZero('06445', '3201', '2025');
    const error = await failureOf(world.ingest({ accept: [item] }));
    expect(error).toMatchObject({ code: 'usage', message });
    expect(error).toHaveProperty('hint', expect.stringContaining(hint));
    expect(queryDatabase(world.databaseFile, 'SELECT count(*) AS runs FROM job_run')).toEqual([{ runs: 2 }]);
  });
});

describe('a reply in quarantine that a person accepts', () => {
  test('is remembered with the refusal, the publication, who and when', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(THE_DAY_AFTER);
    world.statbank.removeCode('08771', 'NACE2007', '05-09');
    await world.ingest({ jobs: ['skills'] });
    world.at(ITS_EVENING);
    await world.ingest({ jobs: ['skills'], accept: ['vacancies'] });
    const [accepted, ...more] = await world.with((app) => readAcceptances(app.store, ['vacancies']));
    expect(more).toEqual([]);
    expect(accepted).toMatchObject({ zeros: null, acceptedBy: userInfo().username, acceptedAt: ITS_EVENING });
    expect(accepted?.finding).toMatch(/^"08771: .*" no longer has the codes 05-09 of NACE2007\.$/);
  });

  test('is not remembered when there was nothing to accept', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(THE_DAY_AFTER);
    await world.ingest({ accept: ['vacancies'] });
    expect(await world.with((app) => readAcceptances(app.store, ['vacancies']))).toEqual([]);
  });

  test('stays there when its unit has changed: the job demands the unit', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(THE_DAY_AFTER);
    world.statbank.changeUnit('13931', 'UtslippCO2ekvival', 'tonn CO2-ekvivalenter');
    await world.ingest({ jobs: ['emissions'] });
    world.at(ITS_EVENING);
    const report = await world.ingest({ jobs: ['emissions'], accept: ['national-emissions'] });
    expect(only(report, 'national-emissions')).toMatchObject({ outcome: 'quarantined' });
    expect(only(report, 'national-emissions')?.message).toMatch(
      /^The unit of UtslippCO2ekvival in "13931: .*" has changed: .*this one cannot be accepted/,
    );
    expect(queryDatabase(world.databaseFile, 'SELECT * FROM acceptance')).toEqual([]);
  });
});

describe('a new table found by search', () => {
  const NEWEST = '2024-2026';

  /** The survey of the stand-in goes on in a table of its own, with the newest period and nothing else. */
  function continueInNewTable({ statbank }: World): void {
    statbank.replaceTable('13999', '14999');
    statbank.publishYear('14999', NEWEST);
    for (const old of ['2014-2016', '2016-2018', '2018-2020', '2020-2022', '2022-2024']) {
      statbank.removeCode('14999', 'Tid', old);
    }
  }
  const figures = ({ databaseFile }: World) =>
    queryDatabase(
      databaseFile,
      "SELECT period, value FROM out_observation WHERE dataset = 'product-innovation' ORDER BY year",
    ).map(({ period, value }) => `${String(period)} ${String(value)}`);

  test('goes on from the one before, period by period, and withdraws nothing', async () => {
    const world = await openWorld({ database: prepared.file });
    const before = figures(world);
    world.at(THE_DAY_AFTER);
    continueInNewTable(world);
    const report = await world.ingest({ jobs: ['innovation'] });
    expect(only(report, 'product-innovation')).toMatchObject({ errorCode: null, inserted: 1, withdrawn: 0 });
    expect(figures(world)).toEqual([...before, `${NEWEST} 13.3`]);
  });

  test('revises the period that both have, and is whole among its own', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(THE_DAY_AFTER);
    world.statbank.replaceTable('13999', '14999');
    world.statbank.reviseCell('14999', { ContentsCode: 'OmsProdInnov' }, '2022-2024', 12.8);
    const report = await world.ingest({ jobs: ['innovation'] });
    expect(only(report, 'product-innovation')).toMatchObject({ errorCode: null, revised: 1, withdrawn: 0 });
    world.at(TWO_DAYS_AFTER);
    world.statbank.removeCode('14999', 'Tid', '2014-2016');
    expect(only(await world.ingest({ jobs: ['innovation'] }), 'product-innovation')?.message).toContain(
      'no longer has the periods 2014-2016',
    );
  });

  test('keeps what had been published as the latest period, also where it has less', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(THE_DAY_AFTER);
    world.statbank.replaceTable('13999', '14999');
    world.statbank.removeCode('14999', 'Tid', '2022-2024');
    await world.ingest({ jobs: ['innovation'] });
    const rows = queryDatabase(
      world.databaseFile,
      `SELECT publication.table_id, time_period.code FROM publication JOIN dataset ON dataset.id = dataset_id
       JOIN time_period ON time_period.period = latest_period
       WHERE dataset.code = 'product-innovation' ORDER BY publication.id`,
    );
    expect(rows).toEqual([
      { table_id: '13999', code: '2022-2024' },
      { table_id: '14999', code: '2022-2024' },
    ]);
  });
});
