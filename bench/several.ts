import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledPlace, bundledPlaces } from '../src/places/bundled/bundled-places.ts';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { HELD_PLACES } from '../test/statbank/places/divisions.ts';
import { startStatbank } from '../test/statbank/server.ts';
import { shiftedTo } from '../test/support/service/shifted-clock.ts';
import { describeMachine } from './machine.ts';

// How many requests, and how much time and memory, a first run of every municipality of a county in one process takes,
// and one of a single of them: `npx tsx bench/several.ts`, or with the code of another county than Telemark. The settings
// are those that `init --peers county` writes, and the stand-in for the source is asked at the source's own pace. The
// figures are kept in bench/results/.

const NOON = '2026-03-03T12:00:00.000Z';
const RESULTS = 'bench/results/several.json';

const root = findProjectRoot(import.meta.url);
const program = join(root, 'dist/program/main.js');
const county = process.argv[2] ?? '40';
const municipalities = bundledPlaces().filter((place) => place.level === 'municipality' && place.county === county);
const held = new Set(HELD_PLACES.map(({ code }) => code));
const further = municipalities.filter(({ code }) => !held.has(code));

const runs = [];
for (const served of [municipalities.slice(-1), municipalities]) {
  const run = await firstRun(served.map(({ code }) => code));
  process.stdout.write(`${JSON.stringify(run)}\n`);
  runs.push(run);
}
const result = { ...describeMachine(), county: bundledPlace(county)?.name ?? county, runs };
writeFileSync(join(root, RESULTS), `${JSON.stringify(result, null, 2)}\n`);

/** The first run of a service of these municipalities, from its start until the last has its figures. */
async function firstRun(codes: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'several-'));
  const statbank = await startStatbank({ rateLimit: 'off', municipalities: further });
  statbank.setNow(NOON);
  const env = {
    ...{ PATH: process.env['PATH'], DATABASE_FILE: join(folder, 'data.sqlite'), LOG_LEVEL: 'info' },
    ...{ SSB_API_URL: statbank.url, KLASS_API_URL: statbank.klassUrl },
  };
  const settings = join(folder, 'settings');
  mkdirSync(settings);
  for (const code of codes) {
    const words = ['init', join(settings, code), '--municipality', code, '--peers', 'county', '--offline', '--json'];
    execFileSync(process.execPath, [program, ...words], { env });
  }
  const begun = performance.now();
  const service = spawn(process.execPath, ['--import', shiftedTo(NOON), program, 'daemon', '--configs', settings], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const outcomes: string[] = [];
  let waited = 0;
  let rest = '';
  await new Promise<void>((resolve, reject) => {
    service.once('close', () => reject(new Error('The service ended before every municipality had its figures.')));
    service.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.map((one) => JSON.parse(one) as Readonly<Record<string, unknown>>)) {
        if (line['level'] === 'error') process.stderr.write(`${String(line['msg'])}\n`);
        if (line['event'] === 'source-wait') waited += Number(line['seconds']);
        if (line['event'] === 'run-finished') outcomes.push(String(line['outcome']));
      }
      if (outcomes.length === codes.length) resolve();
    });
  });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const memoryMb = peakMemory(service.pid ?? 0);
  const processorSeconds = processorTime(service.pid ?? 0);
  const requests = statbank.requests.length;
  const succeeded = outcomes.filter((outcome) => outcome === 'succeeded').length;
  await new Promise((resolve) => {
    service.once('close', resolve);
    service.kill('SIGTERM');
  });
  await statbank.close();
  rmSync(folder, { recursive: true, force: true });
  return { municipalities: codes.length, succeeded, requests, seconds, processorSeconds, waited, memoryMb };
}

/** The most that the process has had, in MB; `null` where the system does not say. */
function peakMemory(pid: number): number | null {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

/** What the process has had of the processor, in seconds. */
function processorTime(pid: number): number {
  // After the name, which may hold spaces: state, ten numbers, then hundredths of a second in the program and in the system.
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = after.split(' ').slice(11, 13).map(Number);
  return Math.round(((user ?? 0) + (system ?? 0)) / 10) / 10;
}
