import { Refusal, jsonReply, notFoundPage } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Language, StatbankTable, Variable } from '../table.ts';
import { buildDataset } from '../v2/json-stat.ts';
import { MAX_CELLS, offeredValues } from '../v2/selection.ts';
import type { SelectedDimension, SelectedValue } from '../v2/selection.ts';
import { titleOf } from '../v2/titles.ts';

export interface OldRequest {
  readonly method: string;
  /** Path after `/api/v0`. */
  readonly path: string;
  readonly search: string;
  readonly body: string;
}

interface OldQueryItem {
  readonly code: string;
  readonly selection: { readonly filter: string; readonly values: readonly string[] };
}

interface OldQuery {
  readonly query: readonly OldQueryItem[];
  readonly response?: { readonly format: string };
}

function refuse(status: number, error: string): Refusal {
  return new Refusal(jsonReply(status, { error }));
}

function wrongVariable(code: string): Refusal {
  return refuse(400, `The request for variable '${code}' has an error. Please check your query.`);
}

/** The older API: GET is metadata, POST is data, what is left out is taken whole. */
export function oldRoute(request: OldRequest, tables: readonly StatbankTable[]): Reply {
  const [language, kind, id, ...rest] = request.path.split('/').filter((step) => step !== '');
  if (language !== 'no' && language !== 'en') return notFoundPage();
  if (request.search.toLowerCase() === '?config') {
    return jsonReply(200, { maxValues: 50000, maxCells: MAX_CELLS, maxCalls: 300, timeWindow: 60, CORS: true });
  }
  const table = tables.find((candidate) => candidate.id === id);
  if (kind !== 'table' || rest.length > 0 || table === undefined) return notFoundPage();
  if (request.method === 'GET') return jsonReply(200, metadata(table, language));
  return data(table, language, request.body);
}

function metadata(table: StatbankTable, language: Language): unknown {
  return {
    title: titleOf(table, table.variables, language),
    variables: table.variables.map(({ code, label, categories, elimination, role }) => ({
      code,
      text: label[language],
      values: categories.map((category) => category.code),
      valueTexts: categories.map((category) => category.label[language]),
      ...(elimination ? { elimination: true } : {}),
      ...(role === 'time' ? { time: true } : {}),
    })),
  };
}

function data(table: StatbankTable, language: Language, body: string): Reply {
  const asked = parse(body);
  const format = asked.response?.format ?? 'json-stat2';
  if (format !== 'json-stat2' && format !== 'json-stat') throw refuse(400, 'Parameter error');
  const unknown = asked.query.find(({ code }) => !table.variables.some((variable) => variable.code === code));
  if (unknown !== undefined) throw refuse(400, 'Parameter error');
  const dimensions = table.variables.flatMap((variable) => dimension(table, variable, asked) ?? []);
  const cells = dimensions.reduce((product, { values }) => product * values.length, 1);
  if (cells > MAX_CELLS) throw refuse(403, 'Too many values selected');
  const dataset = buildDataset({ table, language, dimensions, kind: 'data', base: '', codeListsKey: 'codelists' });
  return jsonReply(200, format === 'json-stat2' ? dataset : firstEdition(dataset));
}

function parse(body: string): OldQuery {
  try {
    const parsed = JSON.parse(body) as Partial<OldQuery>;
    if (Array.isArray(parsed.query)) return { ...parsed, query: parsed.query };
  } catch {
    // Falls through: SSB words a broken body and a missing query alike.
  }
  throw refuse(400, 'Parameter error');
}

/** The values asked for; all of a variable that must be there and was left out; nothing of one that may be left out. */
function dimension(table: StatbankTable, variable: Variable, { query }: OldQuery): SelectedDimension | null {
  const item = query.find(({ code }) => code === variable.code);
  if (item === undefined) return variable.elimination ? null : { variable, values: offeredValues(table, variable) };
  return { variable, values: filtered(table, variable, item) };
}

function filtered(table: StatbankTable, variable: Variable, { selection }: OldQueryItem): readonly SelectedValue[] {
  const { filter, values } = selection;
  const all = offeredValues(table, variable);
  if (filter === 'all') return all.filter(({ code }) => values.some((pattern) => matches(pattern, code)));
  if (filter === 'top')
    return variable.role === 'time' ? all.slice(-Number(values[0])) : all.slice(0, Number(values[0]));
  const list = /^(agg|agg_single|vs):(.+)$/.exec(filter);
  if (list === null && filter !== 'item') throw wrongVariable(variable.code);
  const listId = list === null ? undefined : `${list[1] === 'vs' ? 'vs' : 'agg'}_${list[2] ?? ''}`;
  if (listId !== undefined && !variable.codeLists.includes(listId)) throw wrongVariable(variable.code);
  const offered = offeredValues(table, variable, listId);
  if (values.some((code) => !offered.some((value) => value.code === code))) throw wrongVariable(variable.code);
  return offered.filter(({ code }) => values.includes(code));
}

function matches(pattern: string, code: string): boolean {
  const [before = '', after = ''] = pattern.split('*');
  return pattern.includes('*') ? code.startsWith(before) && code.endsWith(after) : code === pattern;
}

/** The `json-stat` format: a `dataset` whose ids, sizes and roles stand inside `dimension`. */
function firstEdition(dataset: Record<string, unknown>): unknown {
  const { id, size, role, dimension: inner, label, source, updated, value, status } = dataset;
  return {
    dataset: {
      ...(status === undefined ? {} : { status }),
      dimension: { ...(inner as object), id, size, role },
      label,
      source,
      updated,
      value,
    },
  };
}
