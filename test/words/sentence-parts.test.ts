import { describe, expect, it } from 'vitest';
import { formIn, LANGUAGES, titleIn } from '../../src/model/language.ts';
import { capitalised } from '../../src/words/capital.ts';
import { dateText } from '../../src/words/date-text.ts';
import { listed, listedClauses, quoted } from '../../src/words/list.ts';
import { shortened } from '../../src/words/shorten.ts';
import { switchReason } from '../../src/words/switch-reason.ts';

describe('a list in a sentence', () => {
  it.each([
    { names: [], norwegian: '', english: '' },
    { names: ['Lier'], norwegian: 'Lier', english: 'Lier' },
    { names: ['Lier', 'Moss'], norwegian: 'Lier og Moss', english: 'Lier and Moss' },
    { names: ['Lier', 'Moss', 'Ås'], norwegian: 'Lier, Moss og Ås', english: 'Lier, Moss and Ås' },
  ])('of $names.length has an "and" before the last alone', ({ names, norwegian, english }) => {
    expect(LANGUAGES.map((language) => listed(names, language))).toEqual([norwegian, norwegian, english]);
  });

  it('keeps clauses apart that hold commas themselves', () => {
    expect(listedClauses(['a, b', 'c', 'd'], 'nb')).toBe('a, b; c; og d');
    expect(listedClauses(['a, b', 'c'], 'en')).toBe('a, b; and c');
    expect(listedClauses(['a, b'], 'en')).toBe('a, b');
  });

  it('shows names of a file as they are written there', () => {
    expect(quoted(['År', 'Sektor'])).toBe('«År», «Sektor»');
    expect(quoted([])).toBe('');
  });
});

describe('a text', () => {
  it('begins with a capital, whatever letter it is, and is otherwise left as it is', () => {
    expect(capitalised('året før i NACE')).toBe('Året før i NACE');
    expect(capitalised('øst')).toBe('Øst');
    expect(capitalised('')).toBe('');
  });

  it('is cut only when it is too long, and is then no longer than allowed', () => {
    expect(shortened('12345', 5)).toBe('12345');
    expect(shortened('123456', 5)).toBe('1234…');
    expect(shortened('123 56', 5)).toBe('123…');
  });
});

describe('what is given in Norwegian and in English', () => {
  const titled = { title: 'Sysselsatte', titleEn: 'Employed' };

  it('is read in the form of the language, in nynorsk as in bokmål', () => {
    expect(LANGUAGES.map((language) => titleIn(language, titled))).toEqual(['Sysselsatte', 'Sysselsatte', 'Employed']);
    expect(formIn('nb', { norwegian: 'prosent', english: undefined })).toBe('prosent');
  });

  it('is read in nynorsk where a plan in bokmål has it so too', () => {
    const said = LANGUAGES.map((language) => titleIn(language, { ...titled, titleNn: 'Sysselsette' }));
    expect(said).toEqual(['Sysselsatte', 'Sysselsette', 'Employed']);
  });
});

describe('a date', () => {
  it('is the civil date in Norway, written out', () => {
    expect(dateText('2026-02-25T23:30:00Z', 'nb')).toBe('26. februar 2026');
    expect(dateText('2026-02-25T23:30:00Z', 'nn')).toBe('26. februar 2026');
    expect(dateText('2026-02-25T23:30:00Z', 'en')).toBe('26 February 2026');
  });
});

describe('the reason of a break where one table follows another', () => {
  it.each([
    {
      what: 'a standard of industries',
      replaced: { isIndustry: true, code: 'NACE2007', by: 'NACE2025' },
      nb: 'Ny standard for næringsgruppering: NACE2007 er erstattet av NACE2025',
      nn: 'Ny standard for næringsgruppering: NACE2007 er erstatta av NACE2025',
      en: 'New standard of industries: NACE2025 takes the place of NACE2007',
    },
    {
      what: 'another grouping',
      replaced: { isIndustry: false, code: 'Alder', by: 'Aldersgruppe' },
      nb: 'Ny inndeling: Alder er erstattet av Aldersgruppe',
      nn: 'Ny inndeling: Alder er erstatta av Aldersgruppe',
      en: 'New classification: Aldersgruppe takes the place of Alder',
    },
  ])('names $what', ({ replaced, nb, nn, en }) => {
    expect(LANGUAGES.map((language) => switchReason(replaced, language))).toEqual([nb, nn, en]);
  });
});
