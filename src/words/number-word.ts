import type { Language } from '../model/language.ts';

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  nb: 'null én to tre fire fem seks sju åtte ni ti elleve tolv'.split(' '),
  nn: 'null éin to tre fire fem seks sju åtte ni ti elleve tolv'.split(' '),
  en: 'none one two three four five six seven eight nine ten eleven twelve'.split(' '),
};

/** A count as it stands in a sentence: a word up to twelve, and its digits from there on. */
export function numberWord(count: number, language: Language): string {
  return WORDS[language][count] ?? String(count);
}
