import { describe, expect, it } from 'vitest';
import { firstSentence } from '../../src/words/first-sentence.ts';

describe('the first sentence', () => {
  it.each([
    ['Andelen sysselsatte blant innbyggere 15–74 år (4. kvartal). Minus gjennomsnittet av de andre.', 'nb'],
    ['The share of residents who are employed (e.g. in the 4th quarter). Less the mean of the others.', 'en'],
  ] as const)('is not cut at a number or a short form: %s', (text, language) => {
    expect(firstSentence(text, language)).toBe(text.slice(0, text.indexOf(').') + 2));
  });

  it.each(['Ett ledd uten punktum', 'Én setning.'])('of one sentence is all of it: %s', (text) => {
    expect(firstSentence(text, 'nb')).toBe(text);
  });
});
