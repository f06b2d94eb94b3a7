/** A view for analysts: its name, and the statement that makes it. */
export interface View {
  readonly name: string;
  readonly sql: string;
}

/**
 * A view of a name. `comment` is what it holds, in a sentence, which stands in the schema for those who read that.
 */
export function view(name: string, comment: string, body: string): View {
  return { name, sql: `CREATE VIEW ${quoteName(name)} AS\n-- ${comment}\n${body.trim()}` };
}

/** A name as SQL has it; it may come from outside. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL has it. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
