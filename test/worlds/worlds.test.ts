import { describe, it } from 'vitest';
import { playToAgreement } from './agreement.ts';

/** With the thread that takes replies in, which the many worlds of the long part go without. */
describe('a few made-up worlds, in which the program and the oracle are asked the same', () => {
  it.each([1, 2, 3])('agree on world %i, step by step', playToAgreement);
});
