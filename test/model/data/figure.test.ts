import { describe, expect, it } from 'vitest';
import { calculated, exactOf, stored } from '../../../src/model/data/figure.ts';
import { compare, divide, fractionOf } from '../../../src/model/fraction.ts';

const THIRD = divide(fractionOf(1), fractionOf(3));

describe('a figure', () => {
  it('that was calculated is shown rounded, and compared by its exact value', () => {
    const figure = calculated(THIRD);
    expect(figure.value).toBe(0.3333333333);
    expect(compare(exactOf(figure), THIRD)).toBe(0);
    expect(compare(exactOf(figure), fractionOf(figure.value))).toBe(1);
  });

  it('that was published is exactly what was published', () => {
    expect(compare(exactOf({ value: 64.1 }), fractionOf(64.1))).toBe(0);
  });

  it('is stored as it is shown', () => {
    expect(stored(calculated(THIRD))).toEqual({ value: 0.3333333333 });
    expect(stored({ missing: 'confidential' })).toEqual({ missing: 'confidential' });
  });
});
