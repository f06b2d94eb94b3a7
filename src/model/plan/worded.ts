import { type Language, planLanguageOf } from '../language.ts';

/** What a key of a text ends in: `meaning` is in the plan's own language, `meaningNn` in nynorsk, `meaningEn` in English. */
export const SUFFIXES = ['', 'Nn', 'En'] as const;
export type Suffix = (typeof SUFFIXES)[number];

const PLAIN: Suffix = '';
const SUFFIX_OF: Readonly<Record<Language, Suffix>> = { nb: '', nn: 'Nn', en: 'En' };

/** The keys of a text that end in one of `In`. */
export type WordedKey<Key extends string, In extends Suffix = Suffix> = `${Key}${In}`;

/** A text of the municipality's own that may be there in each language. */
export type Worded<Key extends string> = { readonly [Name in WordedKey<Key>]?: string };

/** A text, and the language it is in; `null` for the plan's own. */
export interface FoundText {
  readonly text: string;
  readonly language: Language | null;
}

/** The keys of a text with some endings, in their order. */
export function wordedKeys<Key extends string, In extends Suffix>(
  key: Key,
  suffixes: readonly In[],
): readonly WordedKey<Key, In>[] {
  return suffixes.map((suffix): WordedKey<Key, In> => `${key}${suffix}`);
}

/** What the keys of texts in a language end in, in a plan whose page is in `pageLanguage`. */
export function suffixIn(language: Language, pageLanguage: Language): Suffix {
  return language === planLanguageOf(pageLanguage) ? '' : SUFFIX_OF[language];
}

/** A text in the reader's language, else in that of the plan; `null` where neither is there. */
export function findText<Key extends string>(texts: Worded<Key>, key: Key, language: Language): FoundText | null {
  const suffix = SUFFIX_OF[language];
  const own = suffix === '' ? null : at(texts, `${key}${suffix}`);
  if (own !== null) return { text: own, language };
  const plain = at(texts, `${key}${PLAIN}`);
  return plain === null ? null : { text: plain, language: null };
}

/** A text in the language of the page alone; `null` where it is not there. */
export function textIn<Key extends string>(texts: Worded<Key>, key: Key, language: Language): string | null {
  return at(texts, `${key}${suffixIn(language, language)}`);
}

/** Some texts of an object, in every language they are there in, without the rest of it. */
export function pickTexts<Key extends string>(texts: Worded<Key>, keys: readonly Key[]): Worded<Key> {
  const names = keys.flatMap((key): readonly WordedKey<Key>[] => wordedKeys(key, SUFFIXES));
  const entries = names.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]] as const]));
  return Object.fromEntries(entries) as Worded<Key>;
}

function at<Key extends string>(texts: Worded<Key>, name: WordedKey<Key>): string | null {
  return texts[name] ?? null;
}
