import { contractBroken, shapeBroken } from './ask/parse-json.ts';
import type { Asked } from './ask/ssb-failure.ts';

interface DataDocument {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly dimension: object;
  readonly updated?: string | null;
  readonly value: object;
}

type Part = readonly [check: (part: unknown) => boolean, requirement: string];

/**
 * What is read here of a data reply, and what it has to be. By hand, unlike the other replies: the thread that takes
 * replies in reads no others, and would load a library of checks for this one alone.
 */
const PARTS: Readonly<Record<'class' | keyof DataDocument, Part>> = {
  class: [(part) => part === 'dataset', 'must be "dataset"'],
  id: [(part) => isListOf(isCode, part) && part.length > 0, 'must be a list of codes'],
  size: [(part) => isListOf(isCount, part), 'must be a list of whole numbers from 0'],
  dimension: [(part) => isObject(part) && !Array.isArray(part), 'must be an object'],
  updated: [(part) => part === undefined || part === null || typeof part === 'string', 'must be a text'],
  // Up to 800,000 cells: their number is checked here, each of them when they are read.
  value: [isObject, 'must be a list or an object'],
};

/**
 * The shape of a data reply, so far as it can be told without reading the figures: dimensions, sizes, lengths. Gives its
 * variables and the source's stamp as written. Throws `source-contract` for another shape.
 */
export function checkDataset(
  document: unknown,
  asked: Asked,
): { readonly variables: readonly string[]; readonly updated: string | null } {
  requireShape(document, asked);
  const { id, size, dimension, value, updated } = document;
  const undescribed = id.filter((code) => !Object.hasOwn(dimension, code));
  if (undescribed.length > 0) throw contractBroken(asked, `does not describe its variables ${undescribed.join(', ')}`);
  const cells = size.reduce((product, n) => product * n, 1);
  // An object names the cells that it holds, and may leave out others.
  const figures = Array.isArray(value) ? value.length : cells;
  if (size.length !== id.length || figures !== cells) {
    const sizes = `${size.join(' × ')} over ${id.join(', ')}`;
    throw contractBroken(asked, `has ${figures} figures where its sizes (${sizes}) promise ${cells}`);
  }
  return { variables: id, updated: updated ?? null };
}

function requireShape(document: unknown, asked: Asked): asserts document is DataDocument {
  const members: Readonly<Record<string, unknown>> = isObject(document) ? { ...document } : {};
  const problems = Object.entries(PARTS).flatMap(([name, [check, requirement]]) =>
    check(members[name]) ? [] : [`${name}: ${requirement}`],
  );
  if (problems.length > 0) throw shapeBroken(asked, document, problems);
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null;
}

function isListOf<Member>(isMember: (member: unknown) => member is Member, part: unknown): part is readonly Member[] {
  return Array.isArray(part) && part.every(isMember);
}

function isCode(part: unknown): part is string {
  return typeof part === 'string' && part !== '';
}

function isCount(part: unknown): part is number {
  return Number.isInteger(part) && Number(part) >= 0;
}
