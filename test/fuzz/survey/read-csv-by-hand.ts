/** One answer of a survey: the figures of a line that has been taken in. */
export type HandRow = Readonly<Record<string, string>>;

/**
 * Reads a sound survey as a person would, character by character: the other way of reading that the product's is held
 * against. Column names in lower case, without the space around them; blank lines are passed over.
 */
export function readCsvByHand(bytes: Uint8Array): readonly HandRow[] {
  const text = decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const [header = [], ...records] = recordsIn(text, [';', '\t', ','].find((each) => firstLine.includes(each)) ?? ',');
  const names = header.map((name) => name.trim().toLowerCase());
  return records.map((fields) => Object.fromEntries(names.map((name, column) => [name, fields[column] ?? ''])));
}

/** UTF-8, or what a spreadsheet of Western Europe writes otherwise. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function recordsIn(text: string, separator: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let wasQuoted = false;
  const endField = () => {
    fields.push(wasQuoted ? field : field.trim());
    field = '';
    wasQuoted = false;
  };
  const endRecord = () => {
    endField();
    if (fields.some((each) => each.trim() !== '')) records.push(fields);
    fields = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (quoted && character === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (quoted) {
      if (character === '"') quoted = false;
      else field += character;
    } else if (character === '"' && field.trim() === '') {
      field = '';
      quoted = true;
      wasQuoted = true;
    } else if (character === separator) endField();
    else if (character === '\n') endRecord();
    else if (!wasQuoted || character.trim() !== '') field += character;
  }
  endRecord();
  return records;
}
