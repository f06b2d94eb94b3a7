import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/model/plan/assessment.ts';
import { markDelivered } from '../../../src/store/messages/outbox.ts';
import { recordAlerts } from '../../../src/store/messages/record-alerts.ts';
import { alertOf, messageOf, tell, withAlert } from '../support/alerts.ts';
import { buildAssessment, buildRecord, withRule } from '../support/build-assessment.ts';
import { count, dump, rows, storeWithRun } from '../support/temporary-database.ts';

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

  it('has the same key when the same is said again after a backup is put back', () => {
    const keys = [0, 3].map((others) => {
      const { store, runId } = storeWithRun();
      const ruleVersionId = withRule(store);
      for (let i = 0; i < others; i++) {
        const other = withRule(store, `other-${i}`, i);
        const assessment = buildAssessment({ indicatorId: `other-${i}` });
        tell(store, buildRecord(runId, other, { assessment }));
      }
      tell(store, buildRecord(runId, ruleVersionId));
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

  it.each(['alert', 'delivery'])('that cannot be written (%s) leaves nothing of itself', (table) => {
    const { store, stored } = withAlert();
    store.sqlite.exec(`CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    const before = dump(store);
    const again = alertOf(stored, { assessmentId: stored.id });
    expect(() => recordAlerts(store, [again], '2024-01-03T08:00:00Z')).toThrow('broken');
    expect(dump(store)).toEqual(before);
  });

  it('of trouble in the machinery has no assessment, and one of a status does', () => {
    const { store, stored } = withAlert();
    const broken = alertOf(stored, { assessmentId: null });
    expect(() => recordAlerts(store, [broken], '2024-01-03T08:00:00Z')).toThrow('CHECK constraint failed');
    recordAlerts(store, [{ ...broken, kind: 'trouble', toStatus: null }], '2024-01-03T08:00:00Z');
    expect(count(store, 'alert')).toBe(2);
  });
});

describe('alerts of one moment', () => {
  const twoAlerts = () => {
    const { store, stored } = withAlert();
    const jobs = alertOf(stored, { assessmentId: stored.id });
    const rate = alertOf(stored, { assessmentId: stored.id, subject: 'employment-rate', channels: ['log'] });
    recordAlerts(store, [jobs, rate], '2024-01-03T08:00:00Z');
    return store;
  };

  it('are one message on each channel', () => {
    const keys = rows(
      twoAlerts(),
      `SELECT channel, count(DISTINCT message_key) AS messages FROM delivery WHERE alert_id > 1 GROUP BY channel`,
    );
    expect(keys).toEqual([
      { channel: 'log', messages: 1 },
      { channel: 'webhook', messages: 1 },
    ]);
  });

  it('have a key for the message, which of one alert is its own', () => {
    const query = `SELECT channel, message_key = idempotency_key AS own FROM delivery JOIN alert ON alert.id = alert_id WHERE alert_id = 2`;
    expect(rows(twoAlerts(), query)).toEqual([
      { channel: 'log', own: 0 },
      { channel: 'webhook', own: 1 },
    ]);
  });
});

describe('an alert of a status that is back where it was', () => {
  const again = (toStatus: Status, isDelivered: boolean) => {
    const { store, stored } = withAlert();
    if (isDelivered) markDelivered(store, messageOf(store, 2), '2024-01-02T09:00:00Z');
    const replacesSince = '2024-01-02T00:00:00Z';
    const back = alertOf(stored, { assessmentId: stored.id, kind: 'correction', toStatus, replacesSince });
    recordAlerts(store, [back], '2024-01-02T12:00:00Z');
    return rows(store, 'SELECT channel FROM delivery WHERE alert_id = 2 ORDER BY id');
  };
  const LOG = { channel: 'log' };
  const WEBHOOK = { channel: 'webhook' };

  it('goes where people have been told that it had left', () => {
    expect(again('on-track', true)).toEqual([LOG, WEBHOOK]);
  });

  it('goes to the log alone where they have not', () => {
    expect(again('on-track', false)).toEqual([LOG]);
  });

  it('goes to the log alone where it is what they were told last', () => {
    expect(again('off-track', true)).toEqual([LOG]);
  });
});

describe('an alert that says it all', () => {
  it('takes the place of what waits about the same subject, but for the log', () => {
    const { store, stored } = withAlert();
    const unsettled = alertOf(stored, {
      assessmentId: stored.id,
      kind: 'unsettled',
      replacesSince: '2024-01-02T00:00:00Z',
    });
    recordAlerts(store, [unsettled], '2024-01-02T12:00:00Z');
    expect(rows(store, 'SELECT channel, state FROM delivery ORDER BY id')).toEqual([
      { channel: 'log', state: 'pending' },
      { channel: 'webhook', state: 'replaced' },
      { channel: 'log', state: 'pending' },
      { channel: 'webhook', state: 'pending' },
    ]);
  });

  it.each([
    ['has been delivered', '2024-01-02T00:00:00Z', true],
    ['was made before', '2024-01-02T10:00:00Z', false],
  ])('leaves what %s', (_what, replacesSince, isDelivered) => {
    const { store, stored } = withAlert();
    if (isDelivered) markDelivered(store, messageOf(store, 2), '2024-01-02T09:00:00Z');
    const correction = alertOf(stored, { assessmentId: stored.id, kind: 'correction', replacesSince });
    recordAlerts(store, [correction], '2024-01-02T12:00:00Z');
    expect(rows(store, `SELECT count(*) AS replaced FROM delivery WHERE state = 'replaced'`)).toEqual([
      { replaced: 0 },
    ]);
  });
});

function recorder() {
  const { store, runId } = storeWithRun();
  const ruleVersionId = withRule(store);
  const record = (status: 'on-track' | 'off-track', day: number) =>
    tell(
      store,
      buildRecord(runId, ruleVersionId, {
        assessment: buildAssessment({ status }),
        assessedAt: `2024-01-0${day}T08:00:00Z`,
      }),
    );
  return { store, record };
}
