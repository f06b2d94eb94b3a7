import type { Language } from '../../model/language.ts';
import type { TerminalTexts } from './texts.ts';
import { terminalTextsEn } from './texts-en.ts';
import { terminalTextsNb } from './texts-nb.ts';
import { terminalTextsNn } from './texts-nn.ts';

const TEXTS: Readonly<Record<Language, TerminalTexts>> = {
  nb: terminalTextsNb,
  nn: terminalTextsNn,
  en: terminalTextsEn,
};

/** The words at a terminal in a language. */
export function terminalTextsOf(language: Language): TerminalTexts {
  return TEXTS[language];
}
