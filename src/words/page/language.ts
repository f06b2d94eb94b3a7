import type { Language } from '../../model/language.ts';
import type { PageTexts } from './texts.ts';
import { textsEn } from './texts-en.ts';
import { textsNb } from './texts-nb.ts';
import { textsNn } from './texts-nn.ts';

const TEXTS: Readonly<Record<Language, PageTexts>> = { nb: textsNb, nn: textsNn, en: textsEn };

/** The page's own texts in a language. */
export function pageTextsOf(language: Language): PageTexts {
  return TEXTS[language];
}
