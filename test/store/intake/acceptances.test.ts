import { describe, expect, it } from 'vitest';
import { readAcceptances, recordAcceptances } from '../../../src/store/intake/acceptances.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { rows, storeWithRun } from '../support/temporary-database.ts';

const DATASET = 'jobs-by-industry';
const WHO = { acceptedBy: 'kari', acceptedAt: '2024-01-02T08:00:00.000Z' };
const zeros = { zeros: { place: '3201', period: '2023' }, finding: '3201 shows 0 in 2023.', ...WHO };
const whole = { zeros: null, finding: 'The periods 2022 are gone.', ...WHO, acceptedAt: '2024-01-03T08:00:00.000Z' };

function storeWith() {
  const { store, runId } = storeWithRun();
  storePublication(store, buildPublication(regions({ 'K-3201': [1, 0] })), () => 'keep', runId);
  return store;
}

describe('what a person let in', () => {
  it('is remembered with who, when and the publication, oldest first', () => {
    const store = storeWith();
    recordAcceptances(store, DATASET, [zeros, whole]);
    expect(readAcceptances(store, [DATASET, 'another'])).toEqual([
      { ...zeros, datasetId: DATASET, publicationId: 1 },
      { ...whole, datasetId: DATASET, publicationId: 1 },
    ]);
  });

  it('is what had been let in by then, on another day', () => {
    const store = storeWith();
    recordAcceptances(store, DATASET, [zeros, whole]);
    const byThen = readAcceptances(store, [DATASET], '2024-01-02T12:00:00Z');
    expect(byThen.map(({ finding }) => finding)).toEqual([zeros.finding]);
  });

  it('is nothing of another dataset, and nothing is written for nothing', () => {
    const store = storeWith();
    recordAcceptances(store, DATASET, []);
    recordAcceptances(store, DATASET, [zeros]);
    expect(readAcceptances(store, ['another'])).toEqual([]);
    expect(readAcceptances(store, [DATASET])).toHaveLength(1);
  });

  it('stands in the view for analysts, without who', () => {
    const store = storeWith();
    recordAcceptances(store, DATASET, [zeros]);
    expect(rows(store, 'SELECT * FROM out_acceptance')).toEqual([
      {
        ...{ acceptance_id: 1, dataset: DATASET, publication_id: 1, place: '3201', period: '2023' },
        ...{ finding: zeros.finding, accepted_at: WHO.acceptedAt },
      },
    ]);
  });
});
