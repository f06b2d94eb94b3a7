import type { Language } from '../model/language.ts';

const AND: Readonly<Record<Language, string>> = { nb: 'og', nn: 'og', en: 'and' };

/** Names as they stand in a sentence: `a, b og c`. Empty for none. */
export function listed(names: readonly string[], language: Language): string {
  return joined(names, ', ', ` ${AND[language]} `);
}

/** Clauses that may hold commas themselves, as they stand in a sentence: `a; b; og c`. Empty for none. */
export function listedClauses(clauses: readonly string[], language: Language): string {
  return joined(clauses, '; ', `; ${AND[language]} `);
}

/** Names of a file or of the settings, each as it is written there: `«a», «b»`. Empty for none. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `«${name}»`).join(', ');
}

function joined(parts: readonly string[], between: string, beforeLast: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(between)}${beforeLast}${last}`;
}
