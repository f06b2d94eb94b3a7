import type { Language } from '../table.ts';
import { unsupportedLanguage, validationProblem } from './problems.ts';

/** A query string as the server reads it: names without regard to case, a repeated name joined by commas. */
export interface Query {
  readonly get: (name: string) => string | undefined;
  readonly entries: readonly (readonly [name: string, value: string])[];
}

export function readQuery(search: string): Query {
  const entries = [...new URLSearchParams(search)];
  const get = (name: string): string | undefined => {
    const values = entries.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
    return values.length === 0 ? undefined : values.join(',');
  };
  return { get, entries };
}

/** `no` unless `en` is asked for; anything else is refused. */
export function languageOf(query: Query): Language {
  const lang = query.get('lang') ?? 'no';
  if (lang !== 'no' && lang !== 'en') throw unsupportedLanguage();
  return lang;
}

/** A whole number; missing, empty, zero or negative gives the fallback. */
export function positiveInteger(query: Query, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === undefined || text === '') return fallback;
  if (!/^-?\d+$/.test(text)) throw validationProblem(name, `The value '${text}' is not valid for ${name}.`);
  return Number(text) > 0 ? Number(text) : fallback;
}

/** What a request asks of one variable. */
export interface VariableSelection {
  readonly variableCode: string;
  readonly codeList?: string;
  readonly valueCodes: readonly string[];
}

/** `valueCodes[Region]` → `Region`; undefined for a name of another kind. */
function bracketedName(key: string, prefix: string): string | undefined {
  if (!key.toLowerCase().startsWith(prefix)) return undefined;
  return /^[a-z]+\[(.+)\]$/i.exec(key)?.[1];
}

/**
 * The selection of a GET: every `valueCodes[X]`, with `codelist[X]` where the letters inside the brackets are exactly the
 * same. `codelist` alone is ignored, as is every name that is not known.
 */
export function selectionFromQuery(query: Query): readonly VariableSelection[] {
  const malformed = query.entries.find(
    ([key]) => key.toLowerCase().startsWith('valuecodes') && bracketedName(key, 'valuecodes') === undefined,
  );
  if (malformed !== undefined) {
    const message = `valuecodes-parameter should be like valuecodes[<variable>]. ${malformed[0]} is not.`;
    throw validationProblem('valuecodes', message);
  }
  const values = new Map<string, string>();
  for (const [key, value] of query.entries) {
    const name = bracketedName(key, 'valuecodes');
    if (name === undefined) continue;
    const earlier = values.get(name);
    values.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return [...values].map(([variableCode, value]) =>
    withCodeList(query, { variableCode, valueCodes: splitCodes(value) }),
  );
}

function withCodeList(query: Query, selection: VariableSelection): VariableSelection {
  const codeList = codeListFor(query, selection.variableCode);
  return codeList === undefined || codeList === '' ? selection : { ...selection, codeList };
}

/** The value of `codelist[X]` for exactly this X. */
export function codeListFor(query: Query, variableCode: string): string | undefined {
  return query.entries.find(([key]) => bracketedName(key, 'codelist') === variableCode)?.[1];
}

/** Splits at commas outside `[...]`; an item wrapped in brackets loses them. */
export function splitCodes(value: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let item = '';
  for (const letter of value) {
    if (letter === '[') depth += 1;
    if (letter === ']') depth = Math.max(0, depth - 1);
    if (letter === ',' && depth === 0) {
      items.push(item);
      item = '';
    } else item += letter;
  }
  return [...items, item].map(unwrap);
}

function unwrap(item: string): string {
  const trimmed = item.trim();
  return /^\[.*\]$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}
