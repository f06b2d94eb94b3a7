import { PipelineError } from '../../model/errors.ts';
import type { DataSelection, VariableSelection } from './query-string.ts';
import { evaluateItem } from '../choose/selection-expression.ts';
import { codesOf, findVariable, sameCode, type TableMetadata } from '../describe/table-metadata.ts';

/** SSB's limit, where its configuration does not give one. Empty cells count. */
export const DEFAULT_MAX_CELLS = 800_000;

export interface CellLimit {
  readonly maxCells: number;
  /** Variables that may be divided between requests; the one with the most codes is. */
  readonly splitBy: readonly string[];
}

/** Number of cells a selection asks for; variables it leaves out count once. */
export function countCells(selection: DataSelection, metadata: TableMetadata): number {
  return selection.reduce((cells, one) => cells * spelledOut(one, metadata).length, 1);
}

/**
 * The selection itself where it is small enough; otherwise selections that together ask for the same cells, each within
 * the limit. Throws `query-misfit` when one region in one period is still too much.
 */
export function splitSelection(
  selection: DataSelection,
  metadata: TableMetadata,
  limit: CellLimit,
): readonly DataSelection[] {
  const cells = countCells(selection, metadata);
  if (cells <= limit.maxCells) return [selection];
  const [largest] = selection
    .filter(({ variable }) => limit.splitBy.some((name) => sameCode(name, variable)))
    .map((one) => ({ one, codes: spelledOut(one, metadata) }))
    .filter(({ codes }) => codes.length > 1)
    .sort((a, b) => b.codes.length - a.codes.length);
  if (largest === undefined) throw tooLarge(metadata, cells, limit);
  const perCode = cells / largest.codes.length;
  const perPart = Math.max(1, Math.floor(limit.maxCells / perCode));
  return inGroups(largest.codes, perPart).flatMap((codes) => {
    const part = selection.map((one) => (one === largest.one ? { ...one, codes } : one));
    return splitSelection(part, metadata, limit);
  });
}

/** Expressions are only used on a variable's own categories; codes of a code list are always written out. */
function spelledOut({ variable, codes, codeList }: VariableSelection, metadata: TableMetadata): readonly string[] {
  const described = findVariable(metadata, variable);
  if (described === undefined || codeList !== undefined) return codes;
  const offered = codesOf(described);
  const isTime = described.role === 'time';
  return [...new Set(codes.flatMap((item) => evaluateItem(item, offered, isTime) ?? [item]))];
}

function inGroups(codes: readonly string[], size: number): readonly (readonly string[])[] {
  const count = Math.ceil(codes.length / size);
  return Array.from({ length: count }, (_, group) => codes.slice(group * size, (group + 1) * size));
}

function tooLarge({ table }: TableMetadata, cells: number, { maxCells, splitBy }: CellLimit): PipelineError {
  return new PipelineError(
    'query-misfit',
    `The query on table ${table} asks for ${cells} cells where ${maxCells} are allowed, and cannot be divided further.`,
    {
      hint: `Ask for fewer categories in datasets.yaml of the settings; only ${splitBy.join(' and ')} can be divided between requests.`,
      context: { table },
    },
  );
}
