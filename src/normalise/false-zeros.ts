import { ABSENT, OBS_STATUSES } from '../model/data/cube.ts';
import type { Cube } from '../model/data/cube.ts';
import { type RegionLayout, ZERO_SYMBOL } from '../model/data/dataset.ts';
import type { ContentsRules, Quantity } from '../model/data/job.ts';
import type { Geography } from '../model/data/place.ts';
import type { ZerosOfPlace } from '../model/plan/acceptance.ts';
import { contentsOfSeries } from './contents-of-series.ts';
import { type CellMarks, startMarks } from './mark-cells.ts';
import { type PlaceSeries, seriesOfPlaces } from './series-of-places.ts';

/** A count that was as large as this does not become 0 from one period to the next. */
const VANISHED_FROM = 50;

const NOT_POSSIBLE = OBS_STATUSES.indexOf('M');
const WITHHELD = OBS_STATUSES.indexOf('Q');

/** What must be known to distinguish a zero that is a figure from one that cannot be. */
export interface ZeroReading {
  readonly regions: RegionLayout | null;
  readonly quantities: Readonly<Record<string, Quantity>>;
  readonly contentsRules: Readonly<Record<string, ContentsRules>>;
  /** Zeros that a person has accepted. */
  readonly accepted: readonly ZerosOfPlace[];
}

export interface ReadZeros {
  readonly cube: Cube;
  /** Those of the accepted zeros that would have been missing without it. */
  readonly accepted: readonly ZerosOfPlace[];
}

/**
 * Makes a 0 that cannot be a figure missing (status O, symbol `0`): where the job says that a zero is impossible; of a
 * place that has several cells, all without a figure in the period, and had figures before; and a count that was 50 or
 * more in the last period that holds a figure. A count under a new code of the place is compared with those before it.
 * Zeros that a person has accepted stay.
 */
export function markFalseZeros(cube: Cube, geography: Geography, reading: ZeroReading): ReadZeros {
  if (!cube.values.includes(0)) return { cube, accepted: [] };
  const marks = startMarks(cube);
  const used = new Map<string, ZerosOfPlace>();
  for (const { place, series, siblingsOf } of seriesOfPlaces(cube, reading.regions, geography)) {
    const periods = new Set(reading.accepted.filter((zeros) => zeros.place === place).map(({ period }) => period));
    const refuse = (cell: number): boolean => {
      const period = cube.periods[cell % cube.periods.length]?.code ?? '';
      if (periods.has(period)) {
        used.set(`${place}/${period}`, { place, period });
        return false;
      }
      marks.mark(cell, NaN, 'O', ZERO_SYMBOL);
      return true;
    };
    const zeros = { cube, marks, refuse };
    refuseImpossible(zeros, series, reading.contentsRules);
    refuseUnpublished(zeros, series);
    refuseVanished(zeros, { series, siblingsOf }, reading.quantities);
  }
  return { cube: marks.finish(), accepted: [...used.values()] };
}

interface Zeros {
  readonly cube: Cube;
  readonly marks: CellMarks;
  /** Makes the zero in a cell missing; false when a person has let it in. */
  readonly refuse: (cell: number) => boolean;
}

function refuseImpossible(
  { cube, marks, refuse }: Zeros,
  series: readonly number[],
  rules: Readonly<Record<string, ContentsRules>>,
): void {
  const contentsOf = contentsOfSeries(cube);
  const width = cube.periods.length;
  for (const one of series) {
    if (rules[contentsOf(one)]?.zero !== 'impossible') continue;
    for (let cell = one * width; cell < (one + 1) * width; cell++) if (marks.valueAt(cell) === 0) refuse(cell);
  }
}

function refuseUnpublished(zeros: Zeros, series: readonly number[]): void {
  let hadFigures = false;
  for (let column = 0; column < zeros.cube.periods.length; column++) {
    const found = zerosWithoutFigure(zeros, series, column);
    if (found === null) hadFigures = true;
    else if (hadFigures && found.length > 0) {
      const refused = found.filter((cell) => zeros.refuse(cell));
      // Accepted zeros are what the next period is compared with.
      hadFigures = refused.length > 0;
    }
  }
}

/**
 * The zeros of a place in a period; `null` when one of its cells holds a figure, empty when it is of one cell alone.
 */
function zerosWithoutFigure(
  { cube, marks }: Zeros,
  series: readonly number[],
  column: number,
): readonly number[] | null {
  const zeros: number[] = [];
  let possible = 0;
  for (const one of series) {
    const cell = one * cube.periods.length + column;
    const status = cube.obsStatuses[cell];
    const value = marks.valueAt(cell);
    if (status === ABSENT || status === NOT_POSSIBLE) continue;
    if (status === WITHHELD || (value !== 0 && !Number.isNaN(value))) return null;
    possible += 1;
    if (value === 0) zeros.push(cell);
  }
  return possible > 1 ? zeros : [];
}

function refuseVanished(
  zeros: Zeros,
  { series, siblingsOf }: Pick<PlaceSeries, 'series' | 'siblingsOf'>,
  quantities: Readonly<Record<string, Quantity>>,
): void {
  const { cube, marks, refuse } = zeros;
  const contentsOf = contentsOfSeries(cube);
  const width = cube.periods.length;
  for (const one of series) {
    if (!cube.values.subarray(one * width, (one + 1) * width).includes(0)) continue;
    if (quantities[contentsOf(one)] !== 'count') continue;
    let last = NaN;
    for (let column = 0; column < width; column++) {
      const cell = one * width + column;
      const value = marks.valueAt(cell);
      if (Number.isNaN(value)) continue;
      const before = Number.isNaN(last) ? lastSum(zeros, siblingsOf(one), column) : last;
      if (value !== 0 || !(before >= VANISHED_FROM) || !refuse(cell)) last = value;
    }
  }
}

/** Of the codes a place had before: their sum in the last period before `column` in which one of them has a number. */
function lastSum({ cube, marks }: Zeros, group: readonly number[], column: number): number {
  for (let earlier = column - 1; earlier >= 0; earlier--) {
    const values = group.map((one) => marks.valueAt(one * cube.periods.length + earlier));
    const numbers = values.filter((value) => !Number.isNaN(value));
    if (numbers.length > 0) return numbers.reduce((sum, value) => sum + value, 0);
  }
  return NaN;
}
