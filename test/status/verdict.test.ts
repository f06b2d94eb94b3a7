import { expect, it } from 'vitest';
import { numberOf } from '../../src/status/verdict.ts';

it('a rule is never given a number in place of a missing figure', () => {
  expect(numberOf({ value: 0 })).toBe(0);
  expect(() => numberOf({ missing: 'nil' })).toThrow(
    new RangeError('A rule was asked about a figure that is missing (nil)'),
  );
  expect(() => numberOf(undefined)).toThrow(
    new RangeError('A rule was asked about a figure that is missing (not computed)'),
  );
});
