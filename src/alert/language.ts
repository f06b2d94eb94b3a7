import type { Language } from '../model/language.ts';
import { messageTextsEn } from './texts-en.ts';
import { messageTextsNb } from './texts-nb.ts';
import type { MessageTexts } from './texts.ts';

/** The texts of a language. */
export function messageTextsOf(language: Language): MessageTexts {
  return language === 'nb' ? messageTextsNb : messageTextsEn;
}
