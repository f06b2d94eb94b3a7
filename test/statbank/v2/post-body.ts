import type { VariableSelection } from './query.ts';
import { unsupportedMediaType, validationProblem } from './problems.ts';

export interface Placement {
  readonly heading: readonly string[];
  readonly stub: readonly string[];
}

export interface PostedSelection {
  readonly selection: readonly VariableSelection[];
  readonly placement: Placement | null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field whatever the case of its name, as the server's JSON reader takes it. */
function field(record: Record<string, unknown>, name: string): unknown {
  const key = Object.keys(record).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : record[key];
}

function required(name: string): never {
  throw validationProblem(name, `The ${name} field is required.`);
}

function texts(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value)) return required(name);
  // The server's JSON reader makes a text of a number.
  const read = value.map((item: unknown) => (typeof item === 'number' ? String(item) : item));
  if (!read.every((item) => typeof item === 'string')) return required(name);
  return read;
}

function variableSelection(item: unknown): VariableSelection {
  if (!isRecord(item)) return required('selection');
  const variableCode = field(item, 'variableCode');
  if (typeof variableCode !== 'string' || variableCode === '') return required('VariableCode');
  const codeList = field(item, 'codelist');
  const valueCodes = texts(field(item, 'valueCodes'), 'ValueCodes');
  return typeof codeList === 'string' && codeList !== ''
    ? { variableCode, codeList, valueCodes }
    : { variableCode, valueCodes };
}

/** The selection of a POST. An empty body asks for the default selection; a content that is no text is 415. */
export function selectionFromBody(body: string, contentType: string): PostedSelection {
  if (body.trim() === '') return { selection: [], placement: null };
  if (!/^(application\/json|text\/)/i.test(contentType)) throw unsupportedMediaType();
  const parsed = parse(body);
  if (!isRecord(parsed)) return required('selection');
  const selection = field(parsed, 'selection');
  if (!Array.isArray(selection)) return required('Selection');
  const placement = field(parsed, 'placement');
  return {
    selection: selection.map(variableSelection),
    placement: isRecord(placement) ? readPlacement(placement) : null,
  };
}

function readPlacement(placement: Record<string, unknown>): Placement {
  return { heading: texts(field(placement, 'heading'), 'Heading'), stub: texts(field(placement, 'stub'), 'Stub') };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw validationProblem('selection', 'The JSON value could not be read.');
  }
}
