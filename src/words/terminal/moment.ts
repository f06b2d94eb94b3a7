import type { Language } from '../../model/language.ts';
import { toWallTime } from '../../model/wall-time.ts';
import { LOCALES } from '../locale.ts';

/** Whose clock a terminal shows, and in which language. */
export interface Clock {
  readonly language: Language;
  /** Of the plan: `Europe/Oslo`. */
  readonly timeZone: string;
}

const TIME_MARK: Readonly<Record<Language, string>> = { nb: '.', nn: '.', en: ':' };
const BEFORE_TIME: Readonly<Record<Language, string>> = { nb: 'kl.', nn: 'kl.', en: 'at' };

/** An instant (ISO 8601) in a sentence: `28. november 2026 kl. 08.09`. */
export function momentText(instant: string, { language, timeZone }: Clock): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(new Date(instant));
  return `${day} ${BEFORE_TIME[language]} ${timeOfDay(instant, { language, timeZone })}`;
}

/** An instant (ISO 8601) in a table: `2026-11-28 08.09`; a dash for none. */
export function shortMoment(instant: string | null, clock: Clock): string {
  return instant === null ? '–' : `${shortDay(instant, clock)}\u00A0${timeOfDay(instant, clock)}`;
}

/** The day of an instant (ISO 8601) in a table: `2026-11-28`; a dash for none. */
export function shortDay(instant: string | null, { timeZone }: Clock): string {
  if (instant === null) return '–';
  const { year, month, day } = toWallTime(new Date(instant), timeZone);
  return [String(year), twoDigits(month), twoDigits(day)].join('-');
}

function timeOfDay(instant: string, { language, timeZone }: Clock): string {
  const { hour, minute } = toWallTime(new Date(instant), timeZone);
  return [hour, minute].map(twoDigits).join(TIME_MARK[language]);
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
