/** A cell as LibreOffice has understood it. */
export interface FlatCell {
  /** `float`, `string`, `date` …; `null` for an empty one. */
  readonly type: string | null;
  /** What is kept, of a number or a day. */
  readonly value: string | null;
  /** What is shown. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Beyond what is written a sheet goes on, empty. */
const MOST_REPEATED = 100;

/** The sheets of a flat OpenDocument spreadsheet: their rows, with what stands repeated written out. */
export function flatSheets(xml: string): ReadonlyMap<string, readonly (readonly FlatCell[])[]> {
  const tables = [...xml.matchAll(/<table:table table:name="([^"]*)"[^>]*>(.*?)<\/table:table>/gs)];
  return new Map(tables.map(([, name = '', body = '']) => [decode(name), rowsIn(body)]));
}

function rowsIn(body: string): readonly (readonly FlatCell[])[] {
  const rows = [...body.matchAll(/<table:table-row([^>]*?)(?:\/>|>(.*?)<\/table:table-row>)/gs)];
  return rows.flatMap(([, attributes = '', cells = '']) => {
    const row = cellsIn(cells);
    return Array.from({ length: repeated(attributes, 'rows') }, () => row);
  });
}

function cellsIn(body: string): readonly FlatCell[] {
  const cells = [...body.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)];
  return cells.flatMap(([, attributes = '', inside = '']) => {
    const cell = {
      type: attribute(attributes, 'office:value-type'),
      value: attribute(attributes, 'office:value') ?? attribute(attributes, 'office:date-value'),
      text: decode(inside.replace(/<[^>]*>/g, '').trim()),
    };
    return Array.from({ length: repeated(attributes, 'columns') }, () => cell);
  });
}

function repeated(attributes: string, what: 'rows' | 'columns'): number {
  return Math.min(Number(attribute(attributes, `table:number-${what}-repeated`) ?? 1), MOST_REPEATED);
}

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function decode(text: string): string {
  return text.replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}
