import { ABSENT } from '../../src/model/data/cube.ts';
import type { Cube } from '../../src/model/data/cube.ts';

/** The figures of a cube as `series key@year` → value, absent cells left out. */
export function figures(cube: Cube): Record<string, number> {
  const entries: [string, number][] = [];
  for (const [series, key] of cube.seriesKeys.entries()) {
    for (const [column, period] of cube.periods.entries()) {
      const at = series * cube.periods.length + column;
      if (cube.obsStatuses[at] !== ABSENT) entries.push([`${key}@${period.code}`, cube.values[at]!]);
    }
  }
  return Object.fromEntries(entries);
}
