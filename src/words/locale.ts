import type { Language } from '../model/language.ts';

/** How each language writes dates and numbers, as a BCP 47 tag. */
export const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
