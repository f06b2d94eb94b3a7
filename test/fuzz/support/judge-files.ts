import { strict as assert } from 'node:assert';
import { type FileSeries, periodsOf, seriesOfCube, sumsBy } from '../../../src/contract/file-figures.ts';
import { judgeEmissionsFile } from '../../../src/contract/judge-emissions-file.ts';
import { judgeSurveyFile } from '../../../src/contract/judge-survey-file.ts';
import type { Cube } from '../../../src/model/data/cube.ts';

const THIS_YEAR = 2026;
const RANGE = [0, 100] as const;
const OTHER_SCALE = 5;
const COUNTED = () => true;

/** A survey that can be read is asked about exactly where a person who reads it would ask, and never twice. */
export function requireSurveyJudged(cube: Cube): void {
  const after = seriesOfCube(cube, '').filter(({ categories }) => categories.ContentsCode === 'value');
  const questions = judgeSurveyFile({ after, before: [], range: RANGE, thisYear: THIS_YEAR });
  const asked = (kind: string) => questions.filter((one) => one.kind === kind).length;
  const values = after.flatMap(({ figures }) => [...figures.values()].map(({ value }) => value));
  assert.equal(
    asked('future-years') > 0,
    periodsOf(after).some((year) => Number(year) > THIS_YEAR),
    'years to come',
  );
  assert.equal(asked('out-of-range'), values.filter((value) => value < RANGE[0] || value > RANGE[1]).length, 'range');
  assert.equal(asked('other-scale') > 0, after.some(jumps), 'scale');
  assert.deepEqual(judgeSurveyFile({ after, before: after, range: RANGE, thisYear: THIS_YEAR }), [], 'asked twice');
}

/** Some index is five times, or a fifth of, the one of the survey before. */
function jumps({ figures }: FileSeries): boolean {
  const values = [...figures].sort(([a], [b]) => Number(a) - Number(b)).map(([, { value }]) => value);
  return values.some((value, at) => {
    const other = values[at - 1];
    if (other === undefined) return false;
    const [low, high] = [Math.min(value, other), Math.max(value, other)];
    return high > 0 && high >= OTHER_SCALE * low;
  });
}

/**
 * A workbook that can be read: handed in again it is asked about no more, whatever the order of its rows is, and in
 * another unit, of a year to come, or without a year it never passes.
 */
export function requireWorkbookJudged(cube: Cube, place: string): void {
  const series = seriesOfCube(cube, place).filter(({ figures }) => figures.size > 0);
  const judge = (after: readonly FileSeries[], before: readonly FileSeries[]) =>
    judgeEmissionsFile({ after, before, isCounted: COUNTED, isCountedUnnamed: COUNTED, thisYear: THIS_YEAR });
  assert.deepEqual(judge(series, series), [], 'asked twice');
  const kinds = (after: readonly FileSeries[]) => judge(after, series).map(({ kind }) => kind);
  const years = periodsOf(series);
  const [newest = ''] = years.toReversed();
  const large = years.some((year) => [...sumsBy(series, 'Sektor', year).values()].some((sum) => sum >= 50));
  if (large) assert.ok(kinds(changed(series, (value) => value / 1000)).includes('other-scale'), 'thousandths');
  if (years.length > 1) assert.ok(kinds(without(series, newest)).includes('lost-years'), 'a lost year');
  const toCome = series.map(({ categories, figures }) => ({
    categories,
    figures: new Map([...figures, ['2098', { value: 1, symbol: null }]]),
  }));
  if (years.length > 0) assert.ok(kinds(toCome).includes('future-years'), 'a year to come');
  const sorted = (found: readonly unknown[]) => found.map((one) => JSON.stringify(one)).sort();
  assert.deepEqual(sorted(judge(series.toReversed(), [])), sorted(judge(series, [])), 'the order of the rows');
}

function changed(series: readonly FileSeries[], change: (value: number) => number): readonly FileSeries[] {
  return series.map(({ categories, figures }) => ({
    categories,
    figures: new Map([...figures].map(([year, figure]) => [year, { ...figure, value: change(figure.value) }])),
  }));
}

function without(series: readonly FileSeries[], year: string): readonly FileSeries[] {
  return series.map(({ categories, figures }) => ({
    categories,
    figures: new Map([...figures].filter(([other]) => other !== year)),
  }));
}
