import { PipelineError } from '../../model/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ChangedTable } from '../../source/describe/changed-tables.ts';
import type { KeptAnswers } from '../../source/ask/kept-answers.ts';
import { findSourceAnswer, forgetSourceAnswers, recordSourceAnswer } from '../../store/read/source-answers.ts';
import { asStoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import { closedUntil, readAgainAt } from '../../schedule/source-rhythm.ts';

const HOLDS_FOR_MS = 3_600_000;

export interface AnswerKeeper extends KeptAnswers {
  /**
   * What was answered before a change, or while a cache may still have had the old, holds no more: metadata before that
   * of their table, code lists, which belong to no table, before that of any.
   */
  noteChanges(changed: ReadonlyMap<string, ChangedTable>): void;
  /**
   * After a terminal refusal: what it rested on must be requested again. True when something kept from
   * before this process was given out, so that asking at once may end otherwise.
   */
  forget(): boolean;
}

/** Where answers lie that outlive a run. */
export interface AnswerShelf {
  find(address: string): Kept | null;
  /** Drops those answered before an instant (ISO 8601). */
  record(answer: Kept & { readonly address: string }, keptSince: string): void;
  forget(): void;
}

export interface KeeperOptions {
  /** `null` where nothing can be kept beyond this run. */
  readonly shelf: AnswerShelf | null;
  readonly clock: Clock;
  /** Ask for everything once more, whatever has been kept. */
  readonly anew: boolean;
}

/** An answer, and when it was given. */
export interface Kept {
  readonly answeredAt: string;
  readonly body: Buffer;
}

/**
 * What the source answered within the hour, in this run or another. An answer given while the source changes its tables
 * does not hold.
 */
export function keepAnswers({ shelf, clock, anew }: KeeperOptions): AnswerKeeper {
  const ofThisProcess = new Map<string, Kept>();
  let changes: ReadonlyMap<string, ChangedTable> = new Map();
  let newestStamp: string | null = null;
  let hasRecalled = false;

  function holds(address: string, { answeredAt }: Kept): boolean {
    const at = new Date(answeredAt);
    const age = clock.now().getTime() - at.getTime();
    return age >= 0 && age <= HOLDS_FOR_MS && closedUntil(at) === null && !isOvertaken(address, at);
  }

  function isOvertaken(address: string, answeredAt: Date): boolean {
    if (address.includes('/codelists/')) return newestStamp !== null && isBefore(answeredAt, newestStamp);
    const change = changes.get(tableOf(address));
    // A stamp that is impossible says nothing, so the table must be asked.
    return change !== undefined && (change.updated === null || isBefore(answeredAt, change.updated));
  }

  return {
    find(address) {
      const own = ofThisProcess.get(address);
      const kept = own ?? (anew ? null : (shelf?.find(address) ?? null));
      if (kept === null || !holds(address, kept)) return null;
      if (own === undefined) hasRecalled = true;
      return kept.body;
    },
    keep(address, body) {
      const now = clock.now();
      const answeredAt = now.toISOString();
      ofThisProcess.set(address, { answeredAt, body });
      const keptSince = new Date(now.getTime() - HOLDS_FOR_MS).toISOString();
      shelf?.record({ address, answeredAt, body }, keptSince);
    },
    noteChanges(changed) {
      changes = changed;
      const stamps = [...changed.values()].flatMap(({ updated }) => updated ?? []);
      newestStamp = stamps.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
    },
    forget() {
      ofThisProcess.clear();
      shelf?.forget();
      const mayHaveMisled = hasRecalled;
      hasRecalled = false;
      return mayHaveMisled;
    },
  };
}

/** Keeps answers in the database, for other processes too. One that cannot be written keeps nothing and is no error. */
export function shelfOf(store: Store): AnswerShelf {
  return {
    find: (address) => findSourceAnswer(store, address),
    record: (answer, keptSince) => whereItCan(() => recordSourceAnswer(store, answer, keptSince)),
    forget: () => whereItCan(() => forgetSourceAnswers(store)),
  };
}

function isBefore(answeredAt: Date, stamp: string): boolean {
  return answeredAt.getTime() < Date.parse(stamp) || readAgainAt(stamp, answeredAt) !== null;
}

/** Code of the table whose metadata or figures an address gives; empty for any other address. */
function tableOf(address: string): string {
  const [, table = ''] = /\/tables\/([^/?]+)\/(?:metadata|data)(?:\?|$)/.exec(address) ?? [];
  return decodeURIComponent(table);
}

/** A full disk, a lock, a file that only others may write: whatever matters more will say so. */
function whereItCan(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(asStoreError(error, '') instanceof PipelineError)) throw error;
  }
}
