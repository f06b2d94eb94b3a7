import { describe, test } from 'vitest';
import { examples } from '../support/examples.ts';
import { tryTarget } from './support/try-target.ts';

/** The campaigns watch themselves; how long they take depends on the machine. */
const NO_LIMIT = 0;

describe('whatever comes is taken in with the right cells or refused, and nothing else happens', () => {
  test.concurrent.each([
    ['json-stat', 12_000],
    ['survey', 4000],
    ['workbook', 1000],
    ['settings', 3000],
  ] as const)('%s, %i times', (target, times) => tryTarget(target, examples(times)), NO_LIMIT);
});
