import { describe, expect, it } from 'vitest';
import { findAlert, listAlerts, markDelivered, markFailed, resendAlert } from '../../../src/store/messages/outbox.ts';
import { messageOf, say, withAlert } from '../support/alerts.ts';

describe('the outbox', () => {
  it('keeps a delivered message with when that was', () => {
    const { store } = withAlert();
    markDelivered(store, messageOf(store, 1), '2024-01-02T08:00:01Z');
    expect(findAlert(store, 1)?.deliveries[0]).toMatchObject({
      state: 'delivered',
      attempts: 1,
      deliveredAt: '2024-01-02T08:00:01.000Z',
      nextAttemptAt: null,
    });
  });

  it('keeps what went wrong, and when to try again', () => {
    const { store } = withAlert();
    markFailed(store, messageOf(store, 2), {
      error: 'The receiver answered 503.',
      nextAttemptAt: '2024-01-02T08:05:00Z',
    });
    expect(findAlert(store, 1)?.deliveries[1]).toMatchObject({
      state: 'pending',
      attempts: 1,
      lastError: 'The receiver answered 503.',
      nextAttemptAt: '2024-01-02T08:05:00.000Z',
    });
  });

  it('keeps a message that was given up, with its reason', () => {
    const { store } = withAlert();
    markFailed(store, messageOf(store, 2), { error: 'The receiver is gone.', nextAttemptAt: null });
    expect(findAlert(store, 1)?.deliveries[1]).toMatchObject({
      state: 'given-up',
      lastError: 'The receiver is gone.',
      nextAttemptAt: null,
    });
  });

  it('lets no late failure undo what another process has delivered', () => {
    const { store } = withAlert();
    markDelivered(store, messageOf(store, 2), '2024-01-02T08:00:01Z');
    markFailed(store, messageOf(store, 2), { error: 'No answer in time.', nextAttemptAt: '2024-01-02T08:05:00Z' });
    expect(findAlert(store, 1)?.deliveries[1]).toMatchObject({ state: 'delivered', attempts: 1, lastError: null });
  });

  it('knows no alert of another number', () => {
    expect(findAlert(withAlert().store, 2)).toBeNull();
  });
});

describe('sending an alert again', () => {
  it('gives what was given up a fresh start, and keeps its reason until there is news', () => {
    const { store } = withAlert();
    markFailed(store, messageOf(store, 2), { error: 'The receiver is gone.', nextAttemptAt: null });
    resendAlert(store, 1, '2024-02-01T08:00:00Z');
    expect(findAlert(store, 1)?.deliveries[1]).toMatchObject({
      state: 'pending',
      attempts: 0,
      nextAttemptAt: '2024-02-01T08:00:00.000Z',
      lastError: 'The receiver is gone.',
    });
  });

  it('leaves what has been delivered alone', () => {
    const { store } = withAlert();
    markDelivered(store, messageOf(store, 1), '2024-01-02T08:00:01Z');
    expect(resendAlert(store, 1, '2024-02-01T08:00:00Z')).toBe(1);
    expect(findAlert(store, 1)?.deliveries[0]).toMatchObject({ state: 'delivered', attempts: 1 });
  });
});

describe('the list of alerts', () => {
  it('has the newest first', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    expect(listAlerts(written.store, 10).map(({ toStatus }) => toStatus)).toEqual(['on-track', 'off-track']);
  });

  it('has no more than asked for when all is delivered', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    for (const id of [1, 2, 3, 4]) markDelivered(written.store, messageOf(written.store, id), '2024-01-04T08:00:00Z');
    expect(listAlerts(written.store, 1).map(({ id }) => id)).toEqual([2]);
  });

  it('has what is not delivered, however old it is', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    for (const id of [1, 3, 4]) markDelivered(written.store, messageOf(written.store, id), '2024-01-04T08:00:00Z');
    markFailed(written.store, messageOf(written.store, 2), { error: 'The receiver is gone.', nextAttemptAt: null });
    expect(listAlerts(written.store, 1).map(({ id }) => id)).toEqual([2, 1]);
  });
});
