import type { Language } from '../../model/language.ts';
import type { Texts } from './texts.ts';
import { textsEn } from './texts-en.ts';
import { textsNb } from './texts-nb.ts';
import { textsNn } from './texts-nn.ts';

/** The texts of a language. */
export function textsOf(language: Language): Texts {
  return { nb: textsNb, nn: textsNn, en: textsEn }[language];
}
