import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../src/model/fraction.ts';
import type { Rule } from '../../src/model/plan/rule.ts';
import { variationOf } from '../../src/status/variation.ts';
import { buildDefinition } from '../support/builders.ts';
import { assessOwn } from './assess-figures.ts';

const exact = (values: readonly number[]) => values.map(fractionOf);

/** Values that begin at 50 and move by these changes. */
const after = (changes: readonly number[], start = 50) =>
  changes.reduce((values, change) => [...values, (values.at(-1) ?? start) + change], [start]);

/** Changes 2, −1, 2, −1 …: moving ranges of 3. */
const uneven = (count: number) => Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 2 : -1));

describe('the limits of ordinary changes', () => {
  it.each<[string, number[], boolean | undefined]>([
    ['are drawn from eight changes up', after(uneven(8)), true],
    ['are not drawn on seven', after(uneven(7)), undefined],
    ['are not drawn on nothing', [], undefined],
    // Seven such changes, together 5, then 11: mean 2, ranges 3 × 6 and 9, mean 27/7 = 3.857, limit 10.26.
    ['let in a change inside them: 11 is 9 from the mean', after([...uneven(7), 11]), true],
    // Then 13: mean 2.25, ranges 3 × 6 and 11, mean 29/7, limit 11.02; 10.75 from the mean.
    ['let in a change inside them: 13 is 10.75 from the mean', after([...uneven(7), 13]), true],
    // Then 14: mean 2.375, ranges 3 × 6 and 12, mean 30/7, limit 11.4; 11.625 from the mean.
    ['leave out a change beyond them: 14 is 11.625 from the mean', after([...uneven(7), 14]), false],
    // Then −13: mean −1, ranges 3 × 6 and 15, mean 33/7, limit 12.54; 12 from the mean.
    ['let in a fall inside them: −13 is 12 from the mean', after([...uneven(7), -13]), true],
    // Then −14: mean −1.125, ranges 3 × 6 and 16, mean 34/7, limit 12.92; 12.875 from the mean.
    ['let in a fall inside them: −14 is 12.875 from the mean', after([...uneven(7), -14]), true],
    // Then −16: mean −1.375, ranges 3 × 6 and 18, mean 36/7, limit 13.68; 14.625 from the mean.
    ['leave out a fall beyond them: −16 is 14.625 from the mean', after([...uneven(7), -16]), false],
    ['hold a series that never moved to be ordinary', after(Array.from({ length: 8 }, () => 0)), true],
  ])('%s', (_title, values, isOrdinary) => {
    expect(variationOf(exact(values))?.isOrdinary).toBe(isOrdinary);
  });

  it('are exact: a series that always moves alike is ordinary, whatever its decimals', () => {
    const values = [63.3, 63.5, 63.7, 63.9, 64.1, 64.3, 64.5, 64.7, 64.9, 65.1];
    expect(variationOf(exact(values))?.isOrdinary).toBe(true);
  });

  it('say nothing of the level: far from where it began, a series that moves as it always has is ordinary', () => {
    expect(variationOf(exact(after([...uneven(8), 2, 2, 2, 2])))?.isOrdinary).toBe(true);
  });

  it.each([
    [8, true],
    [11, true],
    [12, false],
    [20, false],
  ])('on %d changes are provisional: %s', (count, isProvisional) => {
    expect(variationOf(exact(after(uneven(count))))?.isProvisional).toBe(isProvisional);
  });
});

describe('within-variation', () => {
  const years = (values: readonly number[]) =>
    Object.fromEntries(values.map((value, at) => [String(2010 + at), value] as const));
  /** Nine values, 2010 to 2018, of which the last has risen by 2. */
  const STEADY = after([-1, 2, -1, 2, -1, 2, -1, 2]);
  const rising = { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 } } as const;
  const breakOf = (dataset: string, period: string) => [{ dataset, period, reason: 'r', reference: 'x' }];

  it('is flagged for an ordinary change, and keeps the verdict', () => {
    expect(assessOwn(years(STEADY))).toMatchObject({ flags: ['within-variation'], status: 'on-track' });
  });

  it.each<[string, Rule]>([
    ['off-track', { ...rising, direction: 'decrease' }],
    ['stable', { ...rising, tolerance: { absolute: 5 } }],
    ['partly-met', { id: 'all-of', parts: [rising, { ...rising, direction: 'decrease' }] }],
  ])('is flagged for such a change also when the verdict is %s', (status, rule) => {
    const definition = buildDefinition({ rule });
    expect(assessOwn(years(STEADY), { definition })).toMatchObject({ flags: ['within-variation'], status });
  });

  it('is not flagged for a change beyond the limits', () => {
    expect(assessOwn(years([...STEADY, 80])).flags).toEqual([]);
  });

  it('is not flagged without a judgement of change', () => {
    expect(assessOwn(years(STEADY), { definition: buildDefinition({ rule: { id: 'not-set' } }) }).flags).toEqual([]);
  });

  it('looks at the changes since a break only', () => {
    expect(assessOwn(years(STEADY), { breaks: breakOf('figures', '2010') }).flags).toEqual(['within-variation']);
    expect(assessOwn(years(STEADY), { breaks: breakOf('figures', '2011') }).flags).toEqual([]);
  });

  it('looks at the changes since a break that the source has marked', () => {
    const marked = { ...years(STEADY), '2011': { value: 49, obsStatus: 'B' } as const };
    expect(assessOwn(marked).flags).toEqual([]);
  });

  it('does not mind a break in another dataset', () => {
    expect(assessOwn(years(STEADY), { breaks: breakOf('others', '2012') }).flags).toEqual(['within-variation']);
  });

  it('looks at the changes since a hole only', () => {
    expect(assessOwn({ '2008': 900, '2009': null, ...years(STEADY) }).flags).toEqual(['within-variation']);
    expect(assessOwn({ ...years(STEADY), '2011': null }).flags).toEqual([]);
  });

  it('is said to rest on provisional limits below twelve changes, and not from twelve up', () => {
    const said = (changes: readonly number[]) => assessOwn(years(after(changes))).remarks;
    expect(said(uneven(8).toReversed())).toEqual([
      'Grensene for vanlig variasjon er foreløpige, fordi tidsserien er kort.',
    ]);
    expect(said(uneven(12).toReversed())).toEqual([]);
  });
});
