import { describe, expect, it } from 'vitest';
import { categoryCodes } from '../../../src/normalise/json-stat/category-codes.ts';
import { refusalOf } from '../cube-cells.ts';

const codesOf = (category: unknown, size: number) => categoryCodes({ category }, 'Region', size, '00001');
const messageFor = (category: unknown, size: number) => refusalOf(() => codesOf(category, size)).message;

describe('category codes by position', () => {
  it('come from the positions, whatever order JavaScript gives the keys', () => {
    const index = JSON.parse('{"0301":0,"3301":1,"1103":2,"K-0301":3,"0":4}') as unknown;
    expect(codesOf({ index }, 5)).toEqual(['0301', '3301', '1103', 'K-0301', '0']);
  });

  it('come from the positions even when they disagree with the order in the document', () => {
    expect(codesOf({ index: { '0': 0, '1': 2, '2': 1 } }, 3)).toEqual(['0', '2', '1']);
  });

  it('may stand in a list', () => {
    expect(codesOf({ index: ['3301', '0301'] }, 2)).toEqual(['3301', '0301']);
  });

  it('need no index when there is one category', () => {
    expect(codesOf({ label: { '0': 'Hele landet' } }, 1)).toEqual(['0']);
  });
});

describe('category codes are refused', () => {
  it.each([
    [
      'without index for several',
      { label: { a: 'A', b: 'B' } },
      2,
      'The dimension Region of "00001" has 2 labelled categories and no index that orders them.',
    ],
    [
      'without anything',
      {},
      1,
      'The dimension Region of "00001" has 0 labelled categories and no index that orders them.',
    ],
    [
      'with an index that is a text',
      { index: 'a' },
      1,
      'The dimension Region of "00001" has 0 labelled categories and no index that orders them.',
    ],
    [
      'with an index that is a text, though there is one category',
      { index: 'a', label: { a: 'A' } },
      1,
      'The dimension Region of "00001" has 1 labelled categories and no index that orders them.',
    ],
    [
      'with a gap in the positions',
      { index: { a: 0, b: 2 } },
      2,
      'The dimension Region of "00001" has 2 categories but none at position 1.',
    ],
    [
      'with one position twice',
      { index: { a: 0, b: 0 } },
      2,
      'The dimension Region of "00001" has 2 categories but none at position 1.',
    ],
    [
      'with positions written as texts',
      { index: { a: '0' } },
      1,
      'The dimension Region of "00001" has 1 categories but none at position 0.',
    ],
    ['with a code twice', { index: ['a', 'a'] }, 2, 'The dimension Region of "00001" has the category code "a" twice.'],
    [
      'with a code that is a number',
      { index: [301] },
      1,
      'The dimension Region of "00001" has a category code that is not a text.',
    ],
    [
      'with another number than the size',
      { index: { a: 0, b: 1 } },
      3,
      'The dimension Region of "00001" has the size 3 but 2 categories.',
    ],
    [
      'with the separator of series keys',
      { index: ['a|b'] },
      1,
      'The code "a|b" of the dimension Region of "00001" holds "|", which separates the codes of a series.',
    ],
  ])('%s', (_, category, size, message) => {
    expect(messageFor(category, size)).toBe(message);
  });
});
