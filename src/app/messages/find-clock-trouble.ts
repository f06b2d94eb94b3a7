import { readNewestInstant } from '../../store/runs/newest-instant.ts';
import { troubleTextsOf } from '../../words/message/language.ts';
import type { App } from '../open-app.ts';

/** Clocks of machines that share a database differ by less. */
const CREDIBLE_AHEAD_MS = 86_400_000;

/**
 * What is wrong, in a sentence, when something in the database bears a time that has not come: the clock of this machine
 * was ahead, or is behind. `null` when nothing does.
 */
export function findClockTrouble({ store, clock, settings }: App): string | null {
  const newest = readNewestInstant(store);
  const now = clock.now();
  if (newest === null || Date.parse(newest) - now.getTime() <= CREDIBLE_AHEAD_MS) return null;
  const texts = troubleTextsOf(settings.alerts.language);
  return `${texts.clockAhead(minute(newest), minute(now.toISOString()))} ${texts.actions.clock}`;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
