import { and, eq } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { lease } from '../schema/job-run.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

const ONLY_ROW = 1;

export interface LeaseHolder {
  readonly owner: string;
  readonly pid: number;
  readonly acquiredAt: string;
  readonly heartbeatAt: string;
}

export type LeaseAnswer =
  /** `takenOverFrom`: the owner before, whose heartbeat had stopped; its runs are to be closed. */
  | { readonly acquired: true; readonly takenOverFrom: LeaseHolder | null }
  | { readonly acquired: false; readonly holder: LeaseHolder };

/**
 * Asks to be the one that runs. A holder that has not shown itself for `staleAfterMs` is taken for dead. Asking again
 * as the same owner is granted.
 */
export function acquireLease(
  store: Store,
  request: { readonly owner: string; readonly pid: number; readonly now: string; readonly staleAfterMs: number },
): LeaseAnswer {
  return inTransaction(store, () => {
    const now = toInstant(request.now);
    const holder = findLeaseHolder(store);
    const isOther = holder !== null && holder.owner !== request.owner;
    const silentMs = holder === null ? 0 : Date.parse(now) - Date.parse(holder.heartbeatAt);
    if (isOther && silentMs <= request.staleAfterMs) return { acquired: false, holder };
    const row = { id: ONLY_ROW, owner: request.owner, pid: request.pid, acquiredAt: now, heartbeatAt: now };
    store.drizzle.insert(lease).values(row).onConflictDoUpdate({ target: lease.id, set: row }).run();
    return { acquired: true, takenOverFrom: isOther ? holder : null };
  });
}

/** Shows that the owner is alive. False when another has taken over: then the owner must stop writing. */
export function beatLease(store: Store, owner: string, now: string): boolean {
  return inTransaction(store, () => {
    const set = { heartbeatAt: toInstant(now) };
    return store.drizzle.update(lease).set(set).where(ownedBy(owner)).run().changes === 1;
  });
}

/** Gives the lease back; does nothing when another has it. */
export function releaseLease(store: Store, owner: string): void {
  inTransaction(store, () => store.drizzle.delete(lease).where(ownedBy(owner)).run());
}

/** Who runs now, alive or not; `null` when nobody does. */
export function findLeaseHolder(store: Store): LeaseHolder | null {
  const row = store.drizzle.select().from(lease).get();
  if (row === undefined) return null;
  const { owner, pid, acquiredAt, heartbeatAt } = row;
  return { owner, pid, acquiredAt, heartbeatAt };
}

function ownedBy(owner: string) {
  return and(eq(lease.id, ONLY_ROW), eq(lease.owner, owner));
}
