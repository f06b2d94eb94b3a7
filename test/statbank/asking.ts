import { startStatbank } from './server.ts';
import type { Statbank } from './server.ts';
import type { StatbankOptions } from './state.ts';

export interface AnsweredDimension {
  readonly category: {
    readonly index: Readonly<Record<string, number>>;
    readonly label: Readonly<Record<string, string>>;
    readonly unit: Readonly<Record<string, { readonly base: string; readonly decimals: number }>>;
  };
  readonly extension: {
    readonly elimination: boolean;
    readonly codelists: readonly { readonly id: string }[];
    readonly codeLists: readonly { readonly id: string }[];
  };
}

/** Any document of the three APIs. What a reply does not have is `undefined` when read; the test then fails. */
export interface Document {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly dimension: Readonly<Record<string, AnsweredDimension>>;
  readonly value: readonly (number | null)[];
  readonly role: unknown;
  readonly label: string;
  readonly source: string;
  readonly updated: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly detail: string;
  readonly status: unknown;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly error: string;
  readonly type: string;
  readonly discontinued: boolean;
  readonly maxDataCells: number;
  readonly maxCallsPerTimeWindow: number;
  readonly timeWindow: number;
  readonly tables: readonly { readonly id: string }[];
  readonly page: {
    readonly totalElements: number;
    readonly totalPages: number;
    readonly links: readonly { readonly href: string }[];
  };
  readonly values: readonly { readonly code: string; readonly label: string; readonly valueMap: readonly string[] }[];
  readonly codes: readonly { readonly code: string }[];
  readonly codeChanges: readonly Readonly<Record<string, string>>[];
  readonly variables: readonly object[];
  readonly dataset: { readonly dimension: Readonly<Record<string, unknown>> };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; `null` when it is none. */
  readonly body: Document | null;
  /** The body read as JSON; throws when it is none. */
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
  const body = tryParse(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    get json() {
      if (body === null) throw new Error(`${path} answered ${response.status} without JSON: ${text.slice(0, 200)}`);
      return body;
    },
  };
}

function tryParse(text: string): Document | null {
  try {
    return JSON.parse(text) as Document;
  } catch {
    return null;
  }
}

/** The numbers of a dataset, where every cell has one. */
export function numbersOf(dataset: Document): readonly number[] {
  return dataset.value.map((value) => {
    if (value === null) throw new Error('A cell has no number.');
    return value;
  });
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

/** The dimension of a dataset. */
export function dimensionOf(dataset: Document, code: string): AnsweredDimension {
  const dimension = dataset.dimension[code];
  if (dimension === undefined) throw new Error(`The dataset has no dimension ${code}, but ${dataset.id.join(', ')}.`);
  return dimension;
}

/** Codes of a dimension in the order of the dataset. */
export function codesOf(dataset: Document, dimension: string): readonly string[] {
  return Object.entries(dimensionOf(dataset, dimension).category.index)
    .toSorted((a, b) => a[1] - b[1])
    .map(([code]) => code);
}
