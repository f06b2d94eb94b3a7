import { describe, expect, it } from 'vitest';
import type { PeerLevels } from '../../src/compute/compare-growth.ts';
import { compareGrowth, noGrowth } from '../../src/compute/compare-growth.ts';
import type { Direction } from '../../src/model/plan/rule.ts';
import { byValue } from '../support/by-value.ts';

const peer = (previous: number, current: number): PeerLevels => ({
  current: { value: current },
  previous: { value: previous },
});
const A = peer(40_000, 40_400);
const B = peer(60_000, 60_900);
const C = peer(10_000, 10_050);
/** Growth is better the higher, and a peer is beaten by any lead, unless said otherwise. */
const terms = (required: number, direction: Direction = 'increase', margin = 0) => ({ required, direction, margin });
const GONE: PeerLevels = { current: { missing: 'missing' }, previous: { value: 5 } };

const GONE_BEFORE = { missing: 'no-previous-period' };

describe('compareGrowth', () => {
  it('pools the peers, and averages their growth', () => {
    expect(byValue(compareGrowth({ value: 1.2 }, [A, B, C], terms(3)))).toEqual({
      own: { value: 1.2 },
      pooled: { value: 1.2272727273 },
      mean: { value: 1 },
      median: { value: 1 },
      each: { value: 1.5 },
      beaten: 2,
      compared: 3,
    });
  });

  it('beats, for a decrease, those that fall less by more than the margin', () => {
    const [falling, standing] = [peer(100, 96), peer(100, 98)];
    const { beaten, each } = compareGrowth({ value: -5 }, [falling, standing], terms(2, 'decrease', 2));
    expect([beaten, byValue(each)]).toEqual([1, { value: -4 }]);
  });

  it('says nothing about the peers when a required one is missing in either period', () => {
    const missing = { missing: 'peer-missing' };
    expect(byValue(compareGrowth({ value: 1.2 }, [A, B, GONE], terms(3)))).toEqual({
      ...{ own: { value: 1.2 }, pooled: missing, mean: missing, median: missing, each: missing },
      ...{ beaten: 1, compared: 2 },
    });
  });

  it('compares the peers there are, when so many are enough', () => {
    expect(compareGrowth({ value: 1.2 }, [A, B, GONE], terms(2))).toMatchObject({
      pooled: { value: 1.3 },
      mean: { value: 1.25 },
      each: { value: 1.5 },
      compared: 2,
    });
  });

  it('has nothing to compare with without peers', () => {
    expect(compareGrowth({ value: 1.2 }, [], terms(1)).pooled).toEqual({ missing: 'peer-missing' });
  });

  it('pools a region that starts from nothing, but cannot average its growth', () => {
    expect(compareGrowth({ value: 1.2 }, [A, peer(0, 10)], terms(2))).toMatchObject({
      pooled: { value: 1.025 },
      mean: { missing: 'base-not-positive' },
      each: { missing: 'base-not-positive' },
    });
  });

  it('does not count a tie as beaten', () => {
    expect(compareGrowth({ value: 1 }, [A], terms(1)).beaten).toBe(0);
  });

  it.each([
    [0.1, 2],
    [0.2, 1],
    [0.7, 0],
  ])('counts as beaten by 1.2 per cent only who grew by more than a margin of %d less: %d', (margin, beaten) => {
    expect(compareGrowth({ value: 1.2 }, [A, B, C], terms(3, 'increase', margin)).beaten).toBe(beaten);
  });

  it('where less is better, is against the region that grew least, and beats those that grew more', () => {
    const found = compareGrowth({ value: 0.9 }, [A, B, C], terms(3, 'decrease', 0.1));
    expect(byValue([found.each, found.beaten])).toEqual([{ value: 0.5 }, 1]);
  });

  it('is with nobody when there are no peers, though none are required', () => {
    expect(compareGrowth({ value: 1 }, [], terms(0))).toEqual({
      ...{ own: { value: 1 }, beaten: 0, compared: 0, pooled: { missing: 'peer-missing' } },
      ...{ mean: { missing: 'peer-missing' }, median: { missing: 'peer-missing' }, each: { missing: 'peer-missing' } },
    });
  });

  it('has no average when no peer starts above nothing, though none are required', () => {
    expect(compareGrowth({ value: 1 }, [peer(0, 10)], terms(0))).toMatchObject({
      mean: { missing: 'base-not-positive' },
      median: { missing: 'base-not-positive' },
    });
  });

  it('is none at all without an earlier period', () => {
    expect(noGrowth()).toEqual({
      ...{ own: GONE_BEFORE, pooled: GONE_BEFORE, mean: GONE_BEFORE, median: GONE_BEFORE, each: GONE_BEFORE },
      ...{ beaten: 0, compared: 0 },
    });
  });
});
