import { contractError } from '../contract-error.ts';
import { isObject } from '../../model/shape.ts';
import { ownMember, ownRecord } from './json-record.ts';
import type { JsonRecord } from './json-record.ts';

/** Stands between the codes of a series key, so no code may hold it. */
const KEY_SEPARATOR = '|';

/**
 * The category codes of a dimension by position. Positions come from the numbers in `category.index`, never from the
 * order of its keys: JavaScript moves keys like `3301` before keys like `0301`. Without an index there can be only one
 * category. Refused with `source-contract`: positions that are not exactly 0 to n-1, a code that stands twice, a
 * number of categories that disagrees with the size.
 */
export function categoryCodes(dimension: JsonRecord, id: string, size: number, table: string): readonly string[] {
  const codes = codesByPosition(ownRecord(dimension, 'category'), `The dimension ${id} of "${table}"`);
  if (codes.length !== size) {
    throw contractError(`The dimension ${id} of "${table}" has the size ${size} but ${codes.length} categories.`);
  }
  const ambiguous = codes.find((code) => code.includes(KEY_SEPARATOR));
  if (ambiguous !== undefined) {
    throw contractError(
      `The code "${ambiguous}" of the dimension ${id} of "${table}" holds "${KEY_SEPARATOR}", which separates the codes ` +
        'of a series.',
    );
  }
  return codes;
}

function codesByPosition(category: JsonRecord, subject: string): readonly string[] {
  const index = ownMember(category, 'index');
  if (Array.isArray(index)) return codesInList(index, subject);
  if (isObject(index)) return codesInIndex(index, subject);
  const labelled = Object.keys(ownRecord(category, 'label'));
  if (index === undefined && labelled.length === 1) return labelled;
  throw contractError(`${subject} has ${labelled.length} labelled categories and no index that orders them.`);
}

function codesInList(index: readonly unknown[], subject: string): readonly string[] {
  const codes = index.filter((code) => typeof code === 'string');
  if (codes.length !== index.length) throw contractError(`${subject} has a category code that is not a text.`);
  const seen = new Set<string>();
  for (const code of codes) {
    if (seen.has(code)) throw contractError(`${subject} has the category code "${code}" twice.`);
    seen.add(code);
  }
  return codes;
}

function codesInIndex(index: JsonRecord, subject: string): readonly string[] {
  const codes = Object.keys(index);
  const byPosition = new Map<unknown, string>(codes.map((code) => [index[code], code]));
  return codes.map((_, position) => {
    const code = byPosition.get(position);
    if (code === undefined) {
      throw contractError(`${subject} has ${codes.length} categories but none at position ${position}.`);
    }
    return code;
  });
}
