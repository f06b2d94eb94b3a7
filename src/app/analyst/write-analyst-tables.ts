import { digestAnalystRows, replaceAnalystRows } from '../../store/analyst/replace-rows.ts';
import type { App } from '../open-app.ts';
import type { Store } from '../../store/store.ts';
import type { Pages } from '../show/read-page.ts';
import { shownState } from '../show/shown-state.ts';
import { peerGroupRows, placeRows, termRows } from './reference-rows.ts';
import { reportRows } from './report-rows.ts';
import { verdictRows } from './verdict-rows.ts';

/**
 * Brings the tables for analysts that settings, words and today's rules decide in line with those in force: what the page
 * says stands there too. Gives what they were made of, and hold: `known` to be so, they are left alone, so that a run that
 * finds nothing makes them once a day.
 */
export function writeAnalystTables(app: App, pages: () => Pages, known: string | null = null): string {
  const { store, settings } = app;
  const state = shownState(app);
  if (known === noteOf(store, state)) return known;
  const { geography, plan } = settings;
  replaceAnalystRows(store, 'out_place', placeRows(geography));
  replaceAnalystRows(store, 'out_peer_group', peerGroupRows(geography));
  replaceAnalystRows(store, 'out_term', termRows());
  const { inLanguage, findings } = pages();
  const main = inLanguage(plan.language);
  const days = readDays(app);
  replaceAnalystRows(store, 'out_verdict', verdictRows(main, findings, days));
  replaceAnalystRows(store, 'out_report', reportRows(inLanguage, main));
  return noteOf(store, state);
}

/** Of what the tables were made, and what stands in them: another hand, or a backup put back, may have changed it since. */
function noteOf(store: Store, state: string): string {
  return `${state} ${digestAnalystRows(store)}`;
}

/** The first and the last day of a period by its code, as every other table has them. */
function readDays({ store }: App) {
  const rows = store.sqlite.prepare('SELECT period, period_start, period_end FROM out_period').raw().all();
  const known = new Map((rows as [string, string, string][]).map(([period, start, end]) => [period, { start, end }]));
  return (period: string) => known.get(period) ?? { start: '', end: '' };
}
