import type { Language } from '../../model/language.ts';
import { textsOf } from '../finding/texts-of.ts';
import { numberText, withUnit } from '../number-text.ts';

const UNITS = ['byte', 'kB', 'MB', 'GB'] as const;

/** How large a file is, in the unit that leaves it at most three digits: `1,2 MB`. */
export function sizeText(bytes: number, language: Language): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const number = numberText(bytes / 1000 ** step, step === 0 ? 0 : 1, textsOf(language));
  return withUnit(number, UNITS[step] ?? 'byte');
}

/** How many there are, with thousands apart: `12 345`. */
export function countText(count: number, language: Language): string {
  return numberText(count, 0, textsOf(language));
}
