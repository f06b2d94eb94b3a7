import { describe, expect, it } from 'vitest';
import { findDueDeliveries, listAlerts, markDelivered, markFailed } from '../../src/store/outbox.ts';
import { recordAssessment } from '../../src/store/record-assessment.ts';
import { buildAssessment, buildRecord, withRule } from './support/build-assessment.ts';
import { storeWithRun } from './support/temporary-database.ts';

const NOW = '2024-01-02T08:00:00.000Z';

describe('the outbox', () => {
  it('gives what is due with what it is to tell', () => {
    const { store, stored } = withAlert();
    const due = findDueDeliveries(store, NOW);
    expect(due.map(({ delivery }) => delivery.channel)).toEqual(['log', 'webhook']);
    expect(due[0]?.assessment).toEqual(stored);
    expect(due[0]?.alert).toMatchObject({ indicatorId: 'job-growth', fromStatus: null, toStatus: 'off-track' });
  });

  it('gives nothing before it is due', () => {
    expect(findDueDeliveries(withAlert().store, '2024-01-02T07:59:59Z')).toEqual([]);
  });

  it('gives a delivered message no second time', () => {
    const { store } = withAlert();
    markDelivered(store, 1, '2024-01-02T08:00:01Z');
    expect(findDueDeliveries(store, NOW).map(({ delivery }) => delivery.channel)).toEqual(['webhook']);
    expect(listAlerts(store, 1)[0]?.deliveries[0]).toMatchObject({
      state: 'delivered',
      attempts: 1,
      deliveredAt: '2024-01-02T08:00:01.000Z',
      nextAttemptAt: null,
    });
  });

  it('gives a failed message again when its time has come, with what went wrong', () => {
    const { store } = withAlert();
    markFailed(store, 2, { error: 'The receiver answered 503.', nextAttemptAt: '2024-01-02T08:05:00Z' });
    const channels = (now: string) => findDueDeliveries(store, now).map(({ delivery }) => delivery.channel);
    expect(channels('2024-01-02T08:04:59Z')).toEqual(['log']);
    expect(channels('2024-01-02T08:05:00Z')).toEqual(['log', 'webhook']);
    expect(listAlerts(store, 1)[0]?.deliveries[1]).toMatchObject({
      state: 'pending',
      attempts: 1,
      lastError: 'The receiver answered 503.',
    });
  });

  it('keeps a message that was given up, and does not try it again', () => {
    const { store } = withAlert();
    markFailed(store, 2, { error: 'The receiver is gone.', nextAttemptAt: null });
    expect(findDueDeliveries(store, '2030-01-01T00:00:00Z').map(({ delivery }) => delivery.id)).toEqual([1]);
    expect(listAlerts(store, 1)[0]?.deliveries[1]?.state).toBe('given-up');
  });

  it('lists the newest alerts first, no more than asked for', () => {
    const { store, runId, ruleVersionId } = withAlert();
    const assessment = buildAssessment({ status: 'on-track' });
    recordAssessment(store, buildRecord(runId, ruleVersionId, { assessment, assessedAt: '2024-01-03T08:00:00Z' }));
    expect(listAlerts(store, 10).map(({ toStatus }) => toStatus)).toEqual(['on-track', 'off-track']);
    expect(listAlerts(store, 1)).toHaveLength(1);
  });
});

function withAlert() {
  const { store, runId } = storeWithRun();
  const ruleVersionId = withRule(store);
  const stored = recordAssessment(store, buildRecord(runId, ruleVersionId));
  return { store, runId, ruleVersionId, stored };
}
