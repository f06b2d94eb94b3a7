/** What a symbol in the place of a figure, or beside one, can say. */
export const SYMBOL_MEANINGS = [
  'withheld',
  'not-possible',
  'missing',
  'mixed',
  'nil',
  'normal',
  'provisional',
  'estimated',
  'forecast',
  'break',
  'other-definition',
] as const;
export type SymbolMeaning = (typeof SYMBOL_MEANINGS)[number];

/** Symbol → what it says. */
export type SymbolMeanings = ReadonlyMap<string, SymbolMeaning>;

/** What the settings say of symbols beyond those built into the program. */
export interface DeclaredSymbols {
  /** In every table. */
  readonly symbols: Readonly<Record<string, SymbolMeaning>>;
  /** Table number → what holds in that table alone. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, SymbolMeaning>>>>;
}

/**
 * The built-in meanings. Statistics Norway: `.` not possible, `..` missing, `:` withheld, and in older tables `...` not
 * yet there and `-` nil; its server writes `.......` for a sum of cells with different symbols. None of them is zero.
 * Letters as Eurostat uses them; `ep` is estimated and provisional, of which provisional is what we act on.
 */
export const BUILT_IN_SYMBOLS: SymbolMeanings = new Map([
  ['.', 'not-possible'],
  ['..', 'missing'],
  ['...', 'missing'],
  [':', 'withheld'],
  ['-', 'nil'],
  ['.......', 'mixed'],
  ['c', 'withheld'],
  ['z', 'not-possible'],
  ['*', 'provisional'],
  ['a', 'normal'],
  ['b', 'break'],
  ['d', 'other-definition'],
  ['e', 'estimated'],
  ['ep', 'provisional'],
  ['f', 'forecast'],
  ['p', 'provisional'],
  ['s', 'estimated'],
]);

/**
 * Every symbol with a meaning in a table: the program's own, those of the settings, and those of the settings for that
 * table, which go before the settings' others. The program's own cannot be given another meaning.
 */
export function meaningsIn(table: string | null, { symbols, tables }: DeclaredSymbols): SymbolMeanings {
  const ofTable = table === null ? {} : (tables[table] ?? {});
  return new Map([...Object.entries(symbols), ...Object.entries(ofTable), ...BUILT_IN_SYMBOLS]);
}

/** Do the settings say nothing of symbols? */
export function declaresNothing({ symbols, tables }: DeclaredSymbols): boolean {
  return [symbols, ...Object.values(tables)].every((declared) => Object.keys(declared).length === 0);
}
