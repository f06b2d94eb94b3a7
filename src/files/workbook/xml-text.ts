/** What XML 1.0 has no way to write: controls, and halves of characters. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
/** A spreadsheet reads this as the character of that number. */
const SPREADSHEET_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand in XML, between tags and in a quoted attribute; what XML cannot write is left out. */
export function xmlText(text: string): string {
  return text.replaceAll(UNWRITABLE, '').replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A text as a cell has it: as `xmlText`, and nothing in it is read as the number of a character. */
export function cellText(text: string): string {
  return xmlText(text.replaceAll(SPREADSHEET_ESCAPE, '_x005F_'));
}
