import { startStatbank } from './server.ts';
import type { Statbank } from './server.ts';
import type { StatbankOptions } from './state.ts';

/** A JSON document whose shape the test itself checks. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads foreign JSON
export type Document = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON. */
  readonly json: Document;
}

/** A stand-in without rate limit unless the test wants one. */
export function startUnlimited(options: StatbankOptions = {}): Promise<Statbank> {
  return startStatbank({ rateLimit: 'off', ...options });
}

/** GETs (or POSTs) an address below a base and reads the whole answer. */
export async function ask(base: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${base}${path}`, init);
  const text = await response.text();
  const isJson = /^\s*[[{]/.test(text);
  return { status: response.status, headers: response.headers, text, json: isJson ? tryParse(text) : null };
}

function tryParse(text: string): Document {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A data address from `variable → value codes`, and code lists by variable. */
export function dataPath(
  table: string,
  codes: Readonly<Record<string, string>>,
  codeLists: Readonly<Record<string, string>> = {},
): string {
  const parts = [
    ...Object.entries(codeLists).map(([variable, id]) => `codelist[${variable}]=${id}`),
    ...Object.entries(codes).map(([variable, value]) => `valueCodes[${variable}]=${encodeURIComponent(value)}`),
  ];
  return `/tables/${table}/data?${parts.join('&')}`;
}

/** Codes of a dimension in the order of the dataset. */
export function codesOf(dataset: Document, dimension: string): readonly string[] {
  const index = dataset.dimension[dimension].category.index as Record<string, number>;
  return Object.entries(index)
    .toSorted((a, b) => a[1] - b[1])
    .map(([code]) => code);
}
