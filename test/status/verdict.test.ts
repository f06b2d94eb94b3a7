import { expect, it } from 'vitest';
import { fractionOf } from '../../src/model/fraction.ts';
import { exactNumber } from '../../src/status/verdict.ts';

it('a rule is never given a number in place of a missing figure', () => {
  expect(exactNumber({ value: 0 })).toEqual(fractionOf(0));
  expect(() => exactNumber({ missing: 'nil' })).toThrow(
    new RangeError('A rule was asked about a figure that is missing (nil)'),
  );
  expect(() => exactNumber(undefined)).toThrow(
    new RangeError('A rule was asked about a figure that is missing (not computed)'),
  );
});
