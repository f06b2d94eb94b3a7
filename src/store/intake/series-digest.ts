import { hash } from 'node:crypto';
import { ABSENT, type Cube } from '../../model/data/cube.ts';
import { periodKey } from '../../model/time-period.ts';

const BYTES_PER_CELL = 16;
/** Six bits each. Below 13, V8 copies a part of a text; above, the part would hold on to the whole. */
const LETTERS = 11;

/**
 * Tells whether a series is what it was without reading its rows: a fingerprint of period, number, status and symbol
 * of every cell in `columns`. It is the first 66 bits of a SHA-256, in base64, because a collision would hide a revision:
 * with so many of a tested hash that is one chance in 2^66 for each changed series, and more would only fill the file.
 * A series written otherwise but meaning the same may get another digest, and those of earlier versions of this program
 * have another form: both cost a comparison and nothing else.
 */
export function createDigester(cube: Cube, columns: readonly number[]): (series: number) => string {
  const bytes = Buffer.alloc(columns.length * BYTES_PER_CELL);
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, columns.length * 2);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, columns.length * 4);
  const periods = cube.periods.map(periodKey);
  const symbols = cube.symbolTable.map(symbolWord);
  return (series) => {
    const first = series * cube.periods.length;
    let cells = 0;
    for (const column of columns) {
      const obsStatus = cube.obsStatuses[first + column] ?? ABSENT;
      if (obsStatus === ABSENT) continue;
      const value = cube.values[first + column] ?? NaN;
      // A number is written as its own bytes; NaN has several, and one is picked.
      numbers[cells * 2] = Number.isNaN(value) ? NaN : value;
      words[cells * 4 + 2] = periods[column] ?? 0;
      words[cells * 4 + 3] = (symbols[cube.symbols[first + column] ?? 0] ?? 0) + obsStatus;
      cells += 1;
    }
    return hash('sha256', bytes.subarray(0, cells * BYTES_PER_CELL), 'base64').slice(0, LETTERS);
  };
}

/** A symbol's own three bytes, above the one for the status: its place in the symbol table differs between replies. */
function symbolWord(symbol: string): number {
  return Number.parseInt(hash('sha256', symbol, 'hex').slice(0, 6), 16) * 256;
}
