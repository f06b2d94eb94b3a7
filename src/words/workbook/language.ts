import type { Language } from '../../model/language.ts';
import type { WorkbookTexts } from './texts.ts';
import { workbookEn } from './texts-en.ts';
import { workbookNb } from './texts-nb.ts';
import { workbookNn } from './texts-nn.ts';

const TEXTS: Readonly<Record<Language, WorkbookTexts>> = { nb: workbookNb, nn: workbookNn, en: workbookEn };

/** The words of the workbook for analysts in a language. */
export function workbookTextsOf(language: Language): WorkbookTexts {
  return TEXTS[language];
}
