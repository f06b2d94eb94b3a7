import type { Trouble } from '../../model/trouble.ts';
import { readNewestInstant } from '../../store/runs/newest-instant.ts';
import type { App } from '../open-app.ts';
import { sayTrouble } from './trouble-words.ts';

/** Clocks of machines that share a database differ by less. */
const CREDIBLE_AHEAD_MS = 86_400_000;

/**
 * What is wrong when something in the database bears a time that has not come: the clock of this machine
 * was ahead, or is behind. `null` when nothing does.
 */
export function findClockTrouble({ store, clock }: Pick<App, 'store' | 'clock'>): Trouble | null {
  const newest = readNewestInstant(store);
  const now = clock.now();
  if (newest === null || Date.parse(newest) - now.getTime() <= CREDIBLE_AHEAD_MS) return null;
  return { kind: 'clock', newest, now: now.toISOString() };
}

/** The same as a sentence, in the language of the messages. */
export function describeClockTrouble(app: Pick<App, 'store' | 'clock' | 'settings'>): string | null {
  const trouble = findClockTrouble(app);
  return trouble === null ? null : sayTrouble(trouble, app.settings).sentence;
}
