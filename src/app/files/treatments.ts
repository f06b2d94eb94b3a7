import { type FileSeries, periodsOf } from '../../contract/file-figures.ts';
import type { IndicatorInput } from '../../model/indicator.ts';
import type { App } from '../open-app.ts';
import type { ImportKind } from './import-kinds.ts';

/** What an indicator does with a category of the last file. */
export interface CategoryTreatment {
  readonly indicator: string;
  readonly dimension: string;
  readonly code: string;
  readonly treatment: 'counted' | 'left-out' | 'not-decided';
}

/** The latest year and the one before it are those compared. */
const COMPARED = 2;

/** How each indicator treats each category of the dimensions that it closes, over the two last years of the figures. */
export function treatmentsOf(
  { settings }: App,
  kind: ImportKind,
  series: readonly FileSeries[],
): readonly CategoryTreatment[] {
  const years = periodsOf(series).slice(-COMPARED);
  const having = series.filter(({ figures }) => years.some((year) => figures.has(year)));
  return settings.indicators.flatMap(({ id, inputs }) =>
    inputs
      .filter(({ dataset }) => dataset === kind)
      .flatMap((input) =>
        Object.keys(input.leftOut ?? {}).flatMap((dimension) => {
          const codes = [...new Set(having.map(({ categories }) => categories[dimension] ?? ''))].sort();
          return codes.map((code) => ({
            indicator: id,
            dimension,
            code,
            treatment: treatment(input, dimension, code),
          }));
        }),
      ),
  );
}

function treatment(
  { terms, leftOut = {} }: IndicatorInput,
  dimension: string,
  code: string,
): CategoryTreatment['treatment'] {
  const isCounted = terms.some(({ [dimension]: selection = [] }) => !('not' in selection) && selection.includes(code));
  if (isCounted) return 'counted';
  const out = leftOut[dimension] ?? [];
  return out === 'all-others' || out.includes(code) ? 'left-out' : 'not-decided';
}
