import type { Cube } from '../model/data/cube.ts';
import { contractError } from './contract-error.ts';
import { listCodes } from '../model/data/list-codes.ts';

const HINT =
  'Nothing was taken in. Run `doctor --live` to compare the query with what the table offers now, and change the job ' +
  'if the table has changed.';

/**
 * Is the reply what was asked for: every variable, every code, and nothing else? `expected` has the codes of each
 * variable, or `null` where the table chose. A variable that is gone is the dangerous case: the source answers a
 * selection that matches nothing with the total over all its categories. Throws `source-contract`.
 */
export function checkReply(cube: Cube, expected: Readonly<Record<string, readonly string[] | null>>): void {
  const dimensions = new Map([...cube.dimensions, cube.time].map((dimension) => [dimension.code, dimension]));
  for (const [variable, codes] of Object.entries(expected)) {
    const dimension = dimensions.get(variable);
    if (dimension === undefined) throw lostVariable(cube.title, variable);
    if (codes !== null)
      checkCodes(
        cube.title,
        variable,
        codes,
        dimension.categories.map(({ code }) => code),
      );
  }
  const unasked = [...dimensions.keys()].filter((code) => !Object.hasOwn(expected, code));
  if (unasked.length > 0) {
    throw refusal(
      `The reply "${cube.title}" has variables that were not asked for: ${listCodes(unasked)}.`,
      cube.title,
    );
  }
}

function checkCodes(table: string, variable: string, asked: readonly string[], answered: readonly string[]): void {
  const missing = difference(asked, answered);
  if (missing.length > 0) {
    throw refusal(`The reply "${table}" lacks codes of ${variable} that were asked for: ${listCodes(missing)}.`, table);
  }
  const unasked = difference(answered, asked);
  if (unasked.length > 0) {
    throw refusal(`The reply "${table}" has codes of ${variable} nobody asked for: ${listCodes(unasked)}.`, table);
  }
}

function difference(codes: readonly string[], without: readonly string[]): readonly string[] {
  const known = new Set(without);
  return codes.filter((code) => !known.has(code));
}

function lostVariable(table: string, variable: string): Error {
  return refusal(
    `The reply "${table}" lacks the variable ${variable} that was asked for: its figures are the total over all of ` +
      `${variable}, which is what the source answers when a selection matches nothing.`,
    table,
  );
}

function refusal(message: string, table: string): Error {
  return contractError(message, { table }, HINT);
}
