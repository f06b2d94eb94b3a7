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

function whoAsks() {
  const { testPath, currentTestName } = expect.getState();
  return { file: relative(ROOT, testPath ?? ''), test: currentTestName ?? '' };
}
