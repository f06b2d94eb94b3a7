import { describe, expect, it } from 'vitest';
import { acquireLease, beatLease, findLeaseHolder, releaseLease } from '../../../src/store/runs/lease.ts';
import type { Store } from '../../../src/store/store.ts';
import { count, temporaryStore } from '../support/temporary-database.ts';

const STALE_AFTER_MS = 60_000;

describe('the lease', () => {
  it('is given to the first who asks', () => {
    const store = temporaryStore();
    expect(ask(store, 'daemon', '08:00:00')).toEqual({ acquired: true, takenOverFrom: null });
    expect(findLeaseHolder(store)).toEqual({
      owner: 'daemon',
      pid: 42,
      acquiredAt: '2024-01-01T08:00:00.000Z',
      heartbeatAt: '2024-01-01T08:00:00.000Z',
    });
  });

  it('is refused to another while its holder shows itself, and says who holds it', () => {
    const store = temporaryStore();
    ask(store, 'daemon', '08:00:00');
    beatLease(store, 'daemon', '2024-01-01T08:05:00Z');
    const answer = ask(store, 'command', '08:06:00');
    expect(answer).toMatchObject({ acquired: false, holder: { owner: 'daemon', pid: 42 } });
  });

  it('is taken over from a holder that has been silent for too long', () => {
    const store = temporaryStore();
    ask(store, 'daemon', '08:00:00');
    const answer = ask(store, 'command', '08:01:01');
    expect(answer).toMatchObject({ acquired: true, takenOverFrom: { owner: 'daemon' } });
    expect(findLeaseHolder(store)?.owner).toBe('command');
    expect(count(store, 'lease')).toBe(1);
  });

  it('is not taken over at the very limit', () => {
    const store = temporaryStore();
    ask(store, 'daemon', '08:00:00');
    expect(ask(store, 'command', '08:01:00').acquired).toBe(false);
  });

  it('is granted again to its own holder', () => {
    const store = temporaryStore();
    ask(store, 'daemon', '08:00:00');
    expect(ask(store, 'daemon', '08:00:10')).toEqual({ acquired: true, takenOverFrom: null });
  });

  it('tells a holder that has lost it so, and leaves the new one alone', () => {
    const store = temporaryStore();
    ask(store, 'daemon', '08:00:00');
    ask(store, 'command', '08:02:00');
    expect(beatLease(store, 'daemon', '2024-01-01T08:02:01Z')).toBe(false);
    releaseLease(store, 'daemon');
    expect(findLeaseHolder(store)?.owner).toBe('command');
  });

  it('is free once it is given back', () => {
    const store = temporaryStore();
    ask(store, 'daemon', '08:00:00');
    releaseLease(store, 'daemon');
    expect(findLeaseHolder(store)).toBeNull();
    expect(ask(store, 'command', '08:00:01').acquired).toBe(true);
  });
});

function ask(store: Store, owner: string, time: string) {
  return acquireLease(store, { owner, pid: 42, now: `2024-01-01T${time}Z`, staleAfterMs: STALE_AFTER_MS });
}
