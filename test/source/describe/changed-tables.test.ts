import { expect, test } from 'vitest';
import { findChangedTables } from '../../../src/source/describe/changed-tables.ts';
import type { TableFilter } from '../../../src/source/ask/ssb-client.ts';
import type { TableSummary } from '../../../src/source/describe/table-metadata.ts';
import { fakeClient, tableSummary } from '../support/fake-client.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

function listing(tables: readonly TableSummary[], asked: TableFilter[] = []): ReturnType<typeof fakeClient> {
  return fakeClient({
    tables: (filter) => {
      asked.push(filter);
      return Promise.resolve(tables);
    },
  });
}

test.each([
  ['2026-11-23T08:59:00Z', 2],
  ['2026-11-22T09:00:00Z', 2],
  ['2026-11-22T08:59:00Z', 3],
  ['2026-11-01T09:00:00Z', 23],
  ['2026-11-24T09:00:00Z', 1],
])('asks once, far enough back for %s', async (since, pastDays) => {
  const asked: TableFilter[] = [];
  await findChangedTables(listing([], asked), since, NOW);
  expect(asked).toEqual([{ pastDays, pageSize: 10_000 }]);
});

test.each([
  ['an ordinary stamp', '2026-11-23T07:00:00Z', '2026-11-23T07:00:00Z'],
  ['the year 3', '0003-10-13T00:00:00Z', null],
  ['a stamp in the far future', '2062-11-23T07:00:00Z', null],
  ['a text that is no date', '06.00.00', null],
  ['no stamp', null, null],
])('gives %s as it can be believed', async (_, updated, expected) => {
  const changed = await findChangedTables(
    listing([tableSummary('07984', '2025', { updated })]),
    '2026-11-22T09:00:00Z',
    NOW,
  );
  expect(changed.get('07984')?.updated).toBe(expected);
});

test('gives the subjects of a table, for a search to recognise its own', async () => {
  const table = tableSummary('13999', '2022', { pathIds: ['ti', 'innov'] });
  const changed = await findChangedTables(listing([table]), '2026-11-22T09:00:00Z', NOW);
  expect([...changed]).toEqual([['13999', { updated: null, subjects: ['ti', 'innov'] }]]);
});

test('refuses a beginning that is no instant', async () => {
  await expect(findChangedTables(listing([]), 'yesterday', NOW)).rejects.toThrow('"yesterday" is not an instant');
});
