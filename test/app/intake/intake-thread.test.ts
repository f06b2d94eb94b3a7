import { beforeEach, expect, test } from 'vitest';
import { type IntakeThread, withIntakeThread } from '../../../src/app/intake/intake-thread.ts';
import type { IntakeOrder } from '../../../src/app/intake/ingest-reply.ts';
import { PipelineError } from '../../../src/model/errors.ts';
import type { Geography } from '../../../src/model/data/place.ts';
import { startRun } from '../../../src/store/runs/runs.ts';
import type { Store } from '../../../src/store/store.ts';
import { dataDocument, years } from '../../source/support/ssb-documents.ts';
import { migrationsFolder, temporaryStore } from '../../store/support/temporary-database.ts';
import { failureOf } from '../../support/failure.ts';

const GEOGRAPHY: Geography = { own: '3301', municipalities: [], counties: [], peerGroups: [] };
const DOCUMENT = dataDocument({
  Region: ['3301'],
  ContentsCode: ['A'],
  Tid: years(2020, 2024).map(([code]) => code),
});

let store: Store;
let runId: number;

beforeEach(() => {
  store = temporaryStore();
  runId = startRun(store, { trigger: 'command', jobs: [], startedAt: '2026-03-02T08:00:00.000Z' });
});

function order(document: object): IntakeOrder {
  const body = Buffer.from(JSON.stringify(document));
  const reply = {
    ...{ what: 'The data of table 07984', address: 'https://ssb.test/data', contentType: 'application/json', body },
    request: 'GET https://ssb.test/data',
  };
  const fetched: IntakeOrder['fetched'] = {
    ...{ datasetId: 'jobs', table: '07984', replies: [reply], metadataEn: null, body, sha256: '00'.repeat(32) },
    ...{ request: [reply.request], licence: 'CC BY 4.0', retrievedAt: '2026-03-02T08:00:00.000Z' },
    ...{ alternative: 'all', alternativeReason: 'The only one.', coverage: 'municipality', regions: null },
    ...{ quantities: {}, contentsRules: {}, expected: { Region: ['3301'], ContentsCode: ['A'], Tid: null } },
  };
  const settings = { geography: GEOGRAPHY, corrections: [], symbols: { symbols: {}, tables: {} } };
  return { fetched, ...settings, query: 'all of it', runId, exactly: false, accept: null };
}

function onThread<T>(work: (thread: IntakeThread) => Promise<T>, signal = new AbortController().signal): Promise<T> {
  return withIntakeThread({ databaseFile: store.file, migrationsFolder }, signal, work);
}

function figures(): unknown {
  return store.sqlite.prepare('SELECT count(*) FROM observation').pluck().get();
}

test('replies are taken in one after the other, and seen by the connection of this thread', async () => {
  const counts = await onThread(async ({ run }) => [
    (await run(order(DOCUMENT))).counts,
    (await run(order(DOCUMENT))).counts,
  ]);
  expect(counts).toEqual([
    { inserted: 5, revised: 0, unchanged: 0, withdrawn: 0 },
    { inserted: 0, revised: 0, unchanged: 5, withdrawn: 0 },
  ]);
  expect(figures()).toBe(5);
});

test('a reply that is refused comes back as the error it was, and the next one is taken in', async () => {
  const [refused, taken] = await onThread(async ({ run }) => [
    await run(order({ ...DOCUMENT, value: [1, 2, 3, 4, 'five'] })),
    await run(order(DOCUMENT)),
  ]);
  const failure = refused.counts === null ? refused.failure : null;
  expect(failure).toBeInstanceOf(PipelineError);
  expect(failure).toMatchObject({ code: 'source-contract', retry: 'terminal' });
  expect((failure as PipelineError).hint).not.toBe('');
  expect(taken.counts?.inserted).toBe(5);
});

test('a database that cannot be opened is the answer to the order', async () => {
  store.sqlite.pragma('user_version = 999');
  const answer = await onThread(({ run }) => run(order(DOCUMENT)));
  expect(answer).toMatchObject({ counts: null, failure: { code: 'store-migration' }, cells: 0 });
});

test('what is being taken in when it is told to stop is not in the database', async () => {
  const stop = new AbortController();
  const reason = new Error('The service stops.');
  const stopped = onThread(({ run }) => {
    const taken = run(order(DOCUMENT));
    stop.abort(reason);
    return taken;
  }, stop.signal);
  expect(await failureOf(stopped)).toBe(reason);
  expect(figures()).toBe(0);
});

test('nothing is begun after it was told to stop', async () => {
  const reason = new Error('The service stops.');
  const stopped = onThread(({ run }) => run(order(DOCUMENT)), AbortSignal.abort(reason));
  expect(await failureOf(stopped)).toBe(reason);
});
