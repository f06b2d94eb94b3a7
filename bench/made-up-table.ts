import { setImmediate } from 'node:timers/promises';
import type { DatasetDefinition } from '../src/model/data/job.ts';
import type { DataReply } from '../src/model/data/retrieval.ts';
import type { Settings } from '../src/model/plan/settings.ts';
import type { Clock } from '../src/platform/clock.ts';
import { createLogger } from '../src/platform/logger.ts';
import type { App } from '../src/app/open-app.ts';
import { ingestDatasets } from '../src/app/intake/ingest-datasets.ts';
import { keepAnswers } from '../src/app/source/kept-answers.ts';
import { SILENT_PROGRESS } from '../src/app/progress.ts';
import type { DatasetResult } from '../src/model/run.ts';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { readEnvironment } from '../src/settings/environment.ts';
import { readMetadata } from '../src/source/describe/read-metadata.ts';
import type { SsbClient } from '../src/source/ask/ssb-client.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { finishRun, startRun } from '../src/store/runs/runs.ts';
import { join } from 'node:path';
import { describeTable, dimensionsOf } from './documents.ts';

const ROOT = findProjectRoot(import.meta.url);
const TABLE = '99001';
const ALTERNATIVE: DatasetDefinition['alternatives'][number] = {
  id: 'all',
  coverage: 'municipality',
  regions: { variable: 'Region', places: 'own-and-peers' },
  select: { Kjonn: '*', NACE2007: '*' },
  otherVariables: 'refuse',
  time: '*',
};

/** The application on a database of the bench's own, with one made-up table for its source. */
export interface BenchApp extends App {
  readonly regions: number;
}

/** Opens what a run needs, the settings' files left out: they are read before the first reply comes. */
export function openBenchApp(databaseFile: string, regions: number): BenchApp {
  const environment = readEnvironment({ DATABASE_FILE: databaseFile }, ROOT);
  const store = openDatabase(databaseFile, { migrationsFolder: join(ROOT, 'drizzle') });
  const clock: Clock = { now: () => new Date(), sleep: () => Promise.resolve() };
  const logger = createLogger({ level: 'silent', pretty: false });
  return { environment, settings: settingsFor(regions), store, clock, logger, regions, close: () => store.close() };
}

/**
 * A run over the made-up table as the program makes it, from the bytes of the reply on: reading, checking, storing and
 * the record of the run. The bytes are used up, as those of an answer are. What follows in the program (assessing, the
 * analysts' copy, the backup) is timed by itself.
 */
export async function takeTableIn(
  app: BenchApp,
  readBody: () => Buffer,
  datasetIds = ['made-up'],
): Promise<readonly DatasetResult[]> {
  const { store, clock } = app;
  const definitions = datasetIds.map(defineDataset);
  const runId = startRun(store, { trigger: 'command', jobs: ['bench'], startedAt: clock.now().toISOString() });
  const run = { runId, beat: () => undefined, signal: new AbortController().signal, logger: app.logger };
  const reading = {
    client: clientOf(app.regions, readBody),
    definitions,
    accept: new Map(),
    force: false,
    run,
    answers: keepAnswers({ shelf: null, clock: app.clock, anew: true }),
    progress: SILENT_PROGRESS,
  };
  const none = new Set<string>();
  const news = {
    ...{ due: new Set(datasetIds), turns: none, unlisted: none, awaited: none },
    ...{ askedAt: clock.now().toISOString(), changed: new Map<string, never>() },
  };
  const results = await ingestDatasets(app, reading, news);
  const failed = results.find(({ errorCode }) => errorCode !== null);
  if (failed !== undefined) throw new Error(failed.message);
  finishRun(store, runId, {
    ...{ outcome: 'succeeded', requests: 0, message: 'Taken in.', finishedAt: clock.now().toISOString() },
  });
  return results;
}

function defineDataset(id: string): DatasetDefinition {
  const contents = ['Sysselsatte', 'Personer'].map((code) => ({ code, unit: 'personer', quantity: 'count' as const }));
  return { id, title: 'Oppdiktet', table: TABLE, allowedAgeDays: 400, contents, alternatives: [ALTERNATIVE] };
}

function settingsFor(regions: number): Settings {
  const codes = dimensionsOf(regions)['Region'] ?? [];
  const municipalities = codes.map((code) => ({
    ...{ code, name: `Navn på ${code}`, level: 'municipality' as const, codes: [{ code }] },
  }));
  const members = [{ id: 'all', name: 'All', members: codes }];
  const peerGroups = [{ id: 'all', title: 'Alle', titleEn: 'All', confirmed: true, regions: members }];
  const source = { title: 'Oppdiktet', licence: 'CC BY 4.0' };
  return {
    plan: {
      municipality: { code: codes[0] ?? '', name: 'Oppdiktet' },
      ...{
        title: 'Oppdiktet',
        horizonYear: 2030,
        readAllEveryDays: 7,
        language: 'nb',
        survey: source,
        municipalEmissions: source,
      },
    },
    geography: { own: codes[0] ?? '', municipalities, counties: [], peerGroups },
    ...{
      indicators: [],
      breaks: [],
      corrections: [],
      annotations: [],
      symbols: { symbols: {}, tables: {} },
      jobs: [],
      unused: [],
      backup: { folder: 'backups', keepDaily: 0 },
      report: { address: null },
      alerts: {
        ...{ language: 'nb', greeting: '', timeZone: 'Europe/Oslo', channels: [], reminders: { everyDays: 0 } },
        ...{ withoutOperations: 'staff', unsettled: { changes: 1, withinDays: 1 } },
      },
    },
  };
}

/** Answers as SSB's client does after its requests. */
function clientOf(regions: number, readBody: () => Buffer): SsbClient {
  const asked = { what: `The data of table ${TABLE}`, address: 'https://oppdiktet.test/data' };
  const reply = (): DataReply => ({
    ...asked,
    contentType: 'application/json',
    body: readBody(),
    request: `GET ${asked.address}`,
  });
  const unasked = () => Promise.reject(new Error('the bench does not ask this'));
  return {
    config: () => Promise.resolve({ licence: 'CC BY 4.0', maxDataCells: null, rateLimit: null }),
    // After a turn of the event loop, as an answer from the network does.
    metadata: async (id) => {
      await setImmediate();
      return readMetadata(describeTable(regions), id, asked);
    },
    data: () => setImmediate(reply()),
    ...{ tables: unasked, table: unasked, codeList: unasked, codeListInEnglish: unasked },
    ...{ requestCount: () => 0, outOfReach: () => null },
  };
}
