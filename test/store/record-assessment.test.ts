import { describe, expect, it } from 'vitest';
import {
  findAssessmentAsOf,
  findLatestAssessment,
  findLatestAssessments,
  readHistory,
} from '../../src/store/assessments.ts';
import { recordAssessment } from '../../src/store/record-assessment.ts';
import { buildAssessment, buildRecord, withRule } from './support/build-assessment.ts';
import { buildPublication, regions } from './support/build-publication.ts';
import { count, dump, rows, storeWithRun } from './support/temporary-database.ts';
import { takeIn } from '../../src/store/take-in.ts';

describe('an assessment', () => {
  it('is read as it was written, with its evidence', () => {
    const { store, runId } = storeWithRun();
    const ruleVersionId = withRule(store);
    const stored = recordAssessment(store, buildRecord(runId, ruleVersionId));
    expect(stored).toEqual({
      ...buildAssessment(),
      id: 1,
      cause: 'first-assessment',
      assessedAt: '2024-01-02T08:00:00.000Z',
      since: '2024-01-02T08:00:00.000Z',
      ruleVersionId,
    });
    expect(readHistory(store, 'job-growth')).toEqual([stored]);
  });

  it('counts its status from when it began, also when the value has moved on', () => {
    const { store, record } = recorder();
    record('off-track', 2);
    record('off-track', 3);
    expect(record('on-track', 4).since).toBe('2024-01-04T08:00:00.000Z');
    expect(readHistory(store, 'job-growth').map(({ since }) => since.slice(0, 10))).toEqual([
      '2024-01-02',
      '2024-01-02',
      '2024-01-04',
    ]);
  });

  it('names every publication it rests on', () => {
    const { store, runId } = storeWithRun();
    takeIn(store, buildPublication(regions({ 'K-3301': [1, 2] })), () => undefined, runId);
    const used = { table: '07984', series: 'x', period: '2023', value: 1, symbol: null } as const;
    const flags = { role: 'own', revised: false, provisional: false } as const;
    const evidence = {
      ...buildAssessment().evidence,
      observations: [
        { ...used, ...flags, publication: 4 },
        { ...used, ...flags, publication: 1 },
        { ...used, ...flags, publication: 4 },
      ],
    };
    const assessment = buildAssessment({ evidence });
    recordAssessment(store, buildRecord(runId, withRule(store), { assessment }));
    expect(rows(store, 'SELECT publications FROM assessment')).toEqual([{ publications: '[1,4]' }]);
  });
});

describe('an alert', () => {
  it('is written with its assessment, one delivery per channel, due at once', () => {
    const { store, record } = recorder();
    record('off-track', 2);
    expect(rows(store, 'SELECT from_status, to_status, created_at FROM alert')).toEqual([
      { from_status: null, to_status: 'off-track', created_at: '2024-01-02T08:00:00.000Z' },
    ]);
    expect(rows(store, 'SELECT channel, state, attempts, next_attempt_at FROM delivery')).toEqual([
      { channel: 'log', state: 'pending', attempts: 0, next_attempt_at: '2024-01-02T08:00:00.000Z' },
      { channel: 'webhook', state: 'pending', attempts: 0, next_attempt_at: '2024-01-02T08:00:00.000Z' },
    ]);
  });

  it('says what the status was before', () => {
    const { store, record } = recorder();
    record('off-track', 2);
    record('on-track', 3);
    expect(rows(store, 'SELECT from_status, to_status FROM alert ORDER BY id DESC LIMIT 1')).toEqual([
      { from_status: 'off-track', to_status: 'on-track' },
    ]);
  });

  it('is not made when nobody is to be told', () => {
    const { store, runId } = storeWithRun();
    recordAssessment(store, buildRecord(runId, withRule(store), { notice: false }));
    expect([count(store, 'assessment'), count(store, 'alert'), count(store, 'delivery')]).toEqual([1, 0, 0]);
  });

  it('has the same key when the same is said again after a backup is put back', () => {
    const keys = [0, 3].map((others) => {
      const { store, runId } = storeWithRun();
      const ruleVersionId = withRule(store);
      for (let i = 0; i < others; i++) {
        const other = withRule(store, `other-${i}`, i);
        const assessment = buildAssessment({ indicatorId: `other-${i}` });
        recordAssessment(store, buildRecord(runId, other, { assessment }));
      }
      recordAssessment(store, buildRecord(runId, ruleVersionId));
      return rows(store, 'SELECT idempotency_key FROM alert ORDER BY id DESC LIMIT 1');
    });
    expect(keys[0]).toEqual(keys[1]);
  });

  it('has another key when something else is said', () => {
    const { store, record } = recorder();
    for (const [index, status] of (['off-track', 'on-track', 'off-track', 'on-track'] as const).entries()) {
      record(status, index + 2);
    }
    expect(rows(store, 'SELECT count(DISTINCT idempotency_key) AS keys FROM alert')).toEqual([{ keys: 4 }]);
  });

  it.each(['alert', 'delivery'])('that cannot be written (%s) leaves no assessment either', (table) => {
    const { store, runId } = storeWithRun();
    const ruleVersionId = withRule(store);
    store.sqlite.exec(`CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    const before = dump(store);
    expect(() => recordAssessment(store, buildRecord(runId, ruleVersionId))).toThrow('broken');
    expect(dump(store)).toEqual(before);
  });
});

describe('what has been said', () => {
  it('is the newest of each indicator, in the order of the plan', () => {
    const { store, runId } = storeWithRun();
    for (const [id, position] of [
      ['b', 2],
      ['a', 1],
    ] as const) {
      const assessment = buildAssessment({ indicatorId: id });
      const ruleVersionId = withRule(store, id, position);
      recordAssessment(store, buildRecord(runId, ruleVersionId, { assessment }));
      recordAssessment(store, buildRecord(runId, ruleVersionId, { assessment, assessedAt: '2024-01-03T08:00:00Z' }));
    }
    const latest = findLatestAssessments(store);
    expect(latest.map(({ indicatorId, assessedAt }) => [indicatorId, assessedAt.slice(0, 10)])).toEqual([
      ['a', '2024-01-03'],
      ['b', '2024-01-03'],
    ]);
    expect(findLatestAssessment(store, 'a')).toEqual(latest[0]);
  });

  it('is nothing about an indicator never assessed', () => {
    const { store } = storeWithRun();
    expect(findLatestAssessments(store)).toEqual([]);
    expect(findLatestAssessment(store, 'job-growth')).toBeNull();
    expect(readHistory(store, 'job-growth')).toEqual([]);
  });

  it('can be read as of any instant', () => {
    const { store, record } = recorder();
    record('off-track', 2);
    record('on-track', 4);
    const statusAt = (instant: string) => findAssessmentAsOf(store, 'job-growth', instant)?.status;
    expect(statusAt('2024-01-02T07:59:59Z')).toBeUndefined();
    expect(statusAt('2024-01-02T08:00:00Z')).toBe('off-track');
    expect(statusAt('2024-01-04T09:00:00+02:00')).toBe('off-track');
    expect(statusAt('2024-01-04T08:00:00Z')).toBe('on-track');
  });
});

function recorder() {
  const { store, runId } = storeWithRun();
  const ruleVersionId = withRule(store);
  const record = (status: 'on-track' | 'off-track', day: number) =>
    recordAssessment(
      store,
      buildRecord(runId, ruleVersionId, {
        assessment: buildAssessment({ status }),
        assessedAt: `2024-01-0${day}T08:00:00Z`,
      }),
    );
  return { store, record };
}
