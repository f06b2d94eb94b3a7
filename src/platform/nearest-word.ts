import { closest, distance } from 'fastest-levenshtein';

/**
 * The known names, the one most like `name` first (edit distance, letter case ignored); equally near ones keep their
 * order. Empty when nothing is known.
 */
export function byNearness(name: string, known: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  return known
    .map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

/**
 * The offered name nearest to one that is not offered, as a clause for a sentence: ` (nearest: K.3301)`; empty when
 * nothing is offered. Case is ignored, and a name that contains the wanted one whole ranks before all others:
 * `KOKkommuneregion0000` is nearer to `Region` than `Kjonn` is.
 */
export function nearestClause(wanted: string, offered: readonly string[]): string {
  const holding = offered.filter((name) => name.toLowerCase().includes(wanted.toLowerCase()));
  const [found] = byNearness(wanted, holding.length > 0 ? holding : offered);
  return found === undefined ? '' : ` (nearest: ${found})`;
}

/**
 * The allowed word that `word` is most likely a misspelling of: two letters, or a third of a longer word, may differ, and
 * never all. `null` when there is none.
 */
export function nearestWord(word: string, allowed: readonly string[]): string | null {
  if (allowed.length === 0) return null;
  const nearest = closest(word, allowed);
  const slips = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
  return distance(word, nearest) <= slips ? nearest : null;
}

/** What to write instead of a word that is not allowed: the likely one, and all allowed ones. */
export function allowedWords(word: string, allowed: readonly string[]): string {
  const nearest = nearestWord(word, allowed);
  const guess = nearest === null ? '' : `did you mean '${nearest}'? `;
  if (allowed.length === 0) return 'there are none to choose from.';
  return `${guess}${guess === '' ? 'allowed' : 'Allowed'}: ${allowed.map((entry) => `'${entry}'`).join(', ')}.`;
}
