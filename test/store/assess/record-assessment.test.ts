import { describe, expect, it } from 'vitest';
import {
  findAssessmentAsOf,
  findLatestAssessment,
  findLatestAssessments,
  readHistory,
} from '../../../src/store/assess/assessments.ts';
import { recordAssessment } from '../../../src/store/assess/record-assessment.ts';
import { buildAssessment, buildRecord, withRule } from '../support/build-assessment.ts';
import { buildPublication, regions } from '../support/build-publication.ts';
import { rows, storeWithRun } from '../support/temporary-database.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';

describe('an assessment', () => {
  it('is read as it was written, with its evidence', () => {
    const { store, runId } = storeWithRun();
    const ruleVersionId = withRule(store);
    const stored = recordAssessment(store, buildRecord(runId, ruleVersionId));
    expect(stored).toEqual({
      ...buildAssessment(),
      ...{ sentence: 'Veksten var 1,2 prosent.', unit: 'prosent', remarks: [] },
      id: 1,
      cause: 'first-assessment',
      assessedAt: '2024-01-02T08:00:00.000Z',
      since: '2024-01-02T08:00:00.000Z',
      ruleVersionId,
      storedForm: 3,
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
    storePublication(store, buildPublication(regions({ 'K-3301': [1, 2] })), () => 'keep', runId);
    const used = { table: '07984', series: 'x', period: '2023', value: 1, symbol: null } as const;
    const flags = { role: 'own', revised: false, provisional: false, obsStatus: 'A', correction: null } as const;
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
