import { describe, expect, it } from 'vitest';
import {
  listImportedFiles,
  newestTakingBack,
  readFilesInForce,
  recordImportedFile,
  recordUndoing,
} from '../../../src/store/read/imported-files.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { storeWithRun, temporaryStore } from '../support/temporary-database.ts';

const FILE = {
  ...{ datasetId: 'jobs-by-industry', publicationId: 1, name: 'undersøkelse 2024.csv', sha256: 'abc', rows: 12 },
  ...{ importedAt: '2024-01-01T08:00:00.000Z', importedBy: 'kari', action: 'add' as const },
};

function withTwoFiles() {
  const { store, runId } = storeWithRun();
  storePublication(store, buildPublication(regions({ 'K-3301': [1, 2] })), () => 'keep', runId);
  recordImportedFile(store, FILE);
  recordImportedFile(store, { ...FILE, name: 'kopi.csv', importedAt: '2024-02-01T08:00:00Z' });
  return store;
}

describe('files handed in', () => {
  it('are listed with what each changed, the newest first', () => {
    expect(listImportedFiles(withTwoFiles())).toMatchObject([
      { id: 2, name: 'kopi.csv', importedAt: '2024-02-01T08:00:00.000Z', inserted: 2, undoneAt: null },
      { id: 1, ...FILE, undoneAt: null },
    ]);
    expect(listImportedFiles(temporaryStore())).toEqual([]);
  });

  it('are in force in their order until they are undone, and leave their row', () => {
    const store = withTwoFiles();
    expect(readFilesInForce(store, FILE.datasetId).map(({ id }) => id)).toEqual([1, 2]);
    expect(newestTakingBack(store, [FILE.datasetId])).toBe(0);
    recordUndoing(store, 1, { undoneAt: '2024-03-01T08:00:00Z', undoneBy: 'ola', undonePublicationId: 1 });
    expect(readFilesInForce(store, FILE.datasetId).map(({ id }) => id)).toEqual([2]);
    expect(listImportedFiles(store)[1]).toMatchObject({ undoneAt: '2024-03-01T08:00:00.000Z', undoneBy: 'ola' });
    expect(newestTakingBack(store, [FILE.datasetId])).toBe(1);
  });
});
