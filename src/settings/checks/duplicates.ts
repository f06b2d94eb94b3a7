/** Positions of the words that already occur earlier in the list. */
export function findDuplicates(words: readonly string[]): readonly number[] {
  return words.flatMap((word, index) => (words.indexOf(word) < index ? [index] : []));
}
