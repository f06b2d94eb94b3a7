import type { Language } from '../../model/language.ts';
import type { HandlingTexts } from './handling.ts';
import { handlingEn } from './handling-en.ts';
import { handlingNb } from './handling-nb.ts';
import { handlingNn } from './handling-nn.ts';
import { type FileTexts, textsEn } from './texts-en.ts';
import { textsNb } from './texts-nb.ts';
import { textsNn } from './texts-nn.ts';

const TEXTS: Readonly<Record<Language, FileTexts>> = { nb: textsNb, nn: textsNn, en: textsEn };
const HANDLING: Readonly<Record<Language, HandlingTexts>> = { nb: handlingNb, nn: handlingNn, en: handlingEn };

/** What is said of a refused file in a language. */
export function fileTextsOf(language: Language): FileTexts {
  return TEXTS[language];
}

/** What is said of a file that is held, taken in or undone, in a language. */
export function handlingTextsOf(language: Language): HandlingTexts {
  return HANDLING[language];
}
