import { readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import { decodeText } from './decode-text.ts';
import type { Path, FilePosition, Problem } from './problem.ts';

/** A YAML file with the way back from a value to its line. */
export interface YamlFile {
  readonly file: string;
  /** `undefined` when `problems` says why it could not be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value at a path stands, or its key; the nearest enclosing value when the path leads nowhere. */
  readonly locate: (path: Path, onKey?: boolean) => FilePosition;
  /** Where a line goes that is to follow the entry of a group: after which line, and how far in. */
  readonly below: (path: Path) => PlaceBelow;
  /** A single value as it was typed (`0301`, where the value is the number 301). */
  readonly typed: (path: Path) => string | undefined;
}

/** Where to write a new entry of a group; `indent` is `null` within braces, where a line of its own would not be read. */
export interface PlaceBelow {
  readonly line: number;
  readonly indent: number | null;
}

const TOO_DEEP =
  'This file has too many levels of lists or groups inside one another to be read; settings have at most a handful.';
const MISSING =
  'This file is missing. `naeringspuls init` writes a whole folder; the one that ships, config/, has one to copy.';
const COLON_IN_TEXT = "A text with a colon in it needs quotes round the whole of it, as in title: 'One: two'.";
const QUOTE_IN_QUOTES =
  "This text goes on after the quote that ends it: write a ' within '…' twice, or put \"…\" round it.";
const SAVE_AS_UTF8 = 'Open it where its letters look right, and save it again with the encoding UTF-8.';
/** Spaces that editors show as any other, and YAML takes for letters. */
const UNBREAKABLE_INDENT = /^[ \t]*[\u00a0\u2007\u202f]/mu;
const UNBREAKABLE = 'This line is indented with spaces that do not break, as documents have them; write ordinary ones.';
const START: FilePosition = { line: 1, column: 1 };

/** Reads a YAML file in UTF-8. A missing or broken file is a problem, not an exception. */
export function readYaml(file: string): YamlFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    return unreadable(file, code === 'ENOENT' ? MISSING : `This file cannot be read (${code}).`);
  }
  const decoded = decodeText(bytes);
  if ('text' in decoded) return parseYaml(file, decoded.text);
  const { line } = decoded;
  const text =
    'lost' in decoded
      ? `A letter was lost where '${decoded.lost}' stands: this file was once opened in another encoding than its own, and saved. Write the letter again, here and wherever else one was lost.`
      : `This file is not in UTF-8: it looks like ${decoded.encoding}. ${SAVE_AS_UTF8}`;
  return { ...unreadable(file, ''), problems: [{ file, line, column: 1, text }] };
}

/**
 * Reads YAML text; `file` is the name that problems carry. A key written twice is a problem, and so is a text whose
 * levels are more than the parser can hold.
 */
export function parseYaml(file: string, text: string): YamlFile {
  try {
    return parse(file, text);
  } catch (error) {
    // The parser calls itself once for each level, and only sometimes makes an error of its own of it.
    if (error instanceof RangeError) return unreadable(file, TOO_DEEP);
    throw error;
  }
}

function parse(file: string, text: string): YamlFile {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const at = (offset: number): FilePosition => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  const unbreakable = document.errors.length === 0 ? null : UNBREAKABLE_INDENT.exec(text);
  const errors =
    unbreakable === null
      ? tellingErrors(document.errors).map((error) => ({ offset: error.pos[0], text: sentence(error) }))
      : [{ offset: unbreakable.index, text: UNBREAKABLE }];
  const problems = [...errors, ...references(document)].map(({ offset, text }) => ({ file, ...at(offset), text }));
  if (problems.length > 0) return { ...unreadable(file, ''), problems };
  return {
    file,
    value: document.toJS(),
    problems,
    locate: (path, onKey = false) => at(offsetOf(document, path, onKey)),
    below: (path) => placeBelow(document, path, at),
    typed: (path) => {
      const node: unknown = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

function unreadable(file: string, text: string): YamlFile {
  return {
    file,
    value: undefined,
    problems: [{ file, ...START, text }],
    locate: () => START,
    below: () => ({ line: START.line, indent: 0 }),
    typed: () => undefined,
  };
}

/** References would make the place of a value ambiguous, and are most often a star that lacks quotes. */
function references(document: Document.Parsed): readonly { readonly offset: number; readonly text: string }[] {
  const found: { offset: number; text: string }[] = [];
  visit(document, {
    Alias: (_key, { source, range }) => {
      const text = `*${source} is a reference in YAML, and none are used here; put quotes round it or write it out.`;
      found.push({ offset: range?.[0] ?? 0, text });
    },
  });
  return found;
}

/**
 * A key written twice stands for itself; of all other errors the first, because those after it follow from it, also keys
 * that seem to be written twice.
 */
function tellingErrors(errors: readonly YAMLError[]): readonly YAMLError[] {
  const [broken] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const end = broken?.pos[0] ?? Infinity;
  const twice = errors.filter(({ code, pos }) => code === 'DUPLICATE_KEY' && pos[0] < end);
  return broken === undefined ? twice : [...twice, broken];
}

function sentence(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return 'This key stands twice in the same group; keep one of them.';
  if (error.code === 'RESOURCE_EXHAUSTION') return TOO_DEEP;
  if (error.code === 'TAB_AS_INDENT') return 'This line is indented with a tab; YAML wants spaces.';
  if (error.message.startsWith('Nested mappings are not allowed in compact mappings')) return COLON_IN_TEXT;
  if (error.message.startsWith('Unexpected scalar at node end')) return QUOTE_IN_QUOTES;
  return `This is not valid YAML: ${error.message.replace(/\.$/, '')}. Check indentation, colons, brackets and quotes from here upwards.`;
}

function offsetOf(document: Document.Parsed, path: Path, onKey: boolean): number {
  if (onKey) {
    const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
  }
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function placeBelow(document: Document.Parsed, path: Path, at: (offset: number) => FilePosition): PlaceBelow {
  const group: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const value: unknown = document.getIn(path, true);
  // A text of several lines ends where the next line begins.
  const end = at(isNode(value) && value.range ? value.range[1] : offsetOf(document, path, true));
  const line = end.column === 1 ? Math.max(1, end.line - 1) : end.line;
  const isInBraces = isMap(group) && group.flow === true;
  return { line, indent: isInBraces ? null : at(offsetOf(document, path, true)).column - 1 };
}
