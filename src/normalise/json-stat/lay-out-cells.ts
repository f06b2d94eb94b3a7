import { OBS_STATUSES } from '../../model/data/cube.ts';
import type { SymbolMeanings } from '../../model/data/symbol-meaning.ts';
import { obsStatusOf } from './obs-status.ts';
import type { SourceCells } from './read-cells.ts';

/** How the axes of the source become series and periods. */
export interface Layout {
  /** Categories of each axis, in the source's order of axes. */
  readonly sizes: readonly number[];
  /** The axes that make up a series, in the order of a series key. */
  readonly seriesAxes: readonly number[];
  readonly timeAxis: number;
  /** Positions on the time axis, in ascending order of time. */
  readonly periodPositions: readonly number[];
}

export interface LaidOutCells {
  readonly seriesCategories: Uint32Array;
  readonly values: Float64Array;
  readonly obsStatuses: Uint8Array;
  readonly symbols: Uint8Array;
}

/** How far apart two neighbours on each axis stand in a row-major list of cells. */
export function stridesOf(sizes: readonly number[]): readonly number[] {
  const strides = sizes.map(() => 1);
  for (let axis = sizes.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] as number) * (sizes[axis + 1] as number);
  }
  return strides;
}

/** Moves the cells into series × periods and gives each its observation status. No object is made per cell. */
export function layOutCells(source: SourceCells, layout: Layout, meanings: SymbolMeanings): LaidOutCells {
  const strides = stridesOf(layout.sizes);
  const periodOffsets = layout.periodPositions.map((position) => position * (strides[layout.timeAxis] as number));
  const seriesCategories = seriesPositions(layout);
  const statusOnNumber = statusIndexes(source.symbolTable, true, meanings);
  const statusWithout = statusIndexes(source.symbolTable, false, meanings);
  const values = new Float64Array(source.values.length);
  const symbols = new Uint8Array(source.values.length);
  const obsStatuses = new Uint8Array(source.values.length);
  const width = layout.seriesAxes.length;
  const seriesStrides = layout.seriesAxes.map((axis) => strides[axis] as number);
  for (let cell = 0, first = 0; cell < values.length; first += width) {
    let base = 0;
    for (let n = 0; n < width; n++) base += (seriesCategories[first + n] as number) * (seriesStrides[n] as number);
    for (const offset of periodOffsets) {
      const value = source.values[base + offset] as number;
      const symbol = source.symbols[base + offset] as number;
      values[cell] = value;
      symbols[cell] = symbol;
      obsStatuses[cell] = (Number.isNaN(value) ? statusWithout[symbol] : statusOnNumber[symbol]) as number;
      cell++;
    }
  }
  return { seriesCategories, values, obsStatuses, symbols };
}

/** Every combination of positions on the series axes, the last axis fastest. */
function seriesPositions(layout: Layout): Uint32Array {
  const sizes = layout.seriesAxes.map((axis) => layout.sizes[axis] as number);
  const strides = stridesOf(sizes);
  const count = sizes.reduce((product, size) => product * size, 1);
  const positions = new Uint32Array(count * sizes.length);
  for (let series = 0, at = 0; series < count; series++) {
    for (let n = 0; n < sizes.length; n++) {
      positions[at++] = Math.floor(series / (strides[n] as number)) % (sizes[n] as number);
    }
  }
  return positions;
}

function statusIndexes(
  symbolTable: readonly string[],
  hasNumber: boolean,
  meanings: SymbolMeanings,
): readonly number[] {
  return symbolTable.map((symbol) => OBS_STATUSES.indexOf(obsStatusOf(symbol, hasNumber, meanings)));
}
