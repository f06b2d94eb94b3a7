import { contractError } from '../contract-error.ts';
import { isObject } from '../../model/shape.ts';
import { describeContent, listIn } from './json-record.ts';
import type { JsonStatDataset } from './json-stat-document.ts';
import { MAX_SYMBOLS, tooManySymbols } from '../mark-cells.ts';

/** The cells of a dataset in the source's own order. */
export interface SourceCells {
  /** NaN where there is no number. */
  readonly values: Float64Array;
  /** Index into `symbolTable`. */
  readonly symbols: Uint8Array;
  readonly symbolTable: readonly string[];
}

/**
 * Reads numbers and symbols, dense (arrays) or sparse (objects keyed by position). Refused with `source-contract`:
 * lengths that disagree with the sizes, positions outside them, a value that is neither a finite number nor null.
 * So are more different symbols than a cube can hold. What they mean is not asked here. `nameCell` gives the place of a cell
 * for a sentence.
 */
export function readCells(dataset: JsonStatDataset, nameCell: (position: number) => string): SourceCells {
  const values = new Float64Array(dataset.cells).fill(NaN);
  eachMember(dataset, 'value', dataset.values, (position, value) => {
    if (value === null) return;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      const found = describeContent(value);
      throw contractError(`The cell ${nameCell(position)} of "${dataset.name}" holds ${found}, not a number or null.`);
    }
    values[position] = value;
  });
  return { values, ...readSymbols(dataset, nameCell) };
}

function readSymbols(
  dataset: JsonStatDataset,
  nameCell: (position: number) => string,
): { readonly symbols: Uint8Array; readonly symbolTable: readonly string[] } {
  const symbols = new Uint8Array(dataset.cells);
  const indexes = new Map<unknown, number>([['', 0]]);
  const indexOf = (symbol: unknown, position: number): number => {
    const known = indexes.get(symbol ?? '');
    if (known !== undefined) return known;
    if (typeof symbol !== 'string') {
      throw contractError(`The status of the cell ${nameCell(position)} of "${dataset.name}" is not a text.`);
    }
    if (indexes.size === MAX_SYMBOLS) throw tooManySymbols(dataset.name);
    indexes.set(symbol, indexes.size);
    return indexes.size - 1;
  };
  const { statuses } = dataset;
  const forAll = listIn(statuses)?.length === 1 ? listIn(statuses)?.[0] : statuses;
  if (forAll === null || typeof forAll === 'string') symbols.fill(indexOf(forAll, 0));
  else if (forAll !== undefined) {
    eachMember(dataset, 'status', statuses, (position, symbol) => {
      symbols[position] = indexOf(symbol, position);
    });
  }
  return { symbols, symbolTable: [...indexes.keys()].map(String) };
}

function eachMember(
  dataset: JsonStatDataset,
  member: 'value' | 'status',
  list: unknown,
  visit: (position: number, content: unknown) => void,
): void {
  const dense = listIn(list);
  if (dense !== null) {
    checkLength(dataset, member, dense.length);
    for (let position = 0; position < dataset.cells; position++) visit(position, dense[position]);
  } else if (isObject(list)) {
    for (const key of Object.keys(list)) visit(positionOf(dataset, member, key), list[key]);
  } else {
    throw contractError(`The "${member}" of "${dataset.name}" is missing or is neither a list nor an object.`);
  }
}

function checkLength(dataset: JsonStatDataset, member: string, length: number): void {
  if (length === dataset.cells) return;
  if (member === 'value' && length === 0) {
    throw contractError(`"${dataset.name}" has no figures: it describes a table (its list of values is empty).`);
  }
  throw contractError(
    `"${dataset.name}" has ${dataset.cells} cells (${dataset.sizes.join(' × ')}) but its "${member}" has ${length}.`,
  );
}

function positionOf(dataset: JsonStatDataset, member: string, key: string): number {
  const position = Number(key);
  if (Number.isInteger(position) && position >= 0 && position < dataset.cells && String(position) === key)
    return position;
  throw contractError(
    `The "${member}" of "${dataset.name}" has an entry for "${key}", which is not a valid position (${dataset.cells} cells).`,
  );
}
