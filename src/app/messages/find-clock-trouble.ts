import { readNewestInstant } from '../../store/runs/newest-instant.ts';
import type { App } from '../open-app.ts';

/** Clocks of machines that share a database differ by less. */
const CREDIBLE_AHEAD_MS = 86_400_000;

/**
 * What is wrong, in a sentence, when something in the database bears a time that has not come: the clock of this machine
 * was ahead, or is behind. `null` when nothing does.
 */
export function findClockTrouble({ store, clock }: App): string | null {
  const newest = readNewestInstant(store);
  const now = clock.now();
  if (newest === null || Date.parse(newest) - now.getTime() <= CREDIBLE_AHEAD_MS) return null;
  const ahead = `The newest run in the database is of ${minute(newest)}, and the clock of this machine says ${minute(now.toISOString())} UTC`;
  return `${ahead}: it was ahead, or is behind. What the source answers is refused until that time. When the clock is right, run \`naeringspuls repair clock\`.`;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
