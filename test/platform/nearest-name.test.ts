import { expect, it } from 'vitest';
import { byNearness } from '../../src/platform/nearest-name.ts';

it('puts the name with the fewest edits first', () => {
  expect(byNearness('indikator', ['year', 'value', 'indicator'])[0]).toBe('indicator');
});

it('ignores letter case', () => {
  expect(byNearness('ÅR', ['Sektor', 'år'])[0]).toBe('år');
});

it('keeps the order of names that are equally near', () => {
  expect(byNearness('x', ['b', 'a'])).toEqual(['b', 'a']);
});

it('has no answer when nothing is known', () => {
  expect(byNearness('x', [])).toEqual([]);
});
