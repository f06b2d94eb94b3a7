import type { Cube } from '../model/data/cube.ts';
import { OBS_STATUSES, seriesKey } from '../model/data/cube.ts';
import { ZERO_SYMBOL } from '../model/data/dataset.ts';
import { PipelineError } from '../model/errors.ts';
import type { CorrectedCell } from '../model/data/publication.ts';
import type { Correction } from '../model/plan/settings.ts';
import { periodKey } from '../model/time-period.ts';
import { shownText, startMarks } from './mark-cells.ts';

const MISSING = OBS_STATUSES.indexOf('O');
const NO_SUCH_CELL = 'the table has no such cell';

/**
 * Puts declared corrections of the dataset in place of the published numbers. A corrected cell has the status E
 * (estimated): the number is ours and not the source's, while D would claim that the source changed a definition. Its
 * symbol is the number the source published. A correction that finds another number, or no cell, is not applied and
 * not passed over: `stale-correction`.
 */
export function applyCorrections(cube: Cube, datasetId: string, corrections: readonly Correction[]): Cube {
  const marks = startMarks(cube);
  for (const correction of corrections) {
    if (correction.dataset !== datasetId) continue;
    const cell = cellOf(cube, correction);
    if (cell === -1) throw staleCorrection(correction, NO_SUCH_CELL);
    const found = isFalseZero(cube, cell) ? 0 : marks.valueAt(cell);
    if (found !== correction.published) throw staleCorrection(correction, finding(cube, cell, found, correction));
    marks.mark(cell, correction.corrected, 'E', shownText(cube, cell));
  }
  return marks.finish();
}

/** The corrections declared for the dataset as they stand in the cube, which holds the cell of each. */
export function correctedCells(
  cube: Cube,
  datasetId: string,
  corrections: readonly Correction[],
): readonly CorrectedCell[] {
  return corrections
    .filter(({ dataset }) => dataset === datasetId)
    .map((correction) => {
      const { published, corrected, reason, reference } = correction;
      const cell = cellOf(cube, correction);
      const period = cube.periods[cell % cube.periods.length];
      const key = cube.seriesKeys[Math.floor(cell / cube.periods.length)];
      if (period === undefined || key === undefined) throw staleCorrection(correction, NO_SUCH_CELL);
      return { seriesKey: key, period: periodKey(period), published, corrected, reason, reference };
    });
}

/** Position of the corrected cell, or -1. A dimension with one category need not be named. */
function cellOf(cube: Cube, correction: Correction): number {
  const named = Object.keys(correction.series);
  if (named.some((code) => !cube.dimensions.some((dimension) => dimension.code === code))) return -1;
  const codes = cube.dimensions.map((dimension) => {
    if (Object.hasOwn(correction.series, dimension.code)) return correction.series[dimension.code];
    return dimension.categories.length === 1 ? dimension.categories[0]?.code : undefined;
  });
  const key = seriesKey(codes.map((code) => code ?? ''));
  const series = codes.includes(undefined) ? -1 : cube.seriesKeys.indexOf(key);
  const period = cube.periods.findIndex(({ code }) => code === correction.period);
  return series === -1 || period === -1 ? -1 : series * cube.periods.length + period;
}

/** What was published there is a 0, though it is not a figure. */
function isFalseZero(cube: Cube, cell: number): boolean {
  return cube.obsStatuses[cell] === MISSING && shownText(cube, cell) === ZERO_SYMBOL;
}

function finding(cube: Cube, cell: number, found: number, correction: Correction): string {
  if (found === correction.corrected) return 'the table now shows the corrected number itself';
  return Number.isNaN(found)
    ? `the table now shows no number there (${shownText(cube, cell) || 'no symbol'})`
    : `the table now shows ${found}`;
}

function staleCorrection(correction: Correction, found: string): PipelineError {
  const { dataset, period, published, corrected } = correction;
  const place = Object.entries(correction.series)
    .map(([dimension, code]) => `${dimension} ${code}`)
    .join(', ');
  return new PipelineError(
    'stale-correction',
    `The correction of ${dataset} for ${place} in ${period} replaces ${published} with ${corrected}, but ${found}.`,
    {
      hint: `Remove the correction from config/corrections.yaml, or update it; its reference is ${correction.reference}.`,
      context: { dataset, period },
    },
  );
}
