import type * as z from 'zod';
import type { Language } from '../../model/language.ts';
import { FIRST_LANGUAGES, LANGUAGES } from '../../model/language.ts';
import { type WordedKey, wordedKeys } from '../../model/plan/worded.ts';
import { text } from './schema-words.ts';

type First = (typeof FIRST_LANGUAGES)[number];

const NAMES: Readonly<Record<Language, string>> = { nb: 'bokmål', en: 'English' };

/** Keys of a text that must be there in bokmål and English, and may be in the other languages. */
export function requiredText<Key extends string>(key: Key, says: string) {
  const others = LANGUAGES.filter(
    (language): language is Exclude<Language, First> => !FIRST_LANGUAGES.some((one) => one === language),
  );
  return {
    ...keysIn(key, FIRST_LANGUAGES, (language) => text.describe(described(says, language))),
    ...keysIn(key, others, (language) => text.exactOptional().describe(described(says, language))),
  };
}

/** Keys of a text that may be there in every language; a folder without it is warned where it is missed. */
export function optionalText<Key extends string>(key: Key, says: string) {
  return keysIn(key, LANGUAGES, (language) => text.exactOptional().describe(described(says, language)));
}

function keysIn<Key extends string, In extends Language, Schema extends z.ZodType>(
  key: Key,
  languages: readonly In[],
  schemaIn: (language: In) => Schema,
): Readonly<Record<WordedKey<Key, In>, Schema>> {
  const names = wordedKeys(key, languages);
  const entries = languages.map((language, place) => [names[place], schemaIn(language)] as const);
  return Object.fromEntries(entries) as Readonly<Record<WordedKey<Key, In>, Schema>>;
}

function described(says: string, language: Language): string {
  return `${says}, in ${NAMES[language]}`;
}
