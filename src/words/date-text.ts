import type { Language } from '../model/language.ts';
import { toWallTime } from '../model/wall-time.ts';
import { LOCALES } from './locale.ts';

/** Between hour and minute. */
const TIME_MARK: Readonly<Record<Language, string>> = { nb: '.', nn: '.', en: ':' };

const DATE = formatter({ dateStyle: 'long' });
const MONTH = formatter({ month: 'long', year: 'numeric' });

/** The civil date of an instant in Norway, written out: `26. februar 2026`. */
export function dateText(instant: string, language: Language): string {
  return DATE(language).format(new Date(instant));
}

/** The month of an instant in Norway: `februar 2026`. */
export function monthText(instant: string, language: Language): string {
  return MONTH(language).format(new Date(instant));
}

/** What the clock on the wall shows in Norway at an instant: `08.09`, in English `08:09`. */
export function timeText(instant: string, language: Language): string {
  const { hour, minute } = toWallTime(new Date(instant), 'Europe/Oslo');
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(TIME_MARK[language]);
}

/** Each language's format, made once: to make one costs a hundred times what it costs to use it. */
function formatter(options: Intl.DateTimeFormatOptions): (language: Language) => Intl.DateTimeFormat {
  const made = new Map<Language, Intl.DateTimeFormat>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'Europe/Oslo' });
    made.set(language, format);
    return format;
  };
}
