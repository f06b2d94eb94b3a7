import { type FileTexts, textsEn } from './texts-en.ts';
import { textsNb } from './texts-nb.ts';

/** The language of the plan, in which staff are told of their files. */
export type FileLanguage = 'nb' | 'en';

const TEXTS: Readonly<Record<FileLanguage, FileTexts>> = { nb: textsNb, en: textsEn };

/** The texts in a language. */
export function fileTexts(language: FileLanguage): FileTexts {
  return TEXTS[language];
}
