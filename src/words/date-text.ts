import type { Language } from '../model/language.ts';
import { toWallTime } from '../model/wall-time.ts';
import { LOCALES } from './locale.ts';

/** Between hour and minute. */
const TIME_MARK: Readonly<Record<Language, string>> = { nb: '.', nn: '.', en: ':' };

/** The civil date of an instant in Norway, written out: `26. februar 2026`. */
export function dateText(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'Europe/Oslo' });
  return format.format(new Date(instant));
}

/** The month of an instant in Norway: `februar 2026`. */
export function monthText(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Oslo',
  });
  return format.format(new Date(instant));
}

/** What the clock on the wall shows in Norway at an instant: `08.09`, in English `08:09`. */
export function timeText(instant: string, language: Language): string {
  const { hour, minute } = toWallTime(new Date(instant), 'Europe/Oslo');
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(TIME_MARK[language]);
}
