import { describe, expect, it } from 'vitest';
import { largest, mean, median, smallest } from '../../../src/compute/measures/average.ts';
import { diversity, diversityBounds } from '../../../src/compute/measures/diversity.ts';
import { gap, peerMean } from '../../../src/compute/measures/gap.ts';
import { growth } from '../../../src/compute/measures/growth.ts';
import { ratio } from '../../../src/compute/measures/ratio.ts';
import { fractionOf, toNumber } from '../../../src/model/fraction.ts';
import { byValue } from '../../support/by-value.ts';

const figures = (...values: number[]) => values.map((value) => ({ value }));

describe('growth', () => {
  it.each([
    [50_600, 50_000, 1.2],
    [50_700, 50_000, 1.4],
    [111_350, 110_000, 1.2272727273],
    [820, 800, 2.5],
    [3_120, 3_000, 4],
    [790, 800, -1.25],
    [0, 800, -100],
  ])('from %d to %d is %d per cent', (current, previous, expected) => {
    expect(byValue(growth({ value: current }, { value: previous }))).toEqual({ value: expected });
  });

  it.each([0, -1])('cannot grow from %d', (base) => {
    expect(growth({ value: 5 }, { value: base })).toEqual({ missing: 'base-not-positive' });
  });

  it('hands on why a figure is missing, the current one first', () => {
    expect([
      growth({ missing: 'confidential' }, { missing: 'missing' }),
      growth({ value: 1 }, { missing: 'missing' }),
    ]).toEqual([{ missing: 'confidential' }, { missing: 'missing' }]);
  });
});

describe('diversity', () => {
  it.each([
    [[50, 30, 20], 0.62],
    [[49, 31, 20], 0.6238],
    [[51, 30, 19], 0.6138],
    [[50.1, 29.9, 20], 0.619598],
    [[7], 0],
    [[1, 1, 1, 1], 0.75],
  ])('of %j is %d', (groups, expected) => {
    expect(byValue(diversity(figures(...groups)))).toEqual({ value: expected });
  });

  it('needs every group', () => {
    expect(diversity([{ value: 50 }, { missing: 'confidential' }])).toEqual({ missing: 'confidential' });
  });

  it('needs something to share out', () => {
    expect([diversity(figures(0, 0)), diversity([])]).toEqual([
      { missing: 'base-not-positive' },
      { missing: 'base-not-positive' },
    ]);
  });
});

describe('the bounds of diversity', () => {
  const withheld = { missing: 'confidential' } as const;
  const nothing = { value: 0 };

  it('are one where nothing is left for what is withheld', () => {
    const bounds = diversityBounds([...figures(60, 40), withheld, withheld], { value: 100 }, nothing);
    expect(byValue(bounds)).toEqual({ low: { value: 0.48 }, high: { value: 0.48 } });
  });

  it('are none where there is nothing to share out', () => {
    expect(diversityBounds([nothing, withheld], nothing, nothing)).toBeNull();
  });
});

describe('ratio', () => {
  it('hands on why a figure is missing, the dividend’s first', () => {
    const missing = { missing: 'missing' } as const;
    expect([
      ratio({ over: { missing: 'confidential' }, under: missing, times: 100 }),
      ratio({ over: { value: 1 }, under: missing, times: 100 }),
    ]).toEqual([{ missing: 'confidential' }, missing]);
  });
});

describe('gap', () => {
  it('has no mean of nobody, though none are required', () => {
    expect(peerMean([], 0)).toEqual({ missing: 'peer-missing' });
  });

  it('is own figure less the unweighted mean of the others', () => {
    expect(byValue(gap({ value: 64.8 }, peerMean(figures(66.4, 66.9, 67.4), 3)))).toEqual({ value: -2.1 });
  });

  it('is missing when a required peer is', () => {
    expect(gap({ value: 64.8 }, peerMean([{ value: 66 }, { missing: 'missing' }], 2))).toEqual({
      missing: 'peer-missing',
    });
  });

  it('rests on the peers there are, when so many are enough', () => {
    expect(byValue(peerMean([{ value: 66 }, { missing: 'missing' }], 1))).toEqual({ value: 66 });
  });

  it('is missing for its own reason first', () => {
    expect(gap({ missing: 'border-change' }, { missing: 'peer-missing' })).toEqual({ missing: 'border-change' });
  });
});

describe('averages', () => {
  const exact = (...values: number[]) => values.map(fractionOf);

  it('find the ends whatever the order', () => {
    expect([largest(exact(-2, 3.5, 1)), smallest(exact(1, -2, 3.5))].map(toNumber)).toEqual([3.5, -2]);
  });

  it('take the middle, or the mean of the two in the middle', () => {
    const found = [median(exact(1.5, 0.5, 1)), median(exact(4, 1, 3, 2)), mean(exact(1, 1.5, 0.5))];
    expect(found.map(toNumber)).toEqual([1, 2.5, 1]);
  });

  it('are not defined for nothing', () => {
    expect(() => median([])).toThrow(new RangeError('The mean of no values is not defined'));
    expect(() => largest([])).toThrow(new RangeError('The largest of no values is not defined'));
    expect(() => smallest([])).toThrow(new RangeError('The smallest of no values is not defined'));
  });
});
