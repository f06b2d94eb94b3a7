import type { TableMetadata, TableSummary } from './table-metadata.ts';

/** Where the title ends and the list of variables begins. */
const BY_VARIABLES = /,?\s+(?:etter|by)\s/i;
const BRACKETS = /\([^)]*\)/g;
const TABLE_NUMBER = /^\s*\d{4,6}\s*:/;
const SHORTEST_WORD = 3;
/** Words that say nothing of a table, in its two languages. */
const SMALL = new Set(['per', 'alle', 'som', 'med', 'fra', 'til', 'for', 'ved', 'the', 'and', 'with', 'from']);

/** Does a table say that it gets no new figures? Some say so only in their label. */
export function saysClosed({ discontinued, label }: Pick<TableSummary, 'discontinued' | 'label'>): boolean {
  return discontinued || /\((?:avslutta|avsluttet) (?:tids)?serie\)|\(closed series\)/i.test(label);
}

/** As `saysClosed`, of a table's metadata. */
export function metadataSaysClosed({ label, document }: Pick<TableMetadata, 'label' | 'document'>): boolean {
  const { extension } = document as { readonly extension?: { readonly discontinued?: unknown } | null };
  return saysClosed({ label, discontinued: extension?.discontinued === true });
}

/**
 * The words of what a table counts, in lower case and each once: its title without number, variables, years and
 * brackets. Words of letters alone, so that a search by them cannot be read as grammar.
 */
export function titleWords(label: string): readonly string[] {
  const [counted = ''] = label.replace(TABLE_NUMBER, ' ').replace(BRACKETS, ' ').split(BY_VARIABLES);
  return wordsOf(counted);
}

/** Words of letters in a text, in lower case and each once, without the small ones. */
export function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= SHORTEST_WORD && !SMALL.has(word)))];
}

/** The label of a variable without what stands in brackets, in lower case: `næring (SN2007)` is `næring`. */
export function bareLabel(label: string): string {
  return label.replace(BRACKETS, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What a table counts: its title without number, variables and years, as it is written. */
export function bareTitle(label: string): string {
  const [counted = ''] = label.replace(TABLE_NUMBER, ' ').split(BY_VARIABLES);
  return counted
    .replace(/[\s.,]+\d{4}\S*(\s*-\s*\d{4}\S*)?\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
