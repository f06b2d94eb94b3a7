import type { Language } from '../model/language.ts';

const PER_MILLION = 1000;

/** How a unit that counts thousands begins, and what the same begins with that counts millions. */
const WORDS: Readonly<Record<Language, { readonly thousand: RegExp; readonly millions: string }>> = {
  nb: { thousand: /^(?:tusen|1[ \u00A0\u202F]?000) /i, millions: 'millioner ' },
  nn: { thousand: /^(?:tusen|1[ \u00A0\u202F]?000) /i, millions: 'millionar ' },
  en: { thousand: /^(?:thousand|1[ ,\u00A0\u202F]?000) /i, millions: 'million ' },
};

/** A figure in the unit it is told in. */
export interface Told {
  readonly value: number;
  readonly unit: string;
  /** Is that another unit than the source's? Then it has decimals that the source has not. */
  readonly isScaled: boolean;
}

/**
 * A figure as it is told in a sentence: what is counted in thousands is told in millions from a thousand thousands up
 * («34,8 millioner tonn» for 34 756 thousand tonnes). Nothing is rounded.
 */
export function inMillions(value: number, unit: string, language: Language): Told {
  const millions = millionsOf(unit, language);
  if (millions === null || Math.abs(value) < PER_MILLION) return { value, unit, isScaled: false };
  return { value: value / PER_MILLION, unit: millions, isScaled: true };
}

/** The unit that counts a thousand times as many; `null` for a unit that does not count thousands. */
export function millionsOf(unit: string, language: Language): string | null {
  const { thousand, millions } = WORDS[language];
  return thousand.test(unit) ? unit.replace(thousand, millions) : null;
}

/** A number of thousands as one of millions. */
export function perMillion(thousands: number): number {
  return thousands / PER_MILLION;
}
