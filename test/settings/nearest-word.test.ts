import { describe, expect, test } from 'vitest';
import { allowedWords, nearestWord } from '../../src/settings/nearest-word.ts';

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
