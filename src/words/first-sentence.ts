import type { Language } from '../model/language.ts';
import { LOCALES } from './locale.ts';

/** The first sentence of a text, by the rules of Unicode: `4. kvartal` and `e.g. in` end none. All of it where there is one. */
export function firstSentence(text: string, language: Language): string {
  const [first] = new Intl.Segmenter(LOCALES[language], { granularity: 'sentence' }).segment(text);
  return (first?.segment ?? text).trim();
}
