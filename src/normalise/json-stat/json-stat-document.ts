import { contractError } from '../contract-error.ts';
import { isObject } from '../../model/shape.ts';
import { describeContent, listIn, ownMember, ownRecord, ownText } from './json-record.ts';
import type { JsonRecord } from './json-record.ts';
import { listCodes } from '../../model/data/list-codes.ts';

/** Twice what Statistics Norway gives in one reply: room for a raised limit, none for a size that fills the memory. */
const MAX_CELLS = 1_600_000;

/** A JSON-stat dataset whose outer shape holds: ids, sizes and dimensions agree. Its cells are not read yet. */
export interface JsonStatDataset {
  /** What sentences call it: its label, which at Statistics Norway begins with the table number. */
  readonly name: string;
  /** The dataset object itself, for label, source, stamp and notes. */
  readonly members: JsonRecord;
  readonly ids: readonly string[];
  readonly sizes: readonly number[];
  /** Product of the sizes. */
  readonly cells: number;
  readonly role: JsonRecord;
  /** In the order of `ids`. */
  readonly dimensions: readonly JsonRecord[];
  readonly values: unknown;
  readonly statuses: unknown;
}

/**
 * Opens a JSON-stat 2.0 dataset, or a 1.x answer of the older API (`{dataset: {…}}` or a bundle with one member, where
 * id, size and role stand inside `dimension`). Anything else, and anything that contradicts itself, is refused with
 * `source-contract`. Sizes written as text are refused: the format says numbers.
 */
export function openDataset(document: unknown): JsonStatDataset {
  const members = findDataset(document);
  const name = (ownText(members, 'label') ?? ownText(members, 'title') ?? '') || 'dataset without label';
  const dimension = ownRecord(members, 'dimension');
  const axes = ownMember(members, 'id') === undefined ? dimension : members;
  const ids = readIds(ownMember(axes, 'id'), name);
  const sizes = readSizes(ownMember(axes, 'size'), ids, name);
  const role = ownMember(axes, 'role') ?? {};
  if (!isObject(role)) throw contractError(`The roles of "${name}" are not an object.`);
  return {
    name,
    members,
    ids,
    sizes,
    cells: countCells(sizes, name),
    role,
    dimensions: ids.map((id) => findDimension(dimension, id, name)),
    values: ownMember(members, 'value'),
    statuses: ownMember(members, 'status'),
  };
}

function findDataset(document: unknown): JsonRecord {
  if (!isObject(document)) throw contractError('The reply is not a JSON object, so it is not a JSON-stat dataset.');
  const kind = ownMember(document, 'class');
  if (kind === 'dataset') return document;
  if (kind !== undefined) {
    throw contractError(`The class of the reply is ${describeContent(kind)}; only the class "dataset" holds figures.`);
  }
  const bundled = Object.keys(document).filter((key) => Object.hasOwn(ownRecord(document, key), 'dimension'));
  if (bundled.length > 1) {
    throw contractError(`The reply holds ${bundled.length} datasets (${listCodes(bundled)}); exactly one is expected.`);
  }
  const only = bundled[0];
  if (only === undefined) {
    const members = listCodes(Object.keys(document)) || 'no members';
    throw contractError(`The reply is not a JSON-stat dataset; it is an object with ${members}.`);
  }
  return ownRecord(document, only);
}

function readIds(member: unknown, name: string): readonly string[] {
  const ids = listIn(member)?.filter((id) => typeof id === 'string') ?? [];
  if (ids.length === 0 || ids.length !== listIn(member)?.length) {
    throw contractError(`"${name}" has no list of dimension ids.`);
  }
  if (new Set(ids).size !== ids.length) {
    throw contractError(`"${name}" lists a dimension twice: ${listCodes(ids)}.`);
  }
  return ids;
}

function readSizes(member: unknown, ids: readonly string[], name: string): readonly number[] {
  const sizes = listIn(member) ?? [];
  if (sizes.length !== ids.length) {
    throw contractError(`"${name}" has ${ids.length} dimensions (${listCodes(ids)}) but ${sizes.length} sizes.`);
  }
  return sizes.map((size, axis) => {
    if (typeof size === 'number' && Number.isInteger(size) && size > 0) return size;
    const found = describeContent(size);
    throw contractError(
      `The size of the dimension ${ids[axis] ?? ''} of "${name}" is ${found}, not a whole number above 0.`,
    );
  });
}

function countCells(sizes: readonly number[], name: string): number {
  const cells = sizes.reduce((product, size) => product * size, 1);
  if (cells > MAX_CELLS) {
    throw contractError(`"${name}" says it has ${cells} cells; more than ${MAX_CELLS} are not read.`);
  }
  return cells;
}

function findDimension(dimension: JsonRecord, id: string, name: string): JsonRecord {
  const found = ownMember(dimension, id);
  if (!isObject(found) || !isObject(ownMember(found, 'category'))) {
    throw contractError(`"${name}" lists the dimension ${id} but does not describe its categories.`);
  }
  return found;
}
