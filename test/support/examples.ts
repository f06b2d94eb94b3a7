import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from './cli.ts';

/** What fast-check is told: from which seed, and how many examples of a property to try. */
export interface Examples {
  readonly seed: number;
  readonly numRuns: number;
}

const SEED = Number(process.env['TORTURE_SEED'] ?? 20_260_226);
const FACTOR = Number(process.env['TORTURE_FACTOR'] ?? 1);
const TALLY = process.env['TORTURE_TALLY'];

/**
 * The second argument of `fc.assert`: `usual` examples from a fixed seed, which fast-check prints when one fails. The
 * long run (`npm run torture`) tries many times as many from a seed of its own, and has each property counted.
 */
export function examples(usual: number): Examples {
  const numRuns = usual * FACTOR;
  if (TALLY !== undefined) appendFileSync(TALLY, `${JSON.stringify({ ...whoAsks(), numRuns })}\n`);
  return { seed: SEED, numRuns };
}

/** Of things so many that usually one in `usual` is tried, the step to the next: the long run leaves out fewer, or none. */
export function stride(usual: number): number {
  return Math.max(1, Math.round(usual / FACTOR));
}

/** Has the long run count how often a test has killed the program. */
export function countKills(kills: number): void {
  if (TALLY !== undefined) appendFileSync(TALLY, `${JSON.stringify({ ...whoAsks(), kills })}\n`);
}

function whoAsks() {
  const { testPath, currentTestName } = expect.getState();
  return { file: relative(ROOT, testPath ?? ''), test: currentTestName ?? '' };
}
