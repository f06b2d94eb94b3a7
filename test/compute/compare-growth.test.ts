import { describe, expect, it } from 'vitest';
import type { PeerLevels } from '../../src/compute/compare-growth.ts';
import { compareGrowth, noGrowth } from '../../src/compute/compare-growth.ts';

const peer = (previous: number, current: number): PeerLevels => ({
  current: { value: current },
  previous: { value: previous },
});
const A = peer(40_000, 40_400);
const B = peer(60_000, 60_900);
const C = peer(10_000, 10_050);
const GONE: PeerLevels = { current: { missing: 'missing' }, previous: { value: 5 } };

describe('compareGrowth', () => {
  it('pools the peers, and averages their growth', () => {
    expect(compareGrowth({ value: 1.2 }, [A, B, C], 3)).toEqual({
      own: { value: 1.2 },
      pooled: { value: 1.2272727273 },
      mean: { value: 1 },
      median: { value: 1 },
      beaten: 2,
      compared: 3,
    });
  });

  it('says nothing about the peers when a required one is missing in either period', () => {
    const missing = { missing: 'peer-missing' };
    expect(compareGrowth({ value: 1.2 }, [A, B, GONE], 3)).toEqual({
      ...{ own: { value: 1.2 }, pooled: missing, mean: missing, median: missing },
      ...{ beaten: 1, compared: 2 },
    });
  });

  it('compares the peers there are, when so many are enough', () => {
    expect(compareGrowth({ value: 1.2 }, [A, B, GONE], 2)).toMatchObject({
      pooled: { value: 1.3 },
      mean: { value: 1.25 },
      compared: 2,
    });
  });

  it('has nothing to compare with without peers', () => {
    expect(compareGrowth({ value: 1.2 }, [], 1).pooled).toEqual({ missing: 'peer-missing' });
  });

  it('pools a region that starts from nothing, but cannot average its growth', () => {
    expect(compareGrowth({ value: 1.2 }, [A, peer(0, 10)], 2)).toMatchObject({
      pooled: { value: 1.025 },
      mean: { missing: 'base-not-positive' },
    });
  });

  it('does not count a tie as beaten', () => {
    expect(compareGrowth({ value: 1 }, [A], 1).beaten).toBe(0);
  });

  it('is with nobody when there are no peers, though none are required', () => {
    expect(compareGrowth({ value: 1 }, [], 0)).toEqual({
      ...{ own: { value: 1 }, beaten: 0, compared: 0, pooled: { missing: 'peer-missing' } },
      ...{ mean: { missing: 'peer-missing' }, median: { missing: 'peer-missing' } },
    });
  });

  it('has no average when no peer starts above nothing, though none are required', () => {
    expect(compareGrowth({ value: 1 }, [peer(0, 10)], 0)).toMatchObject({
      mean: { missing: 'base-not-positive' },
      median: { missing: 'base-not-positive' },
    });
  });

  it('is none at all without an earlier period', () => {
    expect(noGrowth()).toMatchObject({ own: { missing: 'no-previous-period' }, beaten: 0, compared: 0 });
  });
});
