import nock from 'nock';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import type { DatasetDefinition } from '../../src/model/data/job.ts';
import type { FetchedDataset } from '../../src/model/data/retrieval.ts';
import { findChangedTables } from '../../src/source/describe/changed-tables.ts';
import { fetchDataset } from '../../src/source/fetch-dataset.ts';
import { readReplies, readReply } from '../../src/source/read-replies.ts';
import { createKlassClient } from '../../src/source/ask/klass-client.ts';
import { createSsbClient, type SsbClient } from '../../src/source/ask/ssb-client.ts';
import { startStatbank, type Statbank } from '../statbank/server.ts';
import type { StatbankOptions } from '../statbank/state.ts';
import { failureOfCall } from './support/error.ts';
import { GEOGRAPHY } from './support/geography.ts';
import { type FakePace, fakePace } from './support/pace.ts';

const START = '2026-03-02T10:00:00Z';
const running: Statbank[] = [];

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

afterEach(async () => {
  await Promise.all(running.splice(0).map((statbank) => statbank.close()));
});

interface World {
  readonly statbank: Statbank;
  readonly client: SsbClient;
  readonly pace: FakePace;
}

/** The stand-in and a client; whoever sleeps moves the clock of both. */
async function open(options: StatbankOptions = {}): Promise<World> {
  const statbank = await startStatbank({ rateLimit: 'off', now: START, ...options });
  running.push(statbank);
  const clock = fakePace(START);
  const pace: FakePace = {
    ...clock,
    sleep: async (ms) => {
      await clock.sleep(ms);
      statbank.setNow(clock.now().toISOString());
    },
  };
  return { statbank, pace, client: createSsbClient({ baseUrl: statbank.url, ...pace }) };
}

function dataset(id: string): DatasetDefinition {
  const found = jobs.flatMap(({ datasets }) => datasets).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no dataset ${id} in jobs/`);
  return found;
}

function fetch({ client, pace }: World, id: string): Promise<FetchedDataset> {
  return fetchDataset(client, dataset(id), GEOGRAPHY, { now: pace.now });
}

const EXPECTED: readonly (readonly [id: string, table: string, alternative: string])[] = [
  ['employed-by-industry', '07984', 'municipalities-today'],
  ['employed-by-industry-rounded', '13470', 'municipalities-today'],
  ['employed-total', '07984', 'municipalities-today'],
  ['employment-rate', '06445', 'municipality-divisions'],
  ['new-enterprises', '14623', 'municipalities-today'],
  ['establishments', '10309', 'municipalities-today'],
  ['national-emissions', '13931', 'national'],
  ['product-innovation', '13999', 'national'],
  ['education-level', '09429', 'municipality-divisions'],
  ['vacancies', '08771', 'national'],
];

describe('every dataset of the jobs', () => {
  test.each(EXPECTED)('%s comes from table %s as %s, with one request for data', async (id, table, alternative) => {
    const world = await open();
    const retrieved = await fetch(world, id);
    expect(retrieved).toMatchObject({ table, alternative });
    expect(world.statbank.requests.filter(({ path }) => path.endsWith('/data'))).toHaveLength(1);
    expect(world.statbank.requests.map(({ status }) => status)).not.toContain(400);
  });

  test('is in the table above', () => {
    const ids = jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id));
    expect(EXPECTED.map(([id]) => id).sort()).toEqual(ids.sort());
  });
});

describe('when SSB differs from what was expected', () => {
  test('a table without code lists gives the raw codes of every division', async () => {
    const retrieved = await fetch(await open({ codeLists: false }), 'employed-by-industry');
    expect(retrieved.alternative).toBe('municipality-divisions');
    expect(retrieved.alternativeReason).toContain('no code list agg_KommSummerS for Region');
    expect(retrieved.expected['Region']).toEqual(['3301', '0602', '0711', '3005']);
  });

  test('a code list that holds a peer which the table refuses gives the raw codes too', async () => {
    const world = await open();
    world.statbank.removeCode('07984', 'Region', 'K.3103');
    const retrieved = await fetch(world, 'employed-total');
    expect(retrieved.alternative).toBe('municipality-divisions');
    expect(retrieved.alternativeReason).toContain('"municipalities-today" was refused by the source');
  });

  test('a group that the table has in its code list alone is asked for through the list, and the others with it', async () => {
    const world = await open();
    world.statbank.removeCode('13470', 'NACE2007', '84');
    const retrieved = await fetch(world, 'employed-by-industry-rounded');
    const [asked] = world.statbank.requests.filter(({ path }) => path.endsWith('/data'));
    expect(retrieved.alternative).toBe('municipalities-today');
    expect(asked?.query).toContainEqual(['codelist[NACE2007]', 'agg_NACE2007arb11']);
    expect(asked?.query).toContainEqual(['codelist[Region]', 'agg_KommSummer']);
    expect(retrieved.expected['NACE2007']).toHaveLength(17);
    expect(() => readReplies(retrieved)).not.toThrow();
  });

  test('a table for counties only gives the county', async () => {
    const retrieved = await fetch(await open({ enterpriseLevel: 'county' }), 'new-enterprises');
    expect(retrieved).toMatchObject({ alternative: 'counties-today', coverage: 'county' });
    expect(retrieved.expected['Region']).toEqual(['F-33', 'F-31']);
  });

  test('the older spelling of code lists is read as well', async () => {
    const retrieved = await fetch(await open({ oldCodeListsSpelling: true }), 'employed-total');
    expect(retrieved.alternative).toBe('municipalities-today');
  });

  test('a unit that turns a count into a share stops the dataset before it is asked for', async () => {
    const world = await open();
    world.statbank.changeUnit('07984', 'SysselsatteArb', 'prosent');
    const error = await failureOfCall(() => fetch(world, 'employed-total'));
    expect(error.code).toBe('query-misfit');
    expect(error.message).toContain('SysselsatteArb is published in prosent, and not as a count');
    expect(world.statbank.requests.filter(({ path }) => path.endsWith('/data'))).toEqual([]);
  });

  test('a survey that moved to another table is found there', async () => {
    const world = await open();
    world.statbank.replaceTable('13999', '15777');
    const retrieved = await fetch(world, 'product-innovation');
    expect(retrieved.table).toBe('15777');
    expect(retrieved.alternativeReason).toContain('table 15777 was found by searching for');
  });
});

test('a query above the cell limit is divided, and the parts together hold every cell', async () => {
  const world = await open();
  const whole = await fetch(world, 'employed-total');
  const config = { ...(await world.client.config()), maxDataCells: 20 };
  const client: SsbClient = { ...world.client, config: () => Promise.resolve(config) };
  const divided = await fetch({ ...world, client }, 'employed-total');
  const figures = (documents: readonly unknown[]): number[] =>
    documents.flatMap((document) => (document as { value: number[] }).value).sort((a, b) => a - b);
  expect(divided.replies).toHaveLength(3);
  expect(figures(readReplies(divided))).toEqual(figures(readReplies(whole)));
});

test('a long list of codes is posted, and answered like a short one', async () => {
  const { client, statbank } = await open();
  const { variables } = await client.metadata('06445', 'no');
  const regions = variables.find(({ code }) => code === 'Region')?.categories.map(({ code }) => code) ?? [];
  const ends = regions.slice(0, 20);
  const ranges = ends.flatMap((from) => ends.map((to) => `range(${from},${to})`));
  const selection = [
    { variable: 'Region', codes: [...regions, ...ranges] },
    { variable: 'Kjonn', codes: ['0'] },
    { variable: 'Alder', codes: ['15-74'] },
    { variable: 'ContentsCode', codes: ['Sysselsatte'] },
    { variable: 'Tid', codes: ['top(1)'] },
  ];
  const document = readReply(await client.data('06445', selection));
  expect(statbank.requests.at(-1)).toMatchObject({ method: 'POST', status: 200 });
  expect((document as { size: number[] }).size[0]).toBe(regions.length);
});

test('tables published since a moment are found with one request', async () => {
  const { client, statbank, pace } = await open();
  statbank.setNow('2026-06-01T06:00:00Z');
  statbank.publishYear('07984', '2026');
  const changed = await findChangedTables(client, '2026-05-31T06:00:00Z', new Date('2026-06-01T08:00:00Z'));
  expect(changed.get('07984')).toEqual({ updated: '2026-06-01T06:00:00Z', subjects: ['al', 'al06', 'regsys'] });
  expect(changed.has('06445')).toBe(false);
  expect(statbank.requests).toHaveLength(1);
  expect(pace.waits).toEqual([]);
});

test('Klass tells how a municipality came about', async () => {
  const { statbank, pace } = await open();
  const klass = createKlassClient({ baseUrl: statbank.klassUrl, ...pace });
  const changes = await klass.municipalityChanges('2019-01-01', '2024-01-02');
  const into = (code: string): readonly (string | null)[] =>
    changes.filter(({ newCode, oldCode }) => newCode === code && oldCode !== code).map(({ oldCode }) => oldCode);
  expect(into('3301')).toEqual(['3005']);
  expect([...into('3005')].sort()).toEqual(['0602', '0625', '0711']);
});

describe('when SSB misbehaves', () => {
  test.each(['maintenance', 'server-error', 'cut-connection', 'html-200'] as const)(
    '%s is waited out',
    async (mode) => {
      const world = await open();
      world.statbank.setMode(mode, { requests: 2, only: '/data' });
      await expect(fetch(world, 'employed-total')).resolves.toMatchObject({ table: '07984' });
      expect(world.pace.waits).toEqual([500, 1000]);
    },
  );

  test.each(['maintenance', 'server-error', 'cut-connection', 'html-200'] as const)(
    '%s that stays is told as such',
    async (mode) => {
      const world = await open();
      world.statbank.setMode(mode, { only: '/data' });
      const error = await failureOfCall(() => fetch(world, 'employed-total'));
      expect(error).toMatchObject({ code: 'source-unavailable', retry: 'transient' });
    },
  );

  test.each([
    ['error-body-200', 'an error body: "Non-existent value"'],
    ['truncated', 'breaks off after'],
  ] as const)('%s is refused with what it is', async (mode, words) => {
    const world = await open();
    world.statbank.setMode(mode, { only: '/data' });
    const error = await failureOfCall(async () => readReplies(await fetch(world, 'employed-total')));
    expect(error.code).toBe('source-contract');
    expect(error.message).toContain(words);
  });

  test('another order of keys changes nothing', async () => {
    const world = await open();
    world.statbank.setMode('status-first');
    await expect(fetch(world, 'employed-total')).resolves.toMatchObject({ table: '07984' });
  });
});

describe('the quota', () => {
  test.each(['empty', 'text', 'json'] as const)(
    'that others have used up is waited out, whatever the 429 says: %s',
    async (body) => {
      const world = await open({ rateLimit: { limit: 2, windowSeconds: 60, body, retryAfter: body === 'json' } });
      const stranger = createSsbClient({ baseUrl: world.statbank.url, ...fakePace(START) });
      await stranger.config();
      await stranger.table('07984');
      await expect(world.client.config()).resolves.toMatchObject({ maxDataCells: 800_000 });
      expect(world.statbank.requests.map(({ status }) => status)).toContain(429);
    },
  );

  test('is never overdrawn by this client alone', async () => {
    const world = await open({ rateLimit: { limit: 6, windowSeconds: 60, body: 'empty', retryAfter: true } });
    for (let i = 0; i < 20; i += 1) await world.client.table('07984');
    expect(world.statbank.requests.map(({ status }) => status)).not.toContain(429);
  });
});
