import { categoriesKey, type FileSeries, periodsOf } from './file-figures.ts';
import type { FileQuestion } from '../model/data/file-question.ts';

/** An index this many times another of the same indicator is on another scale: 0-10 for 0-100, or a lost comma. */
const SCALE_FACTOR = 5;

export interface SurveyFileToJudge {
  /** What would be in force: the index of each indicator. */
  readonly after: readonly FileSeries[];
  readonly before: readonly FileSeries[];
  /** Lowest and highest value that an index can have. */
  readonly range: readonly [low: number, high: number];
  readonly thisYear: number;
}

/** What is odd about the figures of a survey that are new or differ; what is in force already is not asked about again. */
export function judgeSurveyFile({ after, before, range, thisYear }: SurveyFileToJudge): readonly FileQuestion[] {
  const known = new Map(before.map((series) => [categoriesKey(series.categories), series.figures]));
  const changed = after.flatMap((series) => {
    const figures = known.get(categoriesKey(series.categories));
    const what = series.categories.indicator ?? '';
    return [...series.figures]
      .filter(([year, { value }]) => figures?.get(year)?.value !== value)
      .map(([year, { value }]) => ({ what, year, value, series, was: figures?.get(year)?.value }));
  });
  const years = [...new Set(changed.map(({ year }) => year))].filter((year) => Number(year) > thisYear).sort();
  return [
    ...(years.length === 0 ? [] : [{ kind: 'future-years' as const, years }]),
    ...changed
      .filter(({ value }) => value < range[0] || value > range[1])
      .map(({ what, year, value }) => ({ kind: 'out-of-range' as const, what, year, value, range })),
    ...changed.flatMap(({ what, year, value, series, was }): readonly FileQuestion[] => {
      const otherYear = was === undefined ? neighbourOf(year, series) : null;
      const other = otherYear === null ? was : series.figures.get(otherYear)?.value;
      if (other === undefined || !isOtherScale(value, other)) return [];
      return [{ kind: 'other-scale', what, year, value, other, otherYear }];
    }),
  ];
}

/** The year before it that has a figure, or else the first after it. */
function neighbourOf(year: string, series: FileSeries): string | null {
  const years = periodsOf([series]);
  return years.findLast((other) => other < year) ?? years.find((other) => other > year) ?? null;
}

function isOtherScale(value: number, other: number): boolean {
  const [smaller, larger] = [Math.min(value, other), Math.max(value, other)];
  return larger > 0 && larger >= SCALE_FACTOR * smaller;
}
