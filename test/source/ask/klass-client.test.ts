import nock from 'nock';
import { expect, test } from 'vitest';
import { createKlassClient } from '../../../src/source/ask/klass-client.ts';
import { failureOfCall } from '../support/error.ts';
import { fakePace } from '../support/pace.ts';

const PATH = '/api/klass/v1/classifications/131/changes';
const QUERY = { from: '2020-01-01', to: '2024-01-02', includeFuture: 'true' };
const ROW = { oldShortName: '', newShortName: '' };

function changes(): ReturnType<ReturnType<typeof createKlassClient>['municipalityChanges']> {
  const client = createKlassClient({ baseUrl: 'https://ssb.test/api/klass/v1', ...fakePace() });
  return client.municipalityChanges('2020-01-01', '2024-01-02');
}

test('gives renumberings, mergers, births and ends as Klass lists them', async () => {
  nock('https://ssb.test', { reqheaders: { accept: 'application/json' } })
    .get(PATH)
    .query(QUERY)
    .reply(200, {
      codeChanges: [
        {
          ...ROW,
          oldCode: '3005',
          oldName: 'Drammen',
          newCode: '3301',
          newName: 'Drammen',
          changeOccurred: '2024-01-01',
        },
        { ...ROW, oldCode: null, oldName: null, newCode: '1508', newName: 'Ålesund', changeOccurred: '2024-01-01' },
      ],
    });
  await expect(changes()).resolves.toEqual([
    { oldCode: '3005', oldName: 'Drammen', newCode: '3301', newName: 'Drammen', changeOccurred: '2024-01-01' },
    { oldCode: null, oldName: null, newCode: '1508', newName: 'Ålesund', changeOccurred: '2024-01-01' },
  ]);
});

test('says what Klass said when it refuses', async () => {
  nock('https://ssb.test').get(PATH).query(QUERY).reply(404, { type: 'about:blank', title: 'Not Found', status: 404 });
  const error = await failureOfCall(changes);
  expect(error.code).toBe('source-rejected-query');
  expect(error.message).toBe(
    'The list of municipality changes from 2020-01-01 to 2024-01-02 was refused (404 "Not Found").',
  );
});

test('refuses an answer in XML', async () => {
  nock('https://ssb.test').get(PATH).query(QUERY).reply(200, '<?xml version="1.0"?><codeChangeList/>');
  expect((await failureOfCall(changes)).code).toBe('source-contract');
});

test('refuses a row without a date', async () => {
  const row = {
    ...ROW,
    oldCode: '3005',
    oldName: 'Drammen',
    newCode: '3301',
    newName: 'Drammen',
    changeOccurred: 'i fjor',
  };
  nock('https://ssb.test')
    .get(PATH)
    .query(QUERY)
    .reply(200, { codeChanges: [row] });
  expect((await failureOfCall(changes)).message).toContain('codeChanges.0.changeOccurred');
});

test('gives the municipalities of a day, and refuses a list of none', async () => {
  const at = (codes: readonly object[]) => {
    nock('https://ssb.test')
      .get('/api/klass/v1/classifications/131/codesAt')
      .query({ date: '2026-03-02', language: 'nb' })
      .reply(200, { codes });
    const client = createKlassClient({ baseUrl: 'https://ssb.test/api/klass/v1', ...fakePace() });
    return client.municipalitiesAt('2026-03-02');
  };
  await expect(at([{ code: '0301', name: 'Oslo - Oslove', level: '1', validFrom: null }])).resolves.toEqual([
    { code: '0301', name: 'Oslo - Oslove' },
  ]);
  expect((await failureOfCall(() => at([]))).code).toBe('source-contract');
});
