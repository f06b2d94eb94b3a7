import type { Texts } from './texts.ts';
import { textsEn } from './texts-en.ts';
import { textsNb } from './texts-nb.ts';

/** A language that staff can read. */
export type Language = 'nb' | 'en';

/** The texts of a language. */
export function textsOf(language: Language): Texts {
  return language === 'nb' ? textsNb : textsEn;
}
