import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../cli.ts';

/**
 * Runs before the tests, and in watch mode before each round of them: commands, the intake thread and the stand-in run
 * from dist/, and must be the sources that are there.
 */
export default function setup(project: TestProject): void {
  buildIfOld();
  project.onTestsRerun(() => {
    try {
      buildIfOld();
    } catch (error) {
      // An error thrown here would end the watch; without the program whatever runs it fails, until the source is mended.
      console.error(error instanceof Error ? error.message : error);
      for (const file of ['main.js', 'intake-worker.js']) rmSync(join(ROOT, 'dist/program', file), { force: true });
    }
  });
}

/**
 * Builds the program of a folder where its sources are not those it was built from, and says so in a line.
 * @returns Whether it was built.
 * @throws What the compiler printed, where it cannot be built: no test may then run.
 */
export function buildIfOld(folder: string = ROOT, say: (line: string) => void = console.log): boolean {
  const asked = run(process.execPath, [join(ROOT, '.config/built-from.mjs'), 'check'], folder);
  if (asked.ended) return false;
  say(`Building before the tests: ${asked.printed}.`);
  const built = run('npm', ['run', '--silent', 'build'], folder);
  if (!built.ended) throw new Error(`The program cannot be built, so nothing is tested.\n${built.printed}`);
  return true;
}

function run(program: string, words: readonly string[], cwd: string): { ended: boolean; printed: string } {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd, encoding: 'utf8' });
  if (error !== undefined) throw error;
  return { ended: status === 0, printed: `${stdout}${stderr}`.trim() };
}
