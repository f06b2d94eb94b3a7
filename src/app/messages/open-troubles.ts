import type { Trouble } from '../../model/trouble.ts';
import { readLastTroubles } from '../../store/messages/outbox.ts';
import { readStoredTrouble } from '../../store/messages/stored-trouble.ts';
import type { Store } from '../../store/store.ts';

/** Everything that operations have been notified of and is not over: subject → its facts, `null` where they were not kept. */
export function readOpenTroubles(store: Store): ReadonlyMap<string, Trouble | null> {
  const begun = readLastTroubles(store).filter(({ kind }) => kind === 'trouble');
  return new Map(begun.map(({ subject, text }) => [subject, readStoredTrouble(text)]));
}
