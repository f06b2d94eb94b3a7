import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { ingest, type IngestOptions, type IngestReport } from '../../src/app/intake/ingest.ts';
import type { App } from '../../src/app/open-app.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import { createLogger } from '../../src/platform/logger.ts';
import type { Settings } from '../../src/model/plan/settings.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { twinFile } from '../../src/store/copy/twin.ts';
import { startStatbank, type Statbank } from '../statbank/server.ts';
import { START_OF_TIME, type StatbankOptions } from '../statbank/state.ts';
import { ROOT, SETTINGS, temporaryFolder } from './cli.ts';
import { openForTest } from './database/empty-database.ts';
import { type Rewrite, startRewritingProxy } from './network/rewriting-proxy.ts';

export const SAMPLE_SURVEY = join(ROOT, 'test/fixtures/samples/oppdiktet-naeringslivsundersokelse.csv');
export const SAMPLE_EMISSIONS = join(ROOT, 'test/fixtures/samples/oppdiktet-klimagassutslipp.xlsx');

let usual: Settings | null = null;

/** Read once: no test changes the folder, and to read it takes a tenth of the time of a run. */
function usualSettings(): Settings {
  usual ??= loadSettings(SETTINGS, { jobs, places: bundledPlaces() });
  return usual;
}

export interface WorldOptions {
  /** A database to begin with a copy of; none when left out. */
  readonly database?: string;
  readonly statbank?: StatbankOptions;
  readonly configDir?: string;
  /** Changes what the stand-in says on the way. */
  readonly rewrite?: Rewrite;
}

/** The stand-in, the application in this process, and one clock for both, which moves when told and when it sleeps. */
export interface World {
  readonly statbank: Statbank;
  readonly folder: string;
  readonly databaseFile: string;
  /** What a process is given to see the same world. */
  readonly env: Readonly<Record<string, string>>;
  readonly clock: App['clock'];
  /** Moves the clock. */
  at(isoInstant: string): void;
  /** Works with the application on a configuration folder, the world's own when none is named; closes it afterwards. */
  with<T>(work: (app: App) => T | Promise<T>, configDir?: string): Promise<T>;
  ingest(options?: Partial<IngestOptions>, configDir?: string): Promise<IngestReport>;
}

/** A world of its own, gone when the test is over. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { path: folder, remove } = temporaryFolder();
  onTestFinished(remove);
  const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 6000, ...options.statbank });
  onTestFinished(() => statbank.close());
  const databaseFile = join(folder, 'næringspuls.sqlite');
  if (options.database !== undefined) {
    copyFileSync(options.database, databaseFile);
    const twin = twinBeside(options.database);
    if (existsSync(twin)) copyFileSync(twin, twinBeside(databaseFile));
  }
  const configDir = options.configDir ?? SETTINGS;
  if (options.rewrite === undefined) return buildWorld({ folder, databaseFile, statbank, configDir });
  const proxy = await startRewritingProxy(statbank.url, options.rewrite);
  onTestFinished(() => proxy.close());
  return buildWorld({ folder, databaseFile, statbank, configDir, sourceUrl: proxy.url });
}

export interface PreparedDatabase {
  readonly file: string;
  readonly remove: () => void;
}

interface Preparation {
  readonly now?: Date;
  readonly alsoDo?: (world: World) => Promise<unknown>;
}

/** The private file that the analysts' copy of a database is made from: with it, a world need not make it from nothing. */
const twinBeside = (database: string) => twinFile(database.replace(/\.sqlite$/, '-analyst.sqlite'));

/**
 * The database after a run at the stand-in's beginning, and the twin of its copy, which many files ask for: made once for
 * those of a process.
 */
let firstRun: { readonly database: Buffer; readonly twin: Buffer } | null = null;

/**
 * A database after one run on the stand-in's first figures, made once for the tests of a file. `now` is the instant of
 * that run: the stand-in's beginning, or for commands in processes of their own, whose clock is the real one, the present.
 */
export async function prepareDatabase(options: Preparation = {}): Promise<PreparedDatabase> {
  if (options.now !== undefined || options.alsoDo !== undefined) return runOnce(options);
  if (firstRun === null) {
    const made = await runOnce({});
    firstRun = { database: readFileSync(made.file), twin: readFileSync(twinBeside(made.file)) };
    made.remove();
  }
  const { path: folder, remove } = temporaryFolder();
  const file = join(folder, 'prepared.sqlite');
  writeFileSync(file, firstRun.database);
  writeFileSync(twinBeside(file), firstRun.twin);
  return { file, remove };
}

async function runOnce(options: Preparation): Promise<PreparedDatabase> {
  const { path: folder, remove } = temporaryFolder();
  const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 6000 });
  const databaseFile = join(folder, 'prepared.sqlite');
  const world = buildWorld({ folder, databaseFile, statbank, configDir: SETTINGS, now: options.now });
  try {
    await world.ingest();
    await options.alsoDo?.(world);
  } finally {
    await statbank.close();
  }
  return { file: databaseFile, remove };
}

interface Parts {
  readonly folder: string;
  readonly databaseFile: string;
  readonly statbank: Statbank;
  readonly configDir: string;
  readonly sourceUrl?: string;
  readonly now?: Date | undefined;
}

function buildWorld(parts: Parts): World {
  const { folder, databaseFile, statbank, configDir, sourceUrl = statbank.url } = parts;
  let now = parts.now ?? new Date(START_OF_TIME);
  const moveTo = (next: Date) => {
    now = next;
    statbank.setNow(now.toISOString());
  };
  const clock: App['clock'] = {
    now: () => now,
    sleep: (ms) => {
      moveTo(new Date(now.getTime() + ms));
      // Lets what else waits in this process go on: days would else pass in one go, and the report of the tests times out.
      return setImmediate();
    },
  };
  const env = {
    ...{ DATABASE_FILE: databaseFile, CONFIG_DIR: configDir, LOG_LEVEL: 'silent' },
    ...{ SSB_API_URL: sourceUrl, KLASS_API_URL: statbank.klassUrl },
  };
  const open = (settingsFolder: string): App => {
    const environment = readEnvironment({ ...env, CONFIG_DIR: settingsFolder }, ROOT);
    const store = openForTest(databaseFile);
    const settings =
      settingsFolder === SETTINGS ? usualSettings() : loadSettings(settingsFolder, { jobs, places: bundledPlaces() });
    const logger = createLogger({ level: 'silent', pretty: false });
    return { environment, settings, store, clock, logger, close: () => store.close() };
  };
  const world: World = {
    ...{ statbank, folder, databaseFile, env, clock },
    at: (isoInstant) => moveTo(new Date(isoInstant)),
    with: async (work, settingsFolder = configDir) => {
      const app = open(settingsFolder);
      try {
        return await work(app);
      } finally {
        app.close();
      }
    },
    ingest: (options = {}, settingsFolder = configDir) =>
      world.with(
        (app) => ingest(app, { jobs: [], force: false, accept: [], ...options }, SILENT_PROGRESS),
        settingsFolder,
      ),
  };
  return world;
}
