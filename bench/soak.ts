import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { Database } from '../src/store/sqlite-driver.ts';
import { startStatbank, type Statbank } from '../test/statbank/server.ts';
import { describeMachine } from './machine.ts';
import { readWords } from './read-words.ts';
import { type Course, judge, quarter, type Sample } from './soak/judge.ts';
import { publish } from './soak/publisher.ts';
import type { Readings } from './soak/reader.ts';
import { type Service, startService } from './soak/service.ts';
import { takeSample } from './soak/watch.ts';

// `npm run soak -- [--minutes N]`: the service for an hour of real time against the stand-in, with publications every
// minute and ten readers. Its clock is put at a Tuesday noon, when the source is open; its jobs have a slot every minute.
// Before each look at its memory it collects its garbage. The figures of a whole hour are kept in bench/results/.
const READERS = 10;
const SAMPLE_EVERY_MS = 5000;
const MINUTE_MS = 60_000;
const HOUR = 60;
const STARTS_AT = '2026-03-03T12:00:00.000Z';
/** Of the clock of the service: slots are at the full minute. */
const PUBLISH_AT_SECOND = 30;

const { values } = readWords('npm run soak -- [--minutes N]', {
  options: { minutes: { type: 'string', default: String(HOUR) } },
});
const minutes = Number(values.minutes);
if (!Number.isInteger(minutes) || minutes < 2) {
  console.error('Write how many minutes, a whole number from 2 up: npm run soak -- --minutes 4');
  process.exit(2);
}
const root = findProjectRoot(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-soak-'));
const databaseFile = join(folder, 'soak.sqlite');
const machine = describeMachine();
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error('Stopped.')));
const endings: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
try {
  process.exitCode = await soak();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  for (const end of endings.toReversed()) await end();
}

async function soak(): Promise<number> {
  const startedAt = Date.now();
  const clock = () => new Date(Date.parse(STARTS_AT) + Date.now() - startedAt);
  const statbank = await startStatbank({ now: STARTS_AT, rateLimit: 'off', announcedCalls: 6000 });
  endings.push(() => statbank.close());
  const messages = await receiveMessages();
  const healthPort = await freePort();
  const env = {
    ...{ DATABASE_FILE: databaseFile, SSB_API_URL: statbank.url, KLASS_API_URL: statbank.klassUrl },
    ...{ CONFIG_DIR: join(root, 'test/fixtures/settings'), HEALTH_PORT: String(healthPort), WEBHOOK_URL: messages.url },
  };
  const service = startService(root, env, STARTS_AT);
  endings.push(() => service.stop());
  await service.firstRun;
  const readers = Array.from({ length: READERS }, () => fork(join(root, 'dist/bench/soak/reader.js'), [databaseFile]));
  endings.push(() => readers.forEach((reader) => reader.kill('SIGKILL')));
  console.log(`${minutes} minutes, ${READERS} readers; the first run is finished after ${since(startedAt)} s.`);

  const { samples, publications } = await keepGoing(service, statbank, { clock, healthPort });

  const readings = await Promise.all(readers.map(stopReader));
  const exitCode = await service.stop();
  const problems = [
    ...readings.flatMap((reading) => reading.problems.map((problem) => `a reader: ${problem}`)),
    ...service.complaints.map(({ event, msg }) => `the service: ${String(event)} ${String(msg)}`),
    ...(exitCode === 0 ? [] : [`the service ended with ${exitCode}`]),
  ];
  const locked = readings.reduce((sum, reading) => sum + reading.locked, 0);
  const { rows, ...kept } = readDatabase();
  const course: Course = {
    ...{ samples, publications, ...kept, problems },
    ...{ lockedReaders: locked, lockedService: service.locks.length },
  };
  const goals = judge(course);
  const figures = {
    ...machine,
    minutes,
    goals,
    publications,
    ...{ runs: kept.runs, rows, messages: messages.count() },
    readers: {
      count: READERS,
      queries: readings.reduce((sum, { queries }) => sum + queries, 0),
      rows: readings.reduce((sum, reading) => sum + reading.rows, 0),
      locked,
    },
    databaseMib: Math.round(statSync(databaseFile).size / 2 ** 20),
    quarters: [0, 1, 2, 3].map((which) => describeQuarter(quarter(samples, which))),
    samples: samples.length,
  };
  for (const { goal, seen, met } of goals) console.log(`${met ? 'met   ' : 'missed'}  ${goal}: ${seen}`);
  console.log(JSON.stringify({ ...figures, goals: undefined, machine: undefined }, null, 2));
  const file = join(root, 'bench', 'results', 'soak.json');
  if (minutes >= HOUR) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  return goals.every(({ met }) => met) ? 0 : 1;
}

/** Publishes at every minute and looks at the service in between, until the time is over. */
async function keepGoing(
  service: Service,
  statbank: Statbank,
  { clock, healthPort }: { readonly clock: () => Date; readonly healthPort: number },
): Promise<{ readonly samples: readonly Sample[]; readonly publications: number }> {
  const startedAt = Date.now();
  const signal = AbortSignal.any([stop.signal, service.gone]);
  const samples: Sample[] = [];
  let [publications, turn] = [0, 0];
  let publishAt = nextAt(clock(), PUBLISH_AT_SECOND);
  const [end, lastPublication] = [minutes * MINUTE_MS, (minutes - 1) * MINUTE_MS];
  while (Date.now() - startedAt < end) {
    await pause(SAMPLE_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    statbank.setNow(clock().toISOString());
    if (clock() >= publishAt && Date.now() - startedAt < lastPublication) {
      statbank.clearRequests();
      publications += publish(statbank, turn);
      forgetAnswer();
      turn += 1;
      publishAt = nextAt(clock(), PUBLISH_AT_SECOND);
    }
    const sample = await takeSample(service.pid, `http://127.0.0.1:${healthPort}/metrics`);
    samples.push({ seconds: since(startedAt), ...sample });
    if (samples.length % (MINUTE_MS / SAMPLE_EVERY_MS) === 0) tell(samples.at(-1), publications);
  }
  return { samples, publications };
}

/** The service asks the source once an hour what is new, and its runs share the answer: here the hour is over at once. */
function forgetAnswer(): void {
  const database = new Database(databaseFile);
  database.exec('DELETE FROM source_news');
  database.close();
}

function tell(sample: Sample | undefined, publications: number): void {
  if (sample === undefined) return;
  const { seconds, rssMib, heapMib, openFiles } = sample;
  const heap = heapMib === null ? 'no answer' : `${heapMib.toFixed(0)} MiB`;
  console.log(
    `${Math.round(seconds / 60)} min: ${rssMib.toFixed(0)} MiB (heap ${heap}), ${openFiles} open files, ${publications} publications`,
  );
}

/** The next time the seconds of a clock stand there. */
function nextAt(now: Date, second: number): Date {
  const inThisMinute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS + second * 1000;
  return new Date(inThisMinute > now.getTime() ? inThisMinute : inThisMinute + MINUTE_MS);
}

async function stopReader(reader: ChildProcess): Promise<Readings> {
  if (!reader.connected) return { queries: 0, rows: 0, locked: 0, problems: ['it ended by itself'] };
  const told = once(reader, 'message') as Promise<[Readings]>;
  reader.send('stop');
  return (await told)[0];
}

/** What the runs after the first left behind. */
function readDatabase() {
  const database = new Database(databaseFile, { readonly: true });
  try {
    const count = (sql: string) => database.prepare<[string], number>(sql).pluck().get(STARTS_AT) ?? 0;
    const runs = database
      .prepare<[], { outcome: string; runs: number }>('SELECT outcome, count(*) AS runs FROM job_run GROUP BY 1')
      .all();
    return {
      runs: Object.fromEntries(runs.map(({ outcome, runs: number }) => [outcome, number])),
      takenIn: count(`SELECT count(DISTINCT table_id || ' ' || updated_at) FROM publication WHERE updated_at > ?`),
      rows: Object.fromEntries(
        ['publication', 'observation', 'observation_revision', 'assessment', 'alert', 'delivery'].map((table) => [
          table,
          database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0,
        ]),
      ),
    };
  } finally {
    database.close();
  }
}

function describeQuarter(samples: readonly Sample[]) {
  const mean = (figures: readonly number[]) =>
    Math.round((figures.reduce((sum, figure) => sum + figure, 0) / figures.length) * 10) / 10;
  const openFiles = samples.map((sample) => sample.openFiles);
  return {
    rssMib: mean(samples.map(({ rssMib }) => rssMib)),
    greatestRssMib: Math.max(...samples.map(({ rssMib }) => rssMib)),
    heapMib: mean(samples.flatMap(({ heapMib }) => heapMib ?? [])),
    openFiles: { least: Math.min(...openFiles), greatest: Math.max(...openFiles) },
  };
}

/** Takes every message of the service. */
async function receiveMessages(): Promise<{ readonly url: string; readonly count: () => number }> {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    request.resume().once('end', () => response.writeHead(204).end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  endings.push(() => server.close().closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, count: () => count };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}

function since(startedAt: number): number {
  return Math.round((Date.now() - startedAt) / 1000);
}
