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

// How many requests a run costs when nothing has been published, by the number of datasets: the vacancies of the jobs, as
// often as asked for. `node quiet-cycle.js <datasets>…`
const THE_DAY_AFTER_NEXT = new Date(Date.parse(START_OF_TIME) + 172_800_000);
const root = findProjectRoot(import.meta.url);
const requests: Record<string, number> = {};
for (const datasets of process.argv.slice(2)) requests[datasets] = await quietRequests(Number(datasets));
process.stdout.write(JSON.stringify({ requests }));

async function quietRequests(datasets: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-bench-'));
  const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 60_000 });
  let now = new Date(START_OF_TIME);
  const clock: App['clock'] = { now: () => now, sleep: () => Promise.resolve() };
  const env = { DATABASE_FILE: join(folder, 'quiet.sqlite'), SSB_API_URL: statbank.url };
  const environment = readEnvironment(env, root);
  const settings = withDatasets(loadSettings(environment.configDir, { jobs, places: bundledPlaces() }), datasets);
  const store = openDatabase(environment.databaseFile, { migrationsFolder: migrationsFolder() });
  const logger = createLogger({ level: 'silent', pretty: false });
  const app: App = { environment, settings, store, clock, logger, close: () => store.close() };
  const run = () => ingest(app, { jobs: [], force: false, accept: [] }, SILENT_PROGRESS);
  try {
    await run();
    now = THE_DAY_AFTER_NEXT;
    statbank.setNow(now.toISOString());
    return (await run()).requests;
  } finally {
    app.close();
    await statbank.close();
    rmSync(folder, { recursive: true });
  }
}

function withDatasets(settings: App['settings'], count: number): App['settings'] {
  const job = jobs.find(({ datasets }) => datasets.some(({ id }) => id === 'vacancies'));
  const vacancies = job?.datasets.find(({ id }) => id === 'vacancies');
  if (job === undefined || vacancies === undefined) throw new Error('there are no vacancies in jobs/');
  const datasets = Array.from({ length: count }, (_, n) => ({ ...vacancies, id: `vacancies-${n}` }));
  return { ...settings, indicators: [], jobs: [{ ...job, datasets }] };
}
