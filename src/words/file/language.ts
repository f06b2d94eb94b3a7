import type { Language } from '../../model/language.ts';
import { type FileTexts, textsEn } from './texts-en.ts';
import { textsNb } from './texts-nb.ts';

const TEXTS: Readonly<Record<Language, FileTexts>> = { nb: textsNb, en: textsEn };

/** What is said of handed-in files in a language. */
export function fileTextsOf(language: Language): FileTexts {
  return TEXTS[language];
}
