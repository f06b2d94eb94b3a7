import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { startStatbank } from '../test/statbank/server.ts';
import { shiftedTo } from '../test/support/service/shifted-clock.ts';

// How many requests and how much time a first run of several municipalities in one process takes, against the stand-in with
// the source's quota: `npx tsx bench/several.ts 17`, and with 1 for comparison.

const NOON = '2026-03-03T12:00:00.000Z';
/** Places that the shipped settings and the stand-in know, with what they are called in plans and among the peers. */
const PLACES: readonly (readonly [code: string, name: string, peer: string])[] = [
  ['3301', 'Drammen', ''],
  ['0301', 'Oslo', 'oslo'],
  ['1103', 'Stavanger', 'stavanger'],
  ['1108', 'Sandnes', 'sandnes'],
  ['3107', 'Fredrikstad', 'fredrikstad'],
  ['3201', 'Bærum', 'baerum'],
  ['3203', 'Asker', 'asker'],
  ['3205', 'Lillestrøm', 'lillestrom'],
  ['4204', 'Kristiansand', 'kristiansand'],
  ['4601', 'Bergen', 'bergen'],
  ['5001', 'Trondheim', 'trondheim'],
  ['5501', 'Tromsø', 'tromso'],
  ['3105', 'Sarpsborg', ''],
  ['4001', 'Porsgrunn', ''],
  ['4003', 'Skien', ''],
  ['3103', 'Moss', ''],
  ['3303', 'Kongsberg', ''],
];
/** A region of the other group that is no more than this place. */
const REGIONS: Readonly<Record<string, string>> = {
  3205: 'nedre-romerike',
  4204: 'kristiansand',
  3103: 'moss',
  3303: 'kongsberg',
};

const root = findProjectRoot(import.meta.url);
const places = PLACES.slice(0, Number(process.argv[2] ?? PLACES.length));
const folder = mkdtempSync(join(tmpdir(), 'several-'));
const settings = join(folder, 'settings');
mkdirSync(settings);
for (const [code, name, peer] of places) writeSettings(code, name, peer);

function writeSettings(code: string, name: string, peer: string): void {
  const own = join(settings, code);
  cpSync(join(root, 'config'), own, { recursive: true });
  if (code === '3301') return;
  replace(join(own, 'plan.yaml'), "code: '3301'", `code: '${code}'`);
  replace(join(own, 'plan.yaml'), 'name: Drammen', `name: ${name}`);
  // Worked examples have the peers of the shipped settings.
  if (peer === '') replace(join(own, 'peers.yaml'), "      - { id: drammen, name: Drammen, members: ['3301'] }\n", '');
  else replace(join(own, 'indicators/employment-rate.yaml'), `    ${peer}: [`, '    drammen: [');
  const region = REGIONS[code];
  if (region === undefined) return;
  for (const file of ['job-growth.yaml', 'new-enterprises.yaml']) {
    replace(join(own, 'indicators', file), new RegExp(`^    ${region}: .*\\n`, 'm'), '');
  }
}

function replace(file: string, found: string | RegExp, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  const replaced = text.replace(found, replacement);
  if (replaced === text) throw new Error(`${String(found)} does not stand in ${file}`);
  writeFileSync(file, replaced);
}

const statbank = await startStatbank({ rateLimit: 'off' });
statbank.setNow(NOON);
const env = {
  ...{ PATH: process.env['PATH'], DATABASE_FILE: join(folder, 'data.sqlite'), LOG_LEVEL: 'info' },
  ...{ SSB_API_URL: statbank.url, KLASS_API_URL: statbank.klassUrl },
};
const words = ['--import', shiftedTo(NOON), join(root, 'dist/program/main.js'), 'daemon', '--configs', settings];
const begun = performance.now();
const service = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
let log = '';
let waited = 0;
const runs: string[] = [];
service.stdout.setEncoding('utf8').on('data', (text: string) => {
  const lines = (log + text).split('\n');
  log = lines.pop() ?? '';
  for (const line of lines.map((one) => JSON.parse(one) as Readonly<Record<string, unknown>>)) {
    if (line['event'] === 'municipality-unserved') process.stderr.write(`${String(line['msg'])}\n`);
    if (line['event'] === 'source-wait') waited += Number(line['seconds']);
    if (line['event'] === 'run-finished') runs.push(String(line['outcome']));
    if (line['event'] === 'run-finished' && runs.length === places.length) finish();
  }
});

function finish(): void {
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const requests = statbank.requests.length;
  const memoryMb = peakMemory();
  process.stdout.write(
    `${JSON.stringify({ municipalities: places.length, requests, seconds, waited, memoryMb, runs })}\n`,
  );
  service.once('close', () => void statbank.close().then(() => rmSync(folder, { recursive: true, force: true })));
  service.kill('SIGTERM');
}

/** The most the process has had, in MB; `null` where the system does not say. */
function peakMemory(): number | null {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${service.pid ?? 0}/status`, 'utf8')) ?? [];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
