import { describe, expect, it } from 'vitest';
import type { DatasetResult } from '../../../src/model/run.ts';
import { recordDatasetRun } from '../../../src/store/runs/dataset-runs.ts';
import { closeOrphanedRuns, findLastSuccess, finishRun, listRuns, startRun } from '../../../src/store/runs/runs.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { rows, storeWithRun, temporaryStore } from '../support/temporary-database.ts';

const failed: DatasetResult = {
  datasetId: 'jobs-by-industry',
  outcome: 'failed',
  inserted: 0,
  revised: 0,
  unchanged: 0,
  withdrawn: 0,
  rejected: 0,
  requests: 3,
  durationMs: 1200,
  errorCode: 'source-unavailable',
  message: 'Statistics Norway does not answer.',
};

describe('a run', () => {
  it('is running until it says how it ended', () => {
    const { store, runId } = storeWithRun();
    expect(listRuns(store, { limit: 1 })).toEqual([
      {
        id: runId,
        trigger: 'command',
        jobs: ['jobs'],
        outcome: 'running',
        startedAt: '2024-01-01T05:00:00.000Z',
        finishedAt: null,
        requests: 0,
        message: null,
      },
    ]);
    const end = {
      outcome: 'partial',
      finishedAt: '2024-01-01T05:01:00Z',
      requests: 7,
      message: 'One failed.',
    } as const;
    finishRun(store, runId, end);
    expect(listRuns(store, { limit: 1 })).toMatchObject([{ ...end, finishedAt: '2024-01-01T05:01:00.000Z' }]);
  });

  it('that never said how it ended is closed as interrupted, and only that one', () => {
    const { store, runId } = storeWithRun();
    finish(store, runId, 'succeeded');
    const orphan = startRun(store, { trigger: 'schedule', jobs: ['jobs'], startedAt: '2024-01-02T05:00:00Z' });
    expect(closeOrphanedRuns(store, '2024-01-03T05:00:00Z')).toEqual([orphan]);
    expect(listRuns(store, { limit: 2 }).map(({ outcome }) => outcome)).toEqual(['interrupted', 'succeeded']);
    expect(closeOrphanedRuns(store, '2024-01-03T05:00:00Z')).toEqual([]);
  });

  it('is listed for each of its jobs, newest first', () => {
    const { store, runId } = storeWithRun();
    const both = startRun(store, {
      trigger: 'schedule',
      jobs: ['emissions', 'jobs'],
      startedAt: '2024-01-02T05:00:00Z',
    });
    expect(listRuns(store, { limit: 9, job: 'jobs' }).map(({ id }) => id)).toEqual([both, runId]);
    expect(listRuns(store, { limit: 9, job: 'emissions' }).map(({ id }) => id)).toEqual([both]);
    expect(listRuns(store, { limit: 9, job: 'job' })).toEqual([]);
  });

  it.each([
    ['succeeded', '2024-01-01T06:00:00.000Z'],
    ['unchanged', '2024-01-01T06:00:00.000Z'],
    ['partial', null],
    ['failed', null],
    ['interrupted', null],
  ] as const)('that %s counts as the last success: %s', (outcome, expected) => {
    const { store, runId } = storeWithRun();
    finish(store, runId, outcome);
    expect(findLastSuccess(store, 'jobs')).toBe(expected);
  });
});

describe('the row of a dataset in a run', () => {
  it('is there for a dataset that has never been taken in', () => {
    const { store, runId } = storeWithRun();
    recordDatasetRun(store, runId, failed);
    expect(rows(store, 'SELECT outcome, requests, error_code, publication_id FROM dataset_run')).toEqual([
      { outcome: 'failed', requests: 3, error_code: 'source-unavailable', publication_id: null },
    ]);
  });

  it('is completed after the figures are in, and keeps the publication', () => {
    const { store, runId } = storeWithRun();
    storePublication(store, buildPublication(regions({ 'K-3301': [1, 2] })), () => 'keep', runId);
    const result = { ...failed, outcome: 'changed', inserted: 2, errorCode: null, message: 'Two new.' } as const;
    recordDatasetRun(store, runId, result);
    expect(
      rows(store, 'SELECT outcome, inserted, requests, duration_ms, message, publication_id FROM dataset_run'),
    ).toEqual([
      { outcome: 'changed', inserted: 2, requests: 3, duration_ms: 1200, message: 'Two new.', publication_id: 1 },
    ]);
  });

  it('cannot belong to a run that does not exist', () => {
    const store = temporaryStore();
    expect(() => recordDatasetRun(store, 77, failed)).toThrow('refused rows that break its own rules');
    expect(rows(store, 'SELECT * FROM dataset')).toEqual([]);
  });
});

function finish(
  store: ReturnType<typeof temporaryStore>,
  runId: number,
  outcome: Parameters<typeof finishRun>[2]['outcome'],
) {
  finishRun(store, runId, { outcome, finishedAt: '2024-01-01T06:00:00Z', requests: 1, message: 'Done.' });
}
