import { closest, distance } from 'fastest-levenshtein';

/**
 * The allowed word that `word` is most likely a slip for: two letters, or a third of a longer word, may differ, and never
 * all. `null` when there is none.
 */
export function nearestWord(word: string, allowed: readonly string[]): string | null {
  if (allowed.length === 0) return null;
  const nearest = closest(word, allowed);
  const slips = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
  return distance(word, nearest) <= slips ? nearest : null;
}

/** What to write instead of a word that is not allowed: the likely one, and all there are. */
export function allowedWords(word: string, allowed: readonly string[]): string {
  const nearest = nearestWord(word, allowed);
  const guess = nearest === null ? '' : `did you mean '${nearest}'? `;
  if (allowed.length === 0) return 'there are none to choose from.';
  return `${guess}${guess === '' ? 'allowed' : 'Allowed'}: ${allowed.map((entry) => `'${entry}'`).join(', ')}.`;
}
