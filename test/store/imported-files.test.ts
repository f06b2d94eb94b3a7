import { describe, expect, it } from 'vitest';
import { findImportedFile, recordImportedFile } from '../../src/store/imported-files.ts';
import { takeIn } from '../../src/store/take-in.ts';
import { buildPublication, regions } from './support/build-publication.ts';
import { storeWithRun, temporaryStore } from './support/temporary-database.ts';

describe('a file handed in', () => {
  it('is known again by its bytes, whatever its name', () => {
    const { store, runId } = storeWithRun();
    takeIn(store, buildPublication(regions({ 'K-3301': [1, 2] })), () => undefined, runId);
    const file = {
      datasetId: 'jobs-by-industry',
      publicationId: 1,
      name: 'undersøkelse 2024.csv',
      sha256: 'abc',
      rows: 12,
      importedAt: '2024-01-01T08:00:00.000Z',
      importedBy: 'kari',
    };
    recordImportedFile(store, file);
    recordImportedFile(store, { ...file, name: 'kopi.csv', importedAt: '2024-02-01T08:00:00Z' });
    expect(findImportedFile(store, 'abc')).toEqual({
      ...file,
      name: 'kopi.csv',
      importedAt: '2024-02-01T08:00:00.000Z',
    });
  });

  it('is not known when it has never been taken in', () => {
    expect(findImportedFile(temporaryStore(), 'abc')).toBeNull();
  });
});
