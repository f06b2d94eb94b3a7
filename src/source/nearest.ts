import { closest } from 'fastest-levenshtein';

/**
 * What a table has that comes nearest to a name it lacks, ready to stand in a sentence: ` (nearest: K.3301)`; empty when
 * the table has nothing to offer. Case does not count, and a name that holds the wanted one whole goes before all others:
 * `KOKkommuneregion0000` is nearer to `Region` than `Kjonn` is.
 */
export function nearestTo(wanted: string, offered: readonly string[]): string {
  if (offered.length === 0) return '';
  const byLowerCase = new Map(offered.map((name) => [name.toLowerCase(), name]));
  const names = [...byLowerCase.keys()];
  const holding = names.filter((name) => name.includes(wanted.toLowerCase()));
  const found = closest(wanted.toLowerCase(), holding.length > 0 ? holding : names);
  return ` (nearest: ${byLowerCase.get(found) ?? found})`;
}
