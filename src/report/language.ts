import type { PageTexts } from './texts.ts';
import { textsEn } from './texts-en.ts';
import { textsNb } from './texts-nb.ts';

/** The page's own texts in a language. */
export function textsOf(language: 'nb' | 'en'): PageTexts {
  return language === 'nb' ? textsNb : textsEn;
}
