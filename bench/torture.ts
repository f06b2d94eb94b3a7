import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, platform, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findProjectRoot } from '../src/platform/project-root.ts';

// `npm run torture -- [--factor N] [--seed N] [file…]`: every test that asks for examples or kills the program, with many
// times as many of them.
// The figures of a run over all of them are kept in bench/results/.
const LONG = '50';
const ASKS_FOR_MORE = ['/support/examples.ts', "'./kill"];

/** One property tried on so many examples, or one test that has killed the program so many times. */
interface Tally {
  readonly file: string;
  readonly test: string;
  readonly numRuns?: number;
  readonly kills?: number;
}

interface FileFigures {
  readonly properties: number;
  readonly examples: number;
  readonly kills: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

const { values, positionals } = parseArgs({
  options: { factor: { type: 'string', default: LONG }, seed: { type: 'string' } },
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
  process.exitCode = run(positionals.length > 0 ? positionals : testsThatTryMore());
} finally {
  rmSync(folder, { recursive: true });
}

function run(files: readonly string[]): number {
  console.log(`Seed ${seed}, ${factor} times as many examples as npm test.`);
  const [report, tally] = [join(folder, 'report.json'), join(folder, 'tally.jsonl')];
  const startedAt = Date.now();
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const words = ['run', '--config', 'test/vitest.config.ts', '--testTimeout=0', '--reporter=default'];
  const { status } = spawnSync(
    process.execPath,
    [vitest, ...words, '--reporter=json', `--outputFile.json=${report}`, ...files],
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
  if (existsSync(report)) write(report, tally, Math.round((Date.now() - startedAt) / 1000));
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

/** The figures of the run, file by file. */
function write(report: string, tally: string, seconds: number): void {
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const tried = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n') : [];
  const runs = tried.map((line) => JSON.parse(line) as Tally);
  const files: Record<string, FileFigures> = {};
  for (const { file, numRuns, kills = 0 } of runs.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const before = files[file] ?? { properties: 0, examples: 0, kills: 0 };
    files[file] = {
      properties: before.properties + (numRuns === undefined ? 0 : 1),
      examples: before.examples + (numRuns ?? 0),
      kills: before.kills + kills,
    };
  }
  const total = (figure: 'examples' | 'kills') => Object.values(files).reduce((sum, each) => sum + each[figure], 0);
  const figures = {
    at: new Date().toISOString(),
    node: process.version,
    system: `${platform()} ${release()}, ${availableParallelism()} cores`,
    ...{ seed, factor, seconds, passed, failed },
    ...{ examples: total('examples'), kills: total('kills') },
    files,
  };
  console.log(`${figures.examples} examples and ${figures.kills} kills in ${seconds} s.`);
  if (positionals.length > 0) return;
  writeFileSync(join(root, 'bench', 'results', 'torture.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
