/**
 * What makes two spellings the same name: Unicode form, kind and number of blanks, marks that cannot be seen and letter
 * case make no difference.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/**
 * Gives each name one spelling: that of the known name it is the same as (the first of them), or else of the names
 * themselves the first by code point, so that the order of a file makes no difference.
 */
export function createSpelling(known: readonly string[], names: Iterable<string>): (name: string) => string {
  const spelling = new Map<string, string>();
  for (const name of [...known, ...[...new Set(names)].sort()]) {
    const key = nameKey(name);
    if (!spelling.has(key)) spelling.set(key, name);
  }
  return (name) => spelling.get(nameKey(name)) ?? name;
}
