import type { Language } from '../model/language.ts';
import { LOCALES } from './locale.ts';

/** The civil date of an instant in Norway, written out: `26. februar 2026`. */
export function dateText(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'Europe/Oslo' });
  return format.format(new Date(instant));
}
