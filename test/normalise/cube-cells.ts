import { ABSENT, OBS_STATUSES, seriesKey } from '../../src/model/data/cube.ts';
import type { Cube } from '../../src/model/data/cube.ts';
import { PipelineError } from '../../src/model/errors.ts';

export interface ReadCell {
  readonly value: number | null;
  readonly status: string;
  readonly symbol: string;
}

/** The cell of a series (category codes by dimension) and period; fails when the cube has no such cell. */
export function cellAt(cube: Cube, codes: Readonly<Record<string, string>>, period: string): ReadCell {
  const key = seriesKey(cube.dimensions.map(({ code }) => codes[code] ?? '(not named)'));
  const series = cube.seriesKeys.indexOf(key);
  const column = cube.periods.findIndex(({ code }) => code === period);
  if (series === -1 || column === -1) throw new Error(`no cell ${key} in ${period}`);
  const cell = series * cube.periods.length + column;
  const value = cube.values[cell]!;
  const status = cube.obsStatuses[cell]!;
  return {
    value: Number.isNaN(value) ? null : value,
    status: status === ABSENT ? 'absent' : OBS_STATUSES[status]!,
    symbol: cube.symbolTable[cube.symbols[cell]!]!,
  };
}

/** Every cell as `series period value status symbol`, in the order of the cube. */
export function allCells(cube: Cube): readonly string[] {
  return cube.seriesKeys.flatMap((key, series) =>
    cube.periods.map((period, column) => {
      const cell = series * cube.periods.length + column;
      const status = OBS_STATUSES[cube.obsStatuses[cell]!] ?? 'absent';
      return `${key} ${period.code} ${cube.values[cell]!} ${status} ${cube.symbolTable[cube.symbols[cell]!]!}`.trim();
    }),
  );
}

/** The typed error of an action that has to refuse; fails when it does not, or fails in another way. */
export function refusalOf(action: () => unknown): PipelineError {
  try {
    action();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
