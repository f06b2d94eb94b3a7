import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open-database.ts';
import { claimDelivery, findNextAttemptAt } from '../../src/store/due-deliveries.ts';
import { markDelivered, markFailed } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { say, withAlert } from './support/alerts.ts';
import { migrationsFolder } from './support/temporary-database.ts';

const NOW = '2024-01-09T08:00:00.000Z';
const BOTH = ['log', 'webhook'];

function claim(store: Store, channels: readonly string[] = BOTH, now = NOW) {
  const until = new Date(Date.parse(now) + 120_000).toISOString();
  return claimDelivery(store, { channels, now, until });
}

/** Claims until nothing is left, in order. */
function claimAll(store: Store, channels: readonly string[] = BOTH): readonly (number | undefined)[] {
  const ids: number[] = [];
  for (let due = claim(store, channels); due !== null; due = claim(store, channels)) ids.push(due.delivery.id);
  return ids;
}

describe('a due delivery', () => {
  it('comes with what it is to tell, of whom, and from which run', () => {
    const { store, stored, runId } = withAlert();
    expect(claim(store)).toMatchObject({
      delivery: { id: 1, channel: 'log', attempts: 0 },
      alert: { indicatorId: 'job-growth', fromStatus: null, toStatus: 'off-track' },
      indicator: { title: 'Vekst i antall arbeidsplasser', titleEn: 'Growth in jobs' },
      assessment: stored,
      runId,
    });
  });

  it('is given to one process only', () => {
    const { store } = withAlert();
    const other = openDatabase(store.file, { migrationsFolder });
    expect([claim(store), claim(other), claim(store), claim(other)].map((due) => due?.delivery.id)).toEqual([
      1,
      2,
      undefined,
      undefined,
    ]);
    other.close();
  });

  it('is given again when whoever had it has not been heard of', () => {
    const { store } = withAlert();
    claim(store, ['log']);
    expect(claim(store, ['log'], '2024-01-09T08:01:59Z')).toBeNull();
    expect(claim(store, ['log'], '2024-01-09T08:02:00Z')?.delivery.id).toBe(1);
  });

  it('is not given before its time', () => {
    const { store } = withAlert();
    markFailed(store, 1, { error: 'No answer.', nextAttemptAt: '2024-01-09T08:00:01Z' });
    expect(claim(store, ['log'])).toBeNull();
    expect(claim(store, ['log'], '2024-01-09T08:00:01Z')?.delivery.attempts).toBe(1);
  });

  it('is not given for a channel that is not in use, and stays', () => {
    const { store } = withAlert();
    expect(claimAll(store, ['log'])).toEqual([1]);
    expect(claimAll(store, ['webhook'])).toEqual([2]);
  });

  it.each(['delivered', 'given up'])('that is %s is not given again', (end) => {
    const { store } = withAlert();
    if (end === 'delivered') markDelivered(store, 1, NOW);
    else markFailed(store, 1, { error: 'The receiver is gone.', nextAttemptAt: null });
    expect(claim(store, ['log'], '2030-01-01T00:00:00Z')).toBeNull();
  });
});

describe('the order of what is told of one indicator', () => {
  it('is kept: a later message waits for the earlier one', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    markFailed(written.store, 2, { error: 'No answer.', nextAttemptAt: '2024-01-09T09:00:00Z' });
    expect(claim(written.store, ['webhook'])).toBeNull();
    markDelivered(written.store, 2, NOW);
    expect(claim(written.store, ['webhook'])?.delivery.id).toBe(4);
  });

  it('holds no later message back for one that was given up', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    markFailed(written.store, 2, { error: 'The receiver is gone.', nextAttemptAt: null });
    expect(claim(written.store, ['webhook'])?.delivery.id).toBe(4);
  });

  it('holds back neither other channels nor other indicators', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    say(written, 'stable', 4, 'employment-rate');
    markDelivered(written.store, 1, NOW);
    markFailed(written.store, 2, { error: 'No answer.', nextAttemptAt: '2024-01-09T09:00:00Z' });
    expect(claimAll(written.store)).toEqual([3, 5, 6]);
  });
});

describe('the next attempt', () => {
  it('is the earliest that can be made, waiting messages left out', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    markFailed(written.store, 2, { error: 'No answer.', nextAttemptAt: '2024-01-09T09:00:00Z' });
    expect(findNextAttemptAt(written.store, ['webhook'])).toBe('2024-01-09T09:00:00.000Z');
  });

  it('is none when nothing waits', () => {
    const { store } = withAlert();
    markDelivered(store, 1, NOW);
    expect(findNextAttemptAt(store, ['log'])).toBeNull();
  });
});
