import { createHash } from 'node:crypto';
import type { Settings } from '../../model/plan/settings.ts';
import { readNewest } from '../../store/read/newest-rows.ts';
import { readTableNotes } from '../../store/read/table-condition.ts';
import { dateText } from '../../words/date-text.ts';
import type { App } from '../open-app.ts';
import { readVersion } from '../version.ts';

const known = new WeakMap<Settings, string>();

/**
 * Whether an indicator would be told in other words or figures, whenever the sources last answered: figures, assessments,
 * settings, the version that tells, and the day, since figures grow stale by the day.
 */
export function shownState({ store, settings, clock }: App): string {
  const today = dateText(clock.now().toISOString(), 'nb');
  return digestOf([today, readNewest(store.sqlite), readTableNotes(store), readVersion(), stateOfSettings(settings)]);
}

/** Settings do not change once they are read. */
function stateOfSettings(settings: Settings): string {
  const { plan, indicators, geography, annotations, breaks, report } = settings;
  const digest = known.get(settings) ?? digestOf([plan, indicators, geography, annotations, breaks, report]);
  known.set(settings, digest);
  return digest;
}

/** Tells one value from another by what JSON has of it. */
export function digestOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
}
