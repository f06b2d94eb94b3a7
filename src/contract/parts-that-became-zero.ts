import { NO_ROW } from '../model/data/dataset.ts';
import { categoriesKey, type FileSeries, periodsOf } from './file-figures.ts';
import type { FileQuestion } from '../model/data/file-question.ts';

/** A published count that was this much does not become 0 by itself. */
const ZERO_MAGNITUDE = 50;
/** Share of the counted sum that may become 0 before a person is asked. */
const ZERO_SHARE = 0.05;

export interface PartsToJudge {
  readonly after: readonly FileSeries[];
  readonly before: readonly FileSeries[];
  readonly isCounted: (categories: FileSeries['categories']) => boolean;
}

/**
 * Years in which parts of the counted sum are 0 that together were a twentieth of it or more the year before, or of which one
 * is written as 0 and was 50 tonnes or more; one question a year. A 0 that is in force already has been decided on. A part is
 * a sector, or a source where the rest of its sector has figures.
 */
export function partsThatBecameZero({ after, before, isCounted }: PartsToJudge): readonly FileQuestion[] {
  const counted = after.filter(({ categories }) => isCounted(categories));
  const inForce = new Map(before.map((series) => [categoriesKey(series.categories), series.figures]));
  return periodsOf(counted).flatMap((year, index, years): readonly FileQuestion[] => {
    const last = years[index - 1];
    if (last === undefined) return [];
    const zeros = counted.filter(({ categories, figures }) => {
      const isDecided = inForce.get(categoriesKey(categories))?.get(year)?.value === 0;
      return figures.get(year)?.value === 0 && (figures.get(last)?.value ?? 0) > 0 && !isDecided;
    });
    const share = sumIn(zeros, last) / sumIn(counted, last);
    const isOdd = ({ figures }: FileSeries) =>
      figures.get(year)?.symbol !== NO_ROW && (figures.get(last)?.value ?? 0) >= ZERO_MAGNITUDE;
    return share >= ZERO_SHARE || zeros.some(isOdd)
      ? [{ kind: 'became-zero', year, parts: partNames(zeros, counted, year), share }]
      : [];
  });
}

function sumIn(series: readonly FileSeries[], year: string): number {
  return series.reduce((sum, { figures }) => sum + (figures.get(year)?.value ?? 0), 0);
}

function partNames(zeros: readonly FileSeries[], counted: readonly FileSeries[], year: string): readonly string[] {
  const names = zeros.map(({ categories: { Sektor: sector = '', Utslippskilde: source = '' } }) => {
    const rest = counted.filter(({ categories }) => categories.Sektor === sector);
    return sumIn(rest, year) === 0 ? sector : `${sector}: ${source}`;
  });
  return [...new Set(names)].sort();
}
