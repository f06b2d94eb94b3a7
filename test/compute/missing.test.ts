import { describe, expect, test } from 'vitest';
import { figureOf, isNotThePlace, sourceSymbol, sumOf } from '../../src/compute/missing.ts';
import type { ObsStatus } from '../../src/model/data/cube.ts';
import type { MissingReason } from '../../src/model/data/figure.ts';

/** What the reader can do something about comes first. */
const IN_ORDER: readonly MissingReason[] = [
  'not-in-dataset',
  'withdrawn',
  'code-ended',
  'other-place',
  'unknown-symbol',
  'border-change',
  'confidential',
  'zero',
  'not-possible',
  'nil',
  'missing',
  'unexplained',
  'no-previous-period',
  'base-not-positive',
  'peer-missing',
];

describe('a sum', () => {
  test.each(IN_ORDER)('of a number and a figure missing as %s is missing for that reason, and no number', (reason) => {
    expect(sumOf([{ value: 5 }, { missing: reason }])).toEqual({ missing: reason });
  });

  test.each(IN_ORDER.slice(1).map((later, index) => [IN_ORDER[index] as MissingReason, later] as const))(
    'of figures missing as %s and as %s is missing for the first reason, in whatever order they stand',
    (first, later) => {
      expect(sumOf([{ missing: later }, { missing: first }])).toEqual({ missing: first });
      expect(sumOf([{ missing: first }, { missing: later }])).toEqual({ missing: first });
    },
  );
});

describe('a cell without a number', () => {
  const cell = (obsStatus: ObsStatus, symbol: string | null) => ({
    ...{ period: 2025000, value: null, symbol, obsStatus, publicationId: 1 },
    ...{ revised: false, correction: null, taken: false },
  });

  test.each([
    ['M', '42.8', null, 'code-ended'],
    ['M', '0', null, 'code-ended'],
    ['M', '#', null, 'code-ended'],
    ['M', '.', null, 'not-possible'],
    // Its label says that the code has ended.
    ['M', '.', 2024, 'code-ended'],
    ['M', '.', 2025, 'not-possible'],
    ['Q', ':', 2024, 'confidential'],
    ['O', '42.8', null, 'other-place'],
    ['O', '-1.5', null, 'other-place'],
    ['O', '0', null, 'zero'],
    ['O', '..', null, 'missing'],
    ['O', '<5', null, 'missing'],
    ['M', '-', null, 'nil'],
  ] as const)(
    '%s with the symbol %s, of a code whose label ends in %s, is missing as %s',
    (status, symbol, lastYear, reason) => {
      expect(figureOf(cell(status, symbol), { lastYear, unknownSymbols: [] })).toEqual({ missing: reason });
    },
  );

  test('with a symbol that nobody has explained is missing for that, also where the symbol looks like a number', () => {
    const unknown = (symbol: string) => ({ symbol, cell: '3301|2025', cells: 1 });
    const facts = { lastYear: 2024, unknownSymbols: [unknown('?'), unknown('1)')] };
    expect([cell('O', '?'), cell('O', '1)')].map((one) => figureOf(one, facts))).toEqual([
      ...[{ missing: 'unknown-symbol' }, { missing: 'unknown-symbol' }],
    ]);
    expect(figureOf(cell('O', '..'), facts)).toEqual({ missing: 'missing' });
    // What is not there at all is not missing for its symbol.
    expect(figureOf(cell('M', '?'), facts)).toEqual({ missing: 'code-ended' });
  });

  test.each([
    ['M', '42.8', null],
    ['M', '42.8 *', '*'],
    ['O', '12', null],
    ['O', '0', '0'],
    ['M', '0', null],
    ['M', '42.8 ..', '..'],
    ['O', null, null],
    ['M', '.', '.'],
  ] as const)('%s with the symbol %s shows the source’s own: %j', (status, symbol, shown) => {
    expect(sourceSymbol(cell(status, symbol))).toBe(shown);
  });

  test('of a code that is not the place is told from one that the source has taken away', () => {
    expect(
      [cell('M', '42'), cell('O', '42'), cell('M', '.'), cell('O', 'withdrawn')].map((one) =>
        isNotThePlace(one, { lastYear: null, unknownSymbols: [] }),
      ),
    ).toEqual([...[true, true, false, false]]);
  });
});
