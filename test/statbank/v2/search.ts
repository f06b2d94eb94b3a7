import type { Language, StatbankTable } from '../table.ts';
import { distance } from 'fastest-levenshtein';
import { codeListOf } from '../code-lists.ts';
import { serverFault } from './problems.ts';
import { indexTerms } from './stemming.ts';
import { catalogueLabel } from './titles.ts';

type Matcher = (table: StatbankTable) => boolean;

/** `yyyyMMddHH`, the text under which the index keeps a table's stamp. */
export function indexedStamp(instant: string): string {
  return instant.replace(/\D/g, '').slice(0, 10);
}

function everything(table: StatbankTable, language: Language): string {
  const values = table.variables.flatMap(({ code, label, categories }) => [
    code,
    label[language],
    ...categories.flatMap((category) => [category.code, category.label[language]]),
  ]);
  const listed = table.variables
    .flatMap(({ codeLists }) => codeLists.flatMap((id) => codeListOf(table, id) ?? []))
    .flatMap(({ label, values: members }) => [label[language], ...members.map((one) => one.label[language])]);
  return [table.id, catalogueLabel(table, language), ...values, ...listed].join(' ');
}

function stampMatcher(value: string): Matcher {
  const range = /^\[(\S+) TO (\S+)\]$/.exec(value);
  if (range === null) return ({ updatedAt }) => indexedStamp(updatedAt).startsWith(value.replace(/\*$/, ''));
  const from = (range[1] ?? '').replace(/\*$/, '');
  const to = (range[2] ?? '').replace(/\*$/, '');
  return ({ updatedAt }) => {
    const stamp = indexedStamp(updatedAt);
    return stamp >= from && (to === '' || stamp.slice(0, to.length) <= to);
  };
}

/**
 * A word with `*` at the end is compared unstemmed with stemmed terms, which is why `population*` finds nothing; so is one
 * with `~`, which finds terms that are two letters from it, or as many as are written behind.
 */
function wordMatcher(field: string, word: string, language: Language): Matcher {
  const text = (table: StatbankTable): string =>
    field === 'title' ? catalogueLabel(table, language) : everything(table, language);
  if (/^[*?]/.test(word)) throw serverFault();
  if (word.endsWith('*')) {
    const prefix = word.slice(0, -1).toLowerCase();
    return (table) => indexTerms(text(table), language).some((term) => term.startsWith(prefix));
  }
  const [, nearly, edits = '2'] = /^(.+)~(\d?)$/.exec(word) ?? [];
  if (nearly !== undefined) {
    const most = edits === '' ? 2 : Number(edits);
    const near = (term: string) => distance(term, nearly.toLowerCase()) <= most;
    return (table) => indexTerms(text(table), language).some(near);
  }
  const wanted = indexTerms(word, language);
  return (table) => {
    const terms = new Set(indexTerms(text(table), language));
    return wanted.every((term) => terms.has(term));
  };
}

/** Where the reading of a query stands. */
interface Cursor {
  readonly tokens: readonly string[];
  readonly language: Language;
  position: number;
}

function current({ tokens, position }: Cursor): string | undefined {
  return tokens[position];
}

function readEither(cursor: Cursor, field: string): Matcher {
  const parts = [readAll(cursor, field)];
  while (current(cursor) === 'OR') {
    cursor.position += 1;
    parts.push(readAll(cursor, field));
  }
  return (table) => parts.some((part) => part(table));
}

function readAll(cursor: Cursor, field: string): Matcher {
  const parts = [readOne(cursor, field)];
  for (let token = current(cursor); token !== undefined && token !== 'OR' && token !== ')'; token = current(cursor)) {
    if (token === 'AND') cursor.position += 1;
    parts.push(readOne(cursor, field));
  }
  return (table) => parts.every((part) => part(table));
}

function readGroup(cursor: Cursor, field: string): Matcher {
  const group = readEither(cursor, field);
  if (current(cursor) !== ')') throw serverFault();
  cursor.position += 1;
  return group;
}

function readOne(cursor: Cursor, field: string): Matcher {
  const token = current(cursor);
  if (token === undefined || token === ')' || token === 'OR' || token === 'AND') throw serverFault();
  cursor.position += 1;
  if (token === '(') return readGroup(cursor, field);
  if (token === 'NOT') {
    const unwanted = readOne(cursor, field);
    return (table) => !unwanted(table);
  }
  if (/^\w+:$/.test(token)) return readOne(cursor, token.slice(0, -1).toLowerCase());
  return field === 'updated' ? stampMatcher(token) : wordMatcher(field, token.replaceAll('"', ''), cursor.language);
}

/**
 * Which tables a query finds: `AND` (also where nothing stands between), `OR`, `NOT`, groups, phrases read as AND,
 * `title:` and `updated:`. Broken syntax is the server's 500; an empty query finds all.
 */
export function searchMatcher(query: string, language: Language): Matcher {
  if (query.trim() === '') return () => true;
  const tokens = query.match(/\w+:|\[[^\]]*\]|"[^"]*"|[()]|[^\s()"[\]]+/g) ?? [];
  const cursor: Cursor = { tokens, language, position: 0 };
  const matcher = readEither(cursor, '');
  if (cursor.position !== tokens.length) throw serverFault();
  return matcher;
}
