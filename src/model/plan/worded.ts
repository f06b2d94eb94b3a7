import type { Language } from '../language.ts';
import { LANGUAGES, PLAN_LANGUAGE } from '../language.ts';

/** What the keys of a text end in, by language: `meaning` is in bokmål, `meaningEn` in English. */
export const LANGUAGE_SUFFIX = { nb: '', en: 'En' } as const satisfies Readonly<Record<Language, string>>;

/** The keys of a text in the languages of `In`. */
export type WordedKey<Key extends string, In extends Language = Language> = `${Key}${(typeof LANGUAGE_SUFFIX)[In]}`;

/** A text of the municipality's own that may be there in each language. */
export type Worded<Key extends string> = { readonly [Name in WordedKey<Key>]?: string };

/** A text, and the language it is in. */
export interface FoundText {
  readonly text: string;
  readonly language: Language;
}

/** The keys of a text in some languages, in their order. */
export function wordedKeys<Key extends string, In extends Language>(
  key: Key,
  languages: readonly In[],
): readonly WordedKey<Key, In>[] {
  return languages.map((language): WordedKey<Key, In> => `${key}${LANGUAGE_SUFFIX[language]}`);
}

/** A text in the reader's language, else in that of the plan; `null` where neither is there. */
export function findText<Key extends string>(texts: Worded<Key>, key: Key, language: Language): FoundText | null {
  const own = textIn(texts, key, language);
  if (own !== null) return { text: own, language };
  const plain = textIn(texts, key, PLAN_LANGUAGE);
  return plain === null ? null : { text: plain, language: PLAN_LANGUAGE };
}

/** A text in one language alone; `null` where it is not there. */
export function textIn<Key extends string>(texts: Worded<Key>, key: Key, language: Language): string | null {
  const name: WordedKey<Key> = `${key}${LANGUAGE_SUFFIX[language]}`;
  return texts[name] ?? null;
}

/** Some texts of an object, in every language they are there in, without the rest of it. */
export function pickTexts<Key extends string>(texts: Worded<Key>, keys: readonly Key[]): Worded<Key> {
  const names = keys.flatMap((key): readonly WordedKey<Key>[] => wordedKeys(key, LANGUAGES));
  const entries = names.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]] as const]));
  return Object.fromEntries(entries) as Worded<Key>;
}
