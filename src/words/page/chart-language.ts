import type { Language } from '../../model/language.ts';
import { chartTextsEn } from './chart-texts-en.ts';
import { chartTextsNb } from './chart-texts-nb.ts';
import { chartTextsNn } from './chart-texts-nn.ts';
import type { ChartTexts } from './chart-texts.ts';

const TEXTS: Readonly<Record<Language, ChartTexts>> = { nb: chartTextsNb, nn: chartTextsNn, en: chartTextsEn };

/** The texts of the charts in a language. */
export function chartTextsOf(language: Language): ChartTexts {
  return TEXTS[language];
}
