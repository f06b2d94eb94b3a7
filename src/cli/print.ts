import { wrapText } from './wrap.ts';

/** Where a command writes: results on `out`, everything about the way there on `err`. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Characters per line; `undefined` leaves every line as long as it is. */
  readonly columns: number | undefined;
  /** Whether standard output shows colours; none when left out. */
  readonly hasColours?: boolean;
}

/** One JSON document and nothing else. */
export function printJson(output: Output, document: unknown): void {
  output.out(`${JSON.stringify(document, null, 2)}\n`);
}

/** Sentences, each on lines of its own that fit; where one is broken, what goes on is as far in as it began. */
export function renderLines(lines: readonly string[], columns: number | undefined): string {
  return lines.flatMap((line) => wrapText(line, columns ?? Infinity)).join('\n');
}
