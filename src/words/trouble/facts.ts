import type { FailureFacts } from '../../model/trouble.ts';
import { listed } from '../list.ts';
import { textsOf } from '../finding/texts-of.ts';
import type { Language } from '../../model/language.ts';
import { decimalsOf, numberText } from '../number-text.ts';

/** Looks facts up by name and writes them as a language does. */
export interface WrittenFacts {
  /** Empty where the fact is not known. */
  readonly text: (name: string) => string;
  /** A number with the marks of the language; what is no number as it stands. */
  readonly number: (name: string) => string;
  readonly has: (name: string) => boolean;
}

/** The facts of a failure, to be written in a language. */
export function writtenFacts({ facts }: Pick<FailureFacts, 'facts'>, language: Language): WrittenFacts {
  const text = (name: string) => String(facts[name] ?? '');
  return {
    text,
    number: (name) => {
      const value = facts[name];
      return typeof value === 'number' ? numberText(value, decimalsOf(value), textsOf(language)) : text(name);
    },
    has: (name) => facts[name] !== undefined && facts[name] !== '',
  };
}

/** Years as a reader says them: `2021`, `2020–2023`, `2018–2019 og 2024`. Empty for none. */
export function yearsText(years: readonly number[], language: Language): string {
  const spans: [first: number, last: number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const newest = spans.at(-1);
    if (newest !== undefined && newest[1] === year - 1) newest[1] = year;
    else spans.push([year, year]);
  }
  const texts = spans.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return listed(texts, language);
}

/** The table's title without its number and the years it has come to, which move with every publication. */
export function plainTitle(label: string): string {
  return label.replace(/^\s*\d+\s*:\s*/, '').replace(/\s+\d{4}\S*\s*-\s*\d{4}\S*$/, '');
}

const QUOTES: Readonly<Record<Language, readonly [open: string, close: string]>> = {
  nb: ['«', '»'],
  nn: ['«', '»'],
  en: ['“', '”'],
};

/** A text of the source's own on one line, in the quotation marks of a language. */
export function quotedText(text: string, language: Language): string {
  const [open, close] = QUOTES[language];
  return `${open}${text.replaceAll(/\s+/g, ' ').trim()}${close}`;
}

/** What was said of a file the day it was refused, where that was in this language; `null` elsewhere. */
export function saidIn(
  { language, said }: { readonly language: string; readonly said: string },
  asked: Language,
): string | null {
  return language === asked ? said : null;
}

/** Sentences one after the other, without the empty ones. */
export function joined(...sentences: readonly string[]): string {
  return sentences.filter((one) => one !== '').join(' ');
}
