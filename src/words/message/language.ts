import type { Language } from '../../model/language.ts';
import { messageTextsEn } from './texts-en.ts';
import { messageTextsNb } from './texts-nb.ts';
import { messageTextsNn } from './texts-nn.ts';
import type { MessageTexts } from './texts.ts';
import { troubleEn } from './trouble-en.ts';
import { troubleNb } from './trouble-nb.ts';
import { troubleNn } from './trouble-nn.ts';
import type { TroubleTexts } from './trouble-texts.ts';

const TEXTS: Readonly<Record<Language, MessageTexts>> = { nb: messageTextsNb, nn: messageTextsNn, en: messageTextsEn };

/** The texts of the messages in a language. */
export function messageTextsOf(language: Language): MessageTexts {
  return TEXTS[language];
}

const TROUBLE: Readonly<Record<Language, TroubleTexts>> = { nb: troubleNb, nn: troubleNn, en: troubleEn };

/** The texts about trouble in the machinery in a language. */
export function troubleTextsOf(language: Language): TroubleTexts {
  return TROUBLE[language];
}
