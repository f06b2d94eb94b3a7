/** The civil date of an instant in Norway, written out: `26. februar 2026`. */
export function dateText(instant: string, language: 'nb' | 'en'): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Oslo' }).format(new Date(instant));
}
