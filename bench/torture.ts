import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, platform, release, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { readWords } from './read-words.ts';

// `npm run torture -- [--factor N] [--seed N] [--only NAME] [file…]`: every test that asks for examples or kills the
// program, with many times as many of them. What the last run of each file came to, or of the tests of it with a name, is
// kept in bench/results/torture.json.
const LONG = '50';
const ASKS_FOR_MORE = ['/support/examples.ts', "'./kill"];

/** One property tried on so many examples, or one test that has killed the program so many times. */
interface Tally {
  readonly file: string;
  readonly test: string;
  readonly numRuns?: number;
  readonly kills?: number;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const { values, positionals } = readWords('npm run torture -- [--factor N] [--seed N] [--only NAME] [file…]', {
  options: { factor: { type: 'string', default: LONG }, seed: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
const factor = Number(values.factor);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!Number.isInteger(factor) || factor < 1 || !Number.isInteger(seed)) {
  console.error('The factor must be a whole number from 1 up, and the seed a whole number.');
  process.exit(2);
}

const root = findProjectRoot(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-torture-'));
try {
  const status = run(positionals.length > 0 ? positionals : testsThatTryMore());
  process.exitCode ||= status;
} finally {
  rmSync(folder, { recursive: true });
}

function run(files: readonly string[]): number {
  console.log(`Seed ${seed}, ${factor} times as many examples and kills as npm test and npm run test:long.`);
  const [report, tally] = [join(folder, 'report.json'), join(folder, 'tally.jsonl')];
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const only = values.only === undefined ? [] : ['--testNamePattern', values.only];
  const words = ['run', '--config', 'test/vitest.all.config.ts', '--testTimeout=0', '--reporter=default'];
  const { status } = spawnSync(
    process.execPath,
    [vitest, ...words, ...only, '--reporter=json', `--outputFile.json=${report}`, ...files],
    {
      cwd: root,
      env: {
        ...process.env,
        TORTURE_SEED: String(seed),
        TORTURE_FACTOR: String(factor),
        TORTURE_TALLY: tally,
      },
      stdio: 'inherit',
    },
  );
  if (existsSync(report)) record(report, tally);
  return status ?? 1;
}

function testsThatTryMore(): readonly string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test', name))
    .filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return ASKS_FOR_MORE.some((sign) => text.includes(sign));
    });
}

/** Puts the figures of the files that were run in the place of those of their last run. */
function record(report: string, tally: string): void {
  const results = join(root, 'bench', 'results', 'torture.json');
  const known = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Record<string, unknown>) : {};
  const lines = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n') : [];
  const tallies = lines.map((line) => JSON.parse(line) as Tally);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const circumstances = {
    at: new Date().toISOString(),
    node: process.version,
    system: `${platform()} ${release()}, ${availableParallelism()} cores`,
    ...{ seed, factor },
  };
  for (const { name, startTime, endTime, assertionResults } of testResults) {
    const file = relative(root, name);
    const part = values.only === undefined ? file : `${file}, ${values.only}`;
    const having = (status: string) => assertionResults.filter((result) => result.status === status).length;
    if (having('passed') + having('failed') === 0) {
      console.error(`${part}: no test was run, and nothing is recorded. Is the name right?`);
      process.exitCode = 1;
      continue;
    }
    const own = tallies.filter((each) => each.file === file);
    const sum = (figure: 'numRuns' | 'kills') => own.reduce((total, each) => total + (each[figure] ?? 0), 0);
    const counts = {
      examples: sum('numRuns'),
      kills: sum('kills'),
      passed: having('passed'),
      failed: having('failed'),
    };
    known[part] = { ...circumstances, seconds: Math.round((endTime - startTime) / 1000), ...counts };
    console.log(`${part}: ${counts.examples} examples, ${counts.kills} kills, ${counts.failed} tests failed`);
  }
  const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(results, `${JSON.stringify(sorted, null, 2)}\n`);
}
