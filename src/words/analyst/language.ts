import type { Language } from '../../model/language.ts';
import { termsEn } from './terms-en.ts';
import { termsNb } from './terms-nb.ts';
import { termsNn } from './terms-nn.ts';
import type { Terms } from './terms.ts';

const TERMS: Readonly<Record<Language, Terms>> = { nb: termsNb, nn: termsNn, en: termsEn };

/** The words for analysts' codes in a language. */
export function termsOf(language: Language): Terms {
  return TERMS[language];
}
