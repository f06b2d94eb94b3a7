import type * as z from 'zod';
import { type Suffix, SUFFIXES, type WordedKey, wordedKeys } from '../../model/plan/worded.ts';
import { text } from './schema-words.ts';

const NAMES: Readonly<Record<Suffix, string>> = {
  '': "in the plan's language (nb or nn)",
  Nn: 'in nynorsk, for a plan in bokmål',
  En: 'in English',
};

/** Keys of a text that must be there in the language of the plan, and may be in nynorsk and English besides. */
export function requiredText<Key extends string>(key: Key, says: string) {
  return {
    ...keysFor(key, [''], (suffix) => text.describe(described(says, suffix))),
    ...keysFor(key, ['Nn', 'En'], (suffix) => text.exactOptional().describe(described(says, suffix))),
  };
}

/** Keys of a text that may be there in every language; a folder without it is warned where it is missed. */
export function optionalText<Key extends string>(key: Key, says: string) {
  return keysFor(key, SUFFIXES, (suffix) => text.exactOptional().describe(described(says, suffix)));
}

function keysFor<Key extends string, In extends Suffix, Schema extends z.ZodType>(
  key: Key,
  suffixes: readonly In[],
  schemaFor: (suffix: In) => Schema,
): Readonly<Record<WordedKey<Key, In>, Schema>> {
  const names = wordedKeys(key, suffixes);
  const entries = suffixes.map((suffix, place) => [names[place], schemaFor(suffix)] as const);
  return Object.fromEntries(entries) as Readonly<Record<WordedKey<Key, In>, Schema>>;
}

function described(says: string, suffix: Suffix): string {
  return `${says}, ${NAMES[suffix]}`;
}
