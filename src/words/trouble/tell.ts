import type { Language } from '../../model/language.ts';
import type { Trouble } from '../../model/trouble.ts';
import type { ToldTrouble, TroubleNames } from './told.ts';
import { tellEn } from './tell-en.ts';
import { tellNb } from './tell-nb.ts';
import { tellNn } from './tell-nn.ts';

const TELL: Readonly<Record<Language, (trouble: Trouble, names: TroubleNames) => ToldTrouble>> = {
  nb: tellNb,
  nn: tellNn,
  en: tellEn,
};

/** What operations are told of a trouble, wholly in one language. */
export function tellTrouble(trouble: Trouble, names: TroubleNames, language: Language): ToldTrouble {
  return TELL[language](trouble, names);
}

/**
 * What is wrong and what to do about it, as one text: on one line where the first has one, and lines to be pasted last.
 */
export function wholeTrouble({ sentence, action }: Pick<ToldTrouble, 'sentence' | 'action'>): string {
  return `${sentence}${sentence.includes('\n') ? '\n' : ' '}${action}`;
}
