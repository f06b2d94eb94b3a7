import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { jobs as shippedJobs } from '../../jobs/index.ts';
import { assessAsOf } from '../../src/app/assess/reassess-command.ts';
import { explain, type Explanation } from '../../src/app/show/explain.ts';
import { acceptFile } from '../../src/app/files/take-file-in.ts';
import { ingest, type IngestReport } from '../../src/app/intake/ingest.ts';
import type { App } from '../../src/app/open-app.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import { readStatus, type StatusLine } from '../../src/app/show/read-status.ts';
import type { DatasetDefinition, JobDefinition } from '../../src/model/data/job.ts';
import { PipelineError } from '../../src/model/errors.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import { startStatbank, type Statbank } from '../statbank/server.ts';
import { ROOT, temporaryFolder } from '../support/cli.ts';
import { importFile } from '../support/import-file.ts';
import type { WorldState } from './changes.ts';
import { settingsFiles, type WorldSettings } from './settings.ts';
import { type SurveyFile, writeFile } from './survey.ts';
import { DATASETS, type MadeTable, toStatbankTable } from './tables.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

/** What staff are told of one indicator. */
export interface Told {
  readonly subject: string;
  readonly from: string | null;
  readonly to: string;
  readonly cause: string | null;
}

/** The program and the stand-in it asks, in this process, driven through a world. */
export interface Program {
  /** Moves the clock, shows the tables, writes the settings and runs. A run that died leaves no report. */
  run(state: WorldState, run: 'whole' | 'dies'): Promise<IngestReport | null>;
  /** Runs again a minute later, taking in what was held back of these datasets. */
  accept(datasets: readonly string[]): Promise<IngestReport>;
  /** Hands a file of the survey in, a minute later. */
  handIn(file: SurveyFile): Promise<void>;
  /** Datasets whose reply the last run did not take in, whether or not it died later. */
  refused(): ReadonlySet<string>;
  status(): readonly StatusLine[];
  explain(indicator: string): Explanation;
  /** What would have been said at an instant; none when nothing had been assessed. */
  asOf(instant: string): readonly StatusLine[];
  /** Everything that staff have been told so far, oldest first. */
  told(): readonly Told[];
  close(): Promise<void>;
}

/** What the program is given in the place of the world's own; to see whether a difference is noticed. */
export interface Distortion {
  readonly settings?: (settings: WorldSettings) => WorldSettings;
  readonly jobs?: (jobs: readonly JobDefinition[]) => readonly JobDefinition[];
}

const MINUTE_MS = 60_000;

const DIES = `CREATE TRIGGER this_run_dies BEFORE INSERT ON assessment
  BEGIN SELECT RAISE(ABORT, 'the run dies here'); END`;

let migrated: Buffer | null = null;

/** An empty database with the tables of today, made once: to migrate takes longer than a step of a world. */
function emptyDatabase(): Buffer {
  if (migrated !== null) return migrated;
  const { path: folder, remove } = temporaryFolder();
  const file = join(folder, 'empty.sqlite');
  openDatabase(file, { migrationsFolder: join(ROOT, 'drizzle') }).close();
  migrated = readFileSync(file);
  remove();
  return migrated;
}

/** Starts a stand-in without tables and a program without figures. Close it when done. */
export async function openProgram(distortion: Distortion = {}): Promise<Program> {
  const asSet = distortion.settings ?? ((settings: WorldSettings) => settings);
  const asJobs = distortion.jobs ?? ((jobs: readonly JobDefinition[]) => jobs);
  const { path: folder, remove } = temporaryFolder();
  const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 6000, tables: [] });
  const databaseFile = join(folder, 'world.sqlite');
  writeFileSync(databaseFile, emptyDatabase());
  const configDir = join(folder, 'config');
  const notAPage = join(folder, 'not-a-page');
  writeFileSync(notAPage, 'The page and the copy are not asked about: to make them takes as long as to assess.');
  const shown = new Map<string, MadeTable>();
  let now = new Date(0);
  let app: App | null = null;
  const opened = (): App => {
    if (app === null) throw new Error('The program has not been run yet.');
    return app;
  };
  const open = (state: WorldState): App => {
    const env = {
      ...{ DATABASE_FILE: databaseFile, CONFIG_DIR: configDir, LOG_LEVEL: 'silent' },
      ...{ SSB_API_URL: statbank.url, KLASS_API_URL: statbank.klassUrl },
      ...{ REPORT_FILE: notAPage, ANALYST_COPY: join(notAPage, 'copy.sqlite') },
    };
    const environment = readEnvironment(env, ROOT);
    const store = openDatabase(databaseFile, { migrationsFolder: join(ROOT, 'drizzle') });
    const settings = loadSettings(configDir, { jobs: asJobs(jobsOf(state)), places: bundledPlaces() });
    const logger = createLogger({ level: 'silent', pretty: false });
    const sleep = (ms: number): Promise<void> => {
      now = new Date(now.getTime() + ms);
      statbank.setNow(now.toISOString());
      return Promise.resolve();
    };
    const clock = { now: () => now, sleep };
    return { environment, settings, store, clock, logger, close: () => store.close() };
  };
  const pass = (): void => {
    now = new Date(now.getTime() + MINUTE_MS);
    statbank.setNow(now.toISOString());
  };
  return {
    run: async (state, run) => {
      now = new Date(state.now);
      statbank.setNow(state.now);
      showTables(statbank, shown, state.tables);
      writeSettings(configDir, asSet(state.settings));
      app?.close();
      app = open(state);
      const options = { jobs: [], force: false, accept: [] };
      if (run === 'whole') return ingest(app, options, SILENT_PROGRESS);
      withDatabase(databaseFile, (database) => database.exec(DIES));
      try {
        return await ingest(app, options, SILENT_PROGRESS);
      } catch (error) {
        if (!String(error).includes('the run dies here')) throw error;
        return null;
      } finally {
        withDatabase(databaseFile, (database) => database.exec('DROP TRIGGER this_run_dies'));
      }
    },
    accept: (accept) => {
      pass();
      return ingest(opened(), { jobs: [], force: false, accept }, SILENT_PROGRESS);
    },
    handIn: async (file) => {
      pass();
      const path = join(folder, file.name);
      writeFileSync(path, writeFile(file));
      await handIn(opened(), path);
    },
    refused: () => withDatabase(databaseFile, readRefused),
    status: () => readStatus(opened()).indicators,
    explain: (indicator) => explain(opened(), indicator),
    asOf: (instant) => assessAsOf(opened(), instant).document.indicators,
    told: () => withDatabase(databaseFile, readNotified),
    close: async () => {
      app?.close();
      await statbank.close();
      remove();
    },
  };
}

/**
 * The shipped jobs, with the datasets that the world has tables for. Of parts and wholes they say nothing: a world changes
 * one figure and leaves its total, and each such reply would be held back.
 */
function jobsOf({ tables }: WorldState): readonly JobDefinition[] {
  const subjects = new Set(tables.map(({ subject }) => subject));
  const wanted = new Set(DATASETS.filter(({ subject }) => subjects.has(subject)).map(({ id }) => id));
  return shippedJobs
    .map((job) => ({ ...job, datasets: job.datasets.filter(({ id }) => wanted.has(id)).map(withoutParts) }))
    .filter(({ datasets }) => datasets.length > 0);
}

function withoutParts(shipped: DatasetDefinition): DatasetDefinition {
  const definition: { -readonly [Key in keyof DatasetDefinition]: DatasetDefinition[Key] } = { ...shipped };
  delete definition.parts;
  return definition;
}

function showTables(statbank: Statbank, shown: Map<string, MadeTable>, tables: readonly MadeTable[]): void {
  for (const table of tables) {
    if (shown.get(table.id) === table) continue;
    statbank.putTable(toStatbankTable(table));
    shown.set(table.id, table);
  }
}

function writeSettings(folder: string, settings: WorldSettings): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(settingsFiles(settings))) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
  }
}

function withDatabase<T>(file: string, work: (database: BetterSqlite3.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function readRefused(database: BetterSqlite3.Database): ReadonlySet<string> {
  const rows = database.prepare(`
    SELECT dataset.code FROM dataset_run JOIN dataset ON dataset.id = dataset_run.dataset_id
    WHERE outcome NOT IN ('changed', 'unchanged') AND job_run_id = (SELECT max(id) FROM job_run)`);
  return new Set((rows.all() as readonly { readonly code: string }[]).map(({ code }) => code));
}

function readNotified(database: BetterSqlite3.Database): readonly Told[] {
  const rows = database.prepare(`
    SELECT alert.subject, alert.from_status AS "from", alert.to_status AS "to", assessment.cause
    FROM alert JOIN assessment ON assessment.id = alert.assessment_id ORDER BY alert.id`);
  return rows.all() as readonly Told[];
}

/** A file of a year to come is held, and taken in on a person's word. */
async function handIn(app: App, path: string): Promise<void> {
  try {
    await importFile(app, 'survey', path);
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'publication-quarantined') throw error;
    await acceptFile(app, basename(path));
  }
}
