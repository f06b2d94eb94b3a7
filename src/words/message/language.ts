import type { Language } from '../../model/language.ts';
import { messageTextsEn } from './texts-en.ts';
import { messageTextsNb } from './texts-nb.ts';
import type { MessageTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, MessageTexts>> = { nb: messageTextsNb, en: messageTextsEn };

/** The texts of the messages in a language. */
export function messageTextsOf(language: Language): MessageTexts {
  return TEXTS[language];
}
