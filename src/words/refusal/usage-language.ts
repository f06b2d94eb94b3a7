import type { Language } from '../../model/language.ts';
import type { UsageWords } from './usage.ts';
import { usageEn } from './usage-en.ts';
import { usageNb } from './usage-nb.ts';
import { usageNn } from './usage-nn.ts';

const WORDS: Readonly<Record<Language, UsageWords>> = { nb: usageNb, nn: usageNn, en: usageEn };

/** What is said of a command line that is not understood, in a language. */
export function usageWordsOf(language: Language): UsageWords {
  return WORDS[language];
}
