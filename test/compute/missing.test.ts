import { describe, expect, test } from 'vitest';
import { sumOf } from '../../src/compute/missing.ts';
import type { MissingReason } from '../../src/model/indicator.ts';

/** What the reader can do something about comes first. */
const IN_ORDER: readonly MissingReason[] = [
  'not-in-dataset',
  'withdrawn',
  'code-ended',
  'other-place',
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
