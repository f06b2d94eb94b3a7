import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGrowth } from '../../../src/compute/compare-growth.ts';
import { mean, median } from '../../../src/compute/measures/average.ts';
import { diversity } from '../../../src/compute/measures/diversity.ts';
import { gap, peerMean } from '../../../src/compute/measures/gap.ts';
import { growth } from '../../../src/compute/measures/growth.ts';
import type { Figure } from '../../../src/model/data/figure.ts';
import { fractionOf, toNumber } from '../../../src/model/fraction.ts';
import { byValue } from '../../support/by-value.ts';
import { examples } from '../../support/examples.ts';

const count = fc.integer({ min: 1, max: 1_000_000 });
const scale = fc.integer({ min: 2, max: 1000 });
const tenths = fc.integer({ min: -1000, max: 1000 }).map((each) => each / 10);
const figures = (values: readonly number[]) => values.map((value) => ({ value }));
const valueOf = (figure: Figure) => ('value' in figure ? figure.value : NaN);

/** The same values in any other order. */
function withOrder<T>(values: fc.Arbitrary<readonly T[]>) {
  return values.chain((each) =>
    fc.tuple(fc.constant(each), fc.shuffledSubarray([...each], { minLength: each.length, maxLength: each.length })),
  );
}

describe('growth', () => {
  it('is the same whatever the unit', () => {
    fc.assert(
      fc.property(count, count, scale, (current, previous, by) => {
        expect(growth({ value: current * by }, { value: previous * by })).toEqual(
          growth({ value: current }, { value: previous }),
        );
      }),
      examples(200),
    );
  });

  it('rises with the figure, and is zero for no change and −100 for nothing left', () => {
    fc.assert(
      fc.property(count, count, (current, previous) => {
        const grown = growth({ value: current }, { value: previous });
        expect(valueOf(growth({ value: current + 1 }, { value: previous }))).toBeGreaterThan(valueOf(grown));
        expect(byValue(growth({ value: previous }, { value: previous }))).toEqual({ value: 0 });
        expect(byValue(growth({ value: 0 }, { value: previous }))).toEqual({ value: -100 });
      }),
      examples(100),
    );
  });
});

describe('diversity', () => {
  const groups = fc.array(count, { minLength: 1, maxLength: 20 });

  it('does not depend on the order or the unit of the groups', () => {
    fc.assert(
      fc.property(withOrder(groups), scale, ([each, shuffled], by) => {
        expect(diversity(figures(shuffled.map((group) => group * by)))).toEqual(diversity(figures(each)));
      }),
      examples(200),
    );
  });

  it('lies between none and that of as many even groups', () => {
    fc.assert(
      fc.property(groups, (each) => {
        const index = valueOf(diversity(figures(each)));
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(Number((1 - 1 / each.length).toFixed(10)));
      }),
      examples(100),
    );
  });

  it('is not changed by a group with nobody in it', () => {
    fc.assert(
      fc.property(groups, (each) => {
        expect(diversity(figures([...each, 0]))).toEqual(diversity(figures(each)));
      }),
      examples(100),
    );
  });
});

describe('the mean and the median', () => {
  const values = fc.array(tenths.map(fractionOf), { minLength: 1, maxLength: 12 });

  it('do not depend on the order', () => {
    fc.assert(
      fc.property(withOrder(values), ([each, shuffled]) => {
        expect([mean(shuffled), median(shuffled)]).toEqual([mean(each), median(each)]);
      }),
      examples(200),
    );
  });

  it('lie between the smallest and the largest', () => {
    fc.assert(
      fc.property(values, (each) => {
        for (const middle of [mean(each), median(each)].map(toNumber)) {
          expect(middle).toBeGreaterThanOrEqual(Math.min(...each.map(toNumber)));
          expect(middle).toBeLessThanOrEqual(Math.max(...each.map(toNumber)));
        }
      }),
      examples(100),
    );
  });
});

describe('a gap', () => {
  it('is not changed when everyone moves alike', () => {
    const peers = fc.array(tenths, { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(tenths, peers, fc.integer({ min: -100, max: 100 }), (own, others, by) => {
        const gapAt = (moved: number) =>
          gap({ value: own + moved }, peerMean(figures(others.map((each) => each + moved)), others.length));
        expect(valueOf(gapAt(by))).toBeCloseTo(valueOf(gapAt(0)), 9);
      }),
      examples(100),
    );
  });
});

describe('a comparison of growth', () => {
  const level = fc.oneof(
    { weight: 6, arbitrary: fc.nat(100_000).map((value): Figure => ({ value })) },
    { weight: 1, arbitrary: fc.constantFrom<Figure>({ missing: 'missing' }, { missing: 'confidential' }) },
  );
  const peers = fc.array(fc.record({ current: level, previous: level }), { maxLength: 8 });

  const terms = (required: number) => ({ required, direction: 'increase' as const, margin: 0 });

  it('does not depend on the order of the peers', () => {
    fc.assert(
      fc.property(withOrder(peers), tenths, fc.nat(8), ([each, shuffled], own, required) => {
        expect(compareGrowth({ value: own }, shuffled, terms(required))).toEqual(
          compareGrowth({ value: own }, each, terms(required)),
        );
      }),
      examples(200),
    );
  });

  it('beats no more than it is compared with, and lies between the slowest and the fastest', () => {
    fc.assert(
      fc.property(peers, tenths, fc.nat(8), (each, own, required) => {
        const found = compareGrowth({ value: own }, each, terms(required));
        expect(found.beaten).toBeLessThanOrEqual(found.compared);
        const growths = each.map(({ current, previous }) => growth(current, previous)).filter((one) => 'value' in one);
        expect(found.compared).toBe(growths.length);
        const [slowest, fastest] = [Math.min(...growths.map(valueOf)), Math.max(...growths.map(valueOf))];
        expect(valueOf(found.each)).toBe('value' in found.mean ? fastest : NaN);
        for (const average of [found.mean, found.median].filter((one) => 'value' in one)) {
          expect(average.value).toBeGreaterThanOrEqual(slowest);
          expect(average.value).toBeLessThanOrEqual(fastest);
        }
      }),
      examples(150),
    );
  });
});
