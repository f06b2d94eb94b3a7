import { describe, expect, it } from 'vitest';
import { readCatalogue, recordCheck } from '../../../src/store/intake/catalogue.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { storeWithRun } from '../support/temporary-database.ts';

describe('the catalogue', () => {
  it('knows a dataset that has been asked for and never taken in', () => {
    const { store } = storeWithRun();
    const check = { table: '12345', checkedAt: '2024-01-01T08:00:00Z', nextCheckAt: null };
    recordCheck(store, { datasetId: 'innovation', ...check });
    expect(readCatalogue(store)).toEqual([
      {
        datasetId: 'innovation',
        table: '12345',
        updatedAt: null,
        checkedAt: '2024-01-01T08:00:00.000Z',
        nextCheckAt: null,
        readAt: null,
        standing: null,
      },
    ]);
  });

  it("keeps the source's stamp of what was taken in when it is only asked", () => {
    const { store, runId } = storeWithRun();
    storePublication(store, buildPublication(regions({ 'K-3301': [1, 2] })), () => 'keep', runId);
    const check = { table: '07984', checkedAt: '2024-02-01T08:00:00Z', nextCheckAt: '2024-02-02T08:00:00Z' };
    recordCheck(store, { datasetId: 'jobs-by-industry', ...check });
    expect(readCatalogue(store)).toEqual([
      {
        datasetId: 'jobs-by-industry',
        table: '07984',
        updatedAt: '2024-01-01T07:00:00.000Z',
        checkedAt: '2024-02-01T08:00:00.000Z',
        nextCheckAt: '2024-02-02T08:00:00.000Z',
        readAt: null,
        standing: null,
      },
    ]);
  });
});
