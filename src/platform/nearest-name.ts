import { distance } from 'fastest-levenshtein';

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
