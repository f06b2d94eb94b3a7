import { strict as assert } from 'node:assert';
import type { Cube } from '../../../src/model/data/cube.ts';
import { cellName, type HandCell, readByHand } from './read-by-hand.ts';

/** Fails when the cube is not the document, cell by cell and label by label. */
export function requireSameCells(cube: Cube, document: unknown): void {
  const hand = readByHand(document);
  assert.equal(cube.values.length, hand.cells.size, 'number of cells');
  for (const [name, cell] of cellsOf(cube)) assert.deepEqual(cell, hand.cells.get(name), `cell ${name}`);
  for (const { code, categories } of [...cube.dimensions, cube.time]) {
    const labels = new Map(categories.map((category) => [category.code, category.label]));
    assert.deepEqual(labels, hand.labels.get(code), `labels of ${code}`);
  }
}

function* cellsOf(cube: Cube): Generator<readonly [name: string, cell: HandCell]> {
  const width = cube.dimensions.length;
  let cell = 0;
  for (let series = 0; series < cube.seriesKeys.length; series += 1) {
    const codes = cube.dimensions.map(
      ({ code, categories }, n) => [code, categories[cube.seriesCategories[series * width + n]!]!.code] as const,
    );
    for (const period of cube.periods) {
      const value = cube.values[cell]!;
      const symbol = cube.symbolTable[cube.symbols[cell]!]!;
      yield [
        cellName([...codes, [cube.time.code, period.code]]),
        { value: Number.isNaN(value) ? null : value, symbol },
      ];
      cell += 1;
    }
  }
}
