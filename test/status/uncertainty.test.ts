import { describe, expect, it } from 'vitest';
import { changeUncertainty, isWithinUncertainty } from '../../src/status/uncertainty.ts';

describe('the uncertainty of a change between two surveys', () => {
  it('is two standard errors of the change, by the widest spread the means allow', () => {
    // √(50·50/100) = 5 each, √(25 + 25) = 7.0711, doubled.
    expect(changeUncertainty({ index: 50, respondents: 100 }, { index: 50, respondents: 100 })).toBeCloseTo(14.1421, 4);
    // √(64·36/300 + 66·34/300) = √(7.68 + 7.48) = 3.8936, doubled.
    expect(changeUncertainty({ index: 64, respondents: 300 }, { index: 66, respondents: 300 })).toBeCloseTo(7.7872, 4);
  });

  it.each([
    [64.2, 312, 66.5, 298, true],
    [64, 300, 71.5, 300, true],
    [64, 300, 72, 300, false],
    [64, 30_000, 66, 30_000, false],
    [72, 300, 64, 300, false],
  ])('%d by %d, then %d by %d', (first, answers, second, later, expected) => {
    const [before, after] = [
      { index: first, respondents: answers },
      { index: second, respondents: later },
    ];
    expect(isWithinUncertainty(before, after)).toBe(expected);
  });

  it.each([
    ['nobody answered', { index: 60, respondents: 0 }],
    ['an index is beyond 100', { index: 101, respondents: 10 }],
    ['an index is below 0', { index: -1, respondents: 10 }],
  ])('is not known when %s', (_, odd) => {
    expect(changeUncertainty({ index: 60, respondents: 100 }, odd)).toBeNull();
    expect(isWithinUncertainty(odd, { index: 60, respondents: 100 })).toBe(false);
  });
});
