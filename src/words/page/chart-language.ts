import type { Language } from '../../model/language.ts';
import { chartTextsEn } from './chart-texts-en.ts';
import { chartTextsNb } from './chart-texts-nb.ts';
import type { ChartTexts } from './chart-texts.ts';

const TEXTS: Readonly<Record<Language, ChartTexts>> = { nb: chartTextsNb, en: chartTextsEn };

/** The texts of the charts in a language. */
export function chartTextsOf(language: Language): ChartTexts {
  return TEXTS[language];
}
