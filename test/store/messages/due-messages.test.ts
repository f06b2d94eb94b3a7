import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/open-database.ts';
import { claimMessage, findNextAttemptAt, holdMessages } from '../../../src/store/messages/due-messages.ts';
import { markDelivered, markFailed, markPostTaken, resendAlert } from '../../../src/store/messages/outbox.ts';
import type { Store } from '../../../src/store/store.ts';
import { deliveryOf, messageOf, say, sayTogether, withAlert } from '../support/alerts.ts';
import { migrationsFolder } from '../support/temporary-database.ts';

const NOW = '2024-01-09T08:00:00.000Z';
const BOTH = ['log', 'webhook'];

function claim(store: Store, channels: readonly string[] = BOTH, now = NOW) {
  const until = new Date(Date.parse(now) + 120_000).toISOString();
  return claimMessage(store, { channels, now, until });
}

/** Claims until nothing is left, in order. */
function claimAll(store: Store, channels: readonly string[] = BOTH): readonly (number | undefined)[] {
  const ids: (number | undefined)[] = [];
  for (let due = claim(store, channels); due !== null; due = claim(store, channels)) ids.push(deliveryOf(store, due));
  return ids;
}

describe('a due message', () => {
  it('comes with what it is to tell, of whom, and from which run', () => {
    const { store, stored, runId } = withAlert();
    expect(claim(store)).toMatchObject({
      channel: 'log',
      attempts: 0,
      parts: [
        {
          alert: { subject: 'job-growth', fromStatus: null, toStatus: 'off-track' },
          assessed: {
            indicator: { title: 'Vekst i antall arbeidsplasser', titleEn: 'Growth in jobs' },
            assessment: stored,
            before: null,
            runId,
          },
        },
      ],
    });
  });

  it('is given to one process only', () => {
    const { store } = withAlert();
    const other = openDatabase(store.file, { migrationsFolder });
    expect([claim(store), claim(other), claim(store), claim(other)].map((due) => deliveryOf(store, due))).toEqual([
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
    expect(deliveryOf(store, claim(store, ['log'], '2024-01-09T08:02:00Z'))).toBe(1);
  });

  it('is not given before its time', () => {
    const { store } = withAlert();
    markFailed(store, messageOf(store, 1), { error: 'No answer.', nextAttemptAt: '2024-01-09T08:00:01Z' });
    expect(claim(store, ['log'])).toBeNull();
    expect(claim(store, ['log'], '2024-01-09T08:00:01Z')?.attempts).toBe(1);
  });

  it('comes with those of its posts that the receiver has taken, also when it is sent again by hand', () => {
    const { store } = withAlert();
    const message = messageOf(store, 2);
    expect(claim(store, ['webhook'])?.takenPosts).toEqual([]);
    for (const post of ['first', 'second']) markPostTaken(store, message, post);
    markFailed(store, message, { error: 'No answer.', nextAttemptAt: null });
    expect(resendAlert(store, 1, NOW)).toBeGreaterThan(0);
    expect(claim(store, ['webhook'])?.takenPosts).toEqual(['first', 'second']);
  });

  it('is not given for a channel that is not in use, and stays', () => {
    const { store } = withAlert();
    expect(claimAll(store, ['log'])).toEqual([1]);
    expect(claimAll(store, ['webhook'])).toEqual([2]);
  });

  it.each(['delivered', 'given up'])('that is %s is not given again', (end) => {
    const { store } = withAlert();
    if (end === 'delivered') markDelivered(store, messageOf(store, 1), NOW);
    else markFailed(store, messageOf(store, 1), { error: 'The receiver is gone.', nextAttemptAt: null });
    expect(claim(store, ['log'], '2030-01-01T00:00:00Z')).toBeNull();
  });
});

describe('the order of what is told of one indicator', () => {
  it('is kept: a later message waits for the earlier one', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    markFailed(written.store, messageOf(written.store, 2), {
      error: 'No answer.',
      nextAttemptAt: '2024-01-09T09:00:00Z',
    });
    expect(claim(written.store, ['webhook'])).toBeNull();
    markDelivered(written.store, messageOf(written.store, 2), NOW);
    expect(deliveryOf(written.store, claim(written.store, ['webhook']))).toBe(4);
  });

  it('holds no later message back for one that was given up', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    markFailed(written.store, messageOf(written.store, 2), { error: 'The receiver is gone.', nextAttemptAt: null });
    expect(deliveryOf(written.store, claim(written.store, ['webhook']))).toBe(4);
  });

  it('holds back neither other channels nor other indicators', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    say(written, 'stable', 4, 'employment-rate');
    markDelivered(written.store, messageOf(written.store, 1), NOW);
    markFailed(written.store, messageOf(written.store, 2), {
      error: 'No answer.',
      nextAttemptAt: '2024-01-09T09:00:00Z',
    });
    expect(claimAll(written.store)).toEqual([3, 5, 6]);
  });
});

describe('the next attempt', () => {
  it('is the earliest that can be made, waiting messages left out', () => {
    const written = withAlert();
    say(written, 'on-track', 3);
    markFailed(written.store, messageOf(written.store, 2), {
      error: 'No answer.',
      nextAttemptAt: '2024-01-09T09:00:00Z',
    });
    expect(findNextAttemptAt(written.store, ['webhook'])).toBe('2024-01-09T09:00:00.000Z');
  });

  it('is none when nothing waits', () => {
    const { store } = withAlert();
    markDelivered(store, messageOf(store, 1), NOW);
    expect(findNextAttemptAt(store, ['log'])).toBeNull();
  });
});

describe('a message of one run', () => {
  it('tells everything the run has found, in the order of the plan', () => {
    const written = withAlert();
    sayTogether(written, 'on-track', 3, ['new-enterprises', 'employment-rate']);
    const due = claim(written.store, ['log']);
    expect(due?.parts.map(({ alert }) => alert.subject)).toEqual(['job-growth']);
    const next = claim(written.store, ['log']);
    expect(next?.parts.map(({ alert }) => alert.subject)).toEqual(['new-enterprises', 'employment-rate']);
  });

  it('has one key, and is settled whole', () => {
    const written = withAlert();
    sayTogether(written, 'on-track', 3, ['new-enterprises', 'employment-rate']);
    const due = claim(written.store, ['log']);
    const next = claim(written.store, ['log']);
    expect(due?.messageKey).not.toBe(next?.messageKey);
    if (next !== null) markDelivered(written.store, next, NOW);
    expect(claim(written.store, ['log'], '2024-01-09T09:00:00Z')?.messageKey).toBe(due?.messageKey);
  });

  it('waits as a whole for what is still to be told of one of its indicators', () => {
    const written = withAlert();
    sayTogether(written, 'on-track', 3, ['job-growth', 'employment-rate']);
    markFailed(written.store, messageOf(written.store, 2), { error: 'No.', nextAttemptAt: '2024-01-09T09:00:00Z' });
    expect(claim(written.store, ['webhook'])).toBeNull();
    markDelivered(written.store, messageOf(written.store, 2), NOW);
    expect(claim(written.store, ['webhook'])?.parts).toHaveLength(2);
  });
});

describe('a message that is held', () => {
  it('waits until then, and other channels do not', () => {
    const { store } = withAlert();
    holdMessages(store, 'webhook', '2024-01-09T10:00:00Z');
    expect(claim(store, ['webhook'], '2024-01-09T09:59:59Z')).toBeNull();
    expect(claim(store, ['log'])).not.toBeNull();
    expect(findNextAttemptAt(store, ['webhook'])).toBe('2024-01-09T10:00:00.000Z');
    expect(claim(store, ['webhook'], '2024-01-09T10:00:00Z')).not.toBeNull();
  });

  it('is not brought forward', () => {
    const { store } = withAlert();
    markFailed(store, messageOf(store, 2), { error: 'No answer.', nextAttemptAt: '2024-01-09T12:00:00Z' });
    holdMessages(store, 'webhook', '2024-01-09T10:00:00Z');
    expect(findNextAttemptAt(store, ['webhook'])).toBe('2024-01-09T12:00:00.000Z');
  });
});
