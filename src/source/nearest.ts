import { closest } from 'fastest-levenshtein';

/**
 * What a table has that comes nearest to a name it lacks, ready to stand in a sentence: ` (nearest: K.3301)`; empty when
 * the table has nothing to offer. Case does not count.
 */
export function nearestTo(wanted: string, offered: readonly string[]): string {
  if (offered.length === 0) return '';
  const byLowerCase = new Map(offered.map((name) => [name.toLowerCase(), name]));
  const found = closest(wanted.toLowerCase(), [...byLowerCase.keys()]);
  return ` (nearest: ${byLowerCase.get(found) ?? found})`;
}
