import { expect, test } from 'vitest';
import { parseStep } from '../../../src/settings/files/step.ts';

test.each([
  ['1 year', { unit: 'year', count: 1 }],
  ['2 years', { unit: 'year', count: 2 }],
  ['2 half-years', { unit: 'half-year', count: 2 }],
  ['1 quarter', { unit: 'quarter', count: 1 }],
  ['12 months', { unit: 'month', count: 12 }],
  ['4 weeks', { unit: 'week', count: 4 }],
  ['previous-period', { unit: 'previous-period' }],
])('%s is read', (written, step) => {
  expect(parseStep(written)).toEqual(step);
});

test.each(['year', '0 years', '-1 year', '1.5 years', '1  year', '1 day', '100 years', 'previous period', ''])(
  '"%s" is not a step',
  (written) => {
    expect(() => parseStep(written)).toThrow(RangeError);
  },
);
