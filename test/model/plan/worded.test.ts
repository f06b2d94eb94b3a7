import { describe, expect, test } from 'vitest';
import { LANGUAGES, planLanguageOf } from '../../../src/model/language.ts';
import { findText, pickTexts, suffixIn, textIn } from '../../../src/model/plan/worded.ts';

const IN_ALL = { meaning: 'Antall foretak.', meaningNn: 'Talet på føretak.', meaningEn: 'The number of enterprises.' };

describe("a plan's own words", () => {
  test('are in the language of its page where that is Norwegian, else in bokmål', () => {
    expect(LANGUAGES.map((language) => [language, planLanguageOf(language)])).toEqual([
      ['nb', 'nb'],
      ['nn', 'nn'],
      ['en', 'nb'],
    ]);
  });

  test('stand under keys with nothing after them, and other languages under keys with an ending', () => {
    const endings = LANGUAGES.map((page) => LANGUAGES.map((language) => suffixIn(language, page)));
    expect(endings).toEqual([
      ['', 'Nn', 'En'],
      ['', '', 'En'],
      ['', 'Nn', 'En'],
    ]);
  });
});

describe('a text of the settings', () => {
  test("is found in the reader's language where it is written in it", () => {
    expect(LANGUAGES.map((language) => findText(IN_ALL, 'meaning', language))).toEqual([
      { text: 'Antall foretak.', language: null },
      { text: 'Talet på føretak.', language: 'nn' },
      { text: 'The number of enterprises.', language: 'en' },
    ]);
  });

  test("is else found in the plan's own language, which only the plan knows", () => {
    const plain = { text: 'Antall foretak.', language: null };
    const found = LANGUAGES.map((language) => findText({ meaning: 'Antall foretak.' }, 'meaning', language));
    expect(found).toEqual([plain, plain, plain]);
    expect(LANGUAGES.map((language) => findText({}, 'meaning', language))).toEqual([null, null, null]);
  });

  test('in the language of the page alone is none in English where only the plan has it', () => {
    const own = { meaning: 'Eigne ord.' };
    expect(LANGUAGES.map((language) => textIn(own, 'meaning', language))).toEqual(['Eigne ord.', 'Eigne ord.', null]);
  });

  test('is picked in every language, without the rest', () => {
    const texts = { ...IN_ALL, unit: 'foretak' };
    expect(pickTexts(texts, ['meaning'])).toEqual(IN_ALL);
  });
});
