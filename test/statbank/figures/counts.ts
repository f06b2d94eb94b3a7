import { fillBlock, sumBlock } from './split.ts';
import type { Axis, Block } from './split.ts';

/** How the counts of a table come about: a total per region, year and contents, and how each axis divides it. */
export interface CountModel {
  readonly axes: readonly Axis[];
  readonly total: (region: string, year: number, contents: string) => number;
  /** One list of weights per axis. */
  readonly weights: (region: string, year: number, contents: string) => readonly (readonly number[])[];
}

/** The block of a code out of its years: every cell 0. */
const NOTHING: Block = new Int32Array(0);

export type CountReader = (region: string, year: number, contents: string, codes: readonly string[]) => number | null;

/**
 * Reads counts of a model; blocks are worked out when first asked for and kept. Because every level is split from the one
 * above, any total is exactly the sum of its parts. `null` for a code no axis has.
 */
export function countReader(model: CountModel): CountReader {
  const blocks = new Map<string, Block>();
  return (region, year, contents, codes) => {
    const key = `${region}|${year}|${contents}`;
    let block = blocks.get(key);
    if (block === undefined) {
      const total = model.total(region, year, contents);
      block = total === 0 ? NOTHING : fillBlock(total, model.weights(region, year, contents));
      blocks.set(key, block);
    }
    return sumBlock(block, model.axes, codes);
  };
}
