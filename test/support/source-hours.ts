import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './cli.ts';

const PRELOAD = pathToFileURL(join(ROOT, 'dist/test/preload/clock-at.js')).href;

/** Environment of a command that runs when the source is open, and of one in its maintenance, in summer and in winter. */
export const whenOpen = (): Readonly<Record<string, string>> => tomorrowAt('09:00');
export const inMaintenance = (): Readonly<Record<string, string>> => tomorrowAt('05:30');

/** Tomorrow: whatever the database of the test has been through lies behind. */
function tomorrowAt(utc: string) {
  const day = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return { NODE_OPTIONS: `--import ${PRELOAD}`, CLOCK_AT: `${day}T${utc}:00.000Z` };
}
