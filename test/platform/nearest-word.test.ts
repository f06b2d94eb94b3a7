import { describe, expect, test } from 'vitest';
import { allowedWords, byNearness, nearestClause, nearestWord } from '../../src/platform/nearest-word.ts';

describe('names by nearness', () => {
  test('puts the name with the fewest edits first', () => {
    expect(byNearness('indikator', ['year', 'value', 'indicator'])[0]).toBe('indicator');
  });

  test('ignores letter case', () => {
    expect(byNearness('ÅR', ['Sektor', 'år'])[0]).toBe('år');
  });

  test('keeps the order of names that are equally near', () => {
    expect(byNearness('x', ['b', 'a'])).toEqual(['b', 'a']);
  });

  test('has no answer when nothing is known', () => {
    expect(byNearness('x', [])).toEqual([]);
  });
});

test.each<[string, readonly string[], string]>([
  ['K.3301', ['K-3301', 'K-0301', 'F-33'], ' (nearest: K-3301)'],
  ['agg_kommsummer', ['agg_KommFylker', 'agg_KommSummer'], ' (nearest: agg_KommSummer)'],
  ['Region', ['Kjonn', 'KOKkommuneregion0000'], ' (nearest: KOKkommuneregion0000)'],
  ['Region', [], ''],
])('names what comes nearest to %s, if anything is there', (wanted, offered, expected) => {
  expect(nearestClause(wanted, offered)).toBe(expected);
});

describe('the nearest word', () => {
  test.each([
    ['directon', 'direction'],
    ['osol', 'oslo'],
    ['nn', 'nb'],
    ['employed-by-industries', 'employed-by-industry'],
  ])('of %s is %s', (word, nearest) => {
    expect(nearestWord(word, ['direction', 'oslo', 'nb', 'employed-by-industry'])).toBe(nearest);
  });

  test.each(['weather', '11', '', 'x'])('of "%s" is none where nothing is like it', (word) => {
    expect(nearestWord(word, ['direction', '46', 'nb'])).toBeNull();
  });

  test('is none where nothing is allowed', () => {
    expect(nearestWord('direction', [])).toBeNull();
  });
});

describe('what is allowed', () => {
  test('is listed whole, with a guess before it', () => {
    expect(allowedWords('gap', ['level', 'gab'])).toBe("did you mean 'gab'? Allowed: 'level', 'gab'.");
  });

  test('is listed without a guess where none is likely', () => {
    expect(allowedWords('sum', ['level', 'growth'])).toBe("allowed: 'level', 'growth'.");
  });

  test('may be nothing', () => {
    expect(allowedWords('gap', [])).toBe('there are none to choose from.');
  });
});
