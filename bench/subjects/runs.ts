import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobs } from '../../jobs/index.ts';
import { ingest } from '../../src/app/intake/ingest.ts';
import type { App } from '../../src/app/open-app.ts';
import { migrationsFolder } from '../../src/app/open-settings.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { findProjectRoot } from '../../src/platform/project-root.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { startStatbank } from '../../test/statbank/server.ts';
import { START_OF_TIME } from '../../test/statbank/state.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

// Processor time of whole runs of the nine datasets, each with the database opened anew as a command does it: first ones,
// each into an empty folder, and quiet ones after the last. Medians, so without the code being new to V8.
// `node runs.js [first runs] [quiet runs]`
const [firstRuns = 5, quietRuns = 10] = process.argv.slice(2).map(Number);
const root = findProjectRoot(import.meta.url);
const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 60_000 });
const settings = loadSettings(readEnvironment({}, root).configDir, { jobs, places: bundledPlaces() });
let now = new Date(START_OF_TIME);
const clock: App['clock'] = { now: () => now, sleep: () => Promise.resolve() };

/** In milliseconds. */
async function cpuOfRun(folder: string): Promise<number> {
  const before = process.cpuUsage();
  const env = {
    DATABASE_FILE: join(folder, 'runs.sqlite'),
    SSB_API_URL: statbank.url,
    KLASS_API_URL: statbank.klassUrl,
  };
  const environment = readEnvironment(env, root);
  const store = openDatabase(environment.databaseFile, { migrationsFolder: migrationsFolder() });
  const logger = createLogger({ level: 'silent', pretty: false });
  const app: App = { environment, settings, store, clock, logger, close: () => store.close() };
  try {
    await ingest(app, { jobs: [], force: false, accept: [] }, SILENT_PROGRESS);
  } finally {
    app.close();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const medianOf = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

const first: number[] = [];
const quiet: number[] = [];
for (let run = 1; run < firstRuns; run += 1) first.push(await inFolder(cpuOfRun));
await inFolder(async (folder) => {
  first.push(await cpuOfRun(folder));
  for (let run = 0; run < quietRuns; run += 1) {
    // Within the day, as most runs are: the first of a day makes the page and a backup anew.
    now = new Date(now.getTime() + 60_000);
    statbank.setNow(now.toISOString());
    quiet.push(await cpuOfRun(folder));
  }
});
await statbank.close();
process.stdout.write(JSON.stringify({ coldMs: first[0], firstMs: medianOf(first), quietMs: medianOf(quiet) }));
