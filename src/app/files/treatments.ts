import { type FileSeries, periodsOf, seriesOfDataset } from '../../contract/file-figures.ts';
import type { IndicatorInput, TermSelection } from '../../model/plan/indicator.ts';
import { createDatasetReader } from '../../store/read/read-dataset.ts';
import type { App } from '../open-app.ts';
import { IMPORT_KINDS, type ImportKind } from './import-kinds.ts';

/** What an indicator does with a category of the last file, or of the settings. */
export interface CategoryTreatment {
  readonly indicator: string;
  readonly dimension: string;
  readonly code: string;
  readonly treatment: 'counted' | 'left-out' | 'not-decided';
  /** What is left out of a category that is counted, by name. */
  readonly without: readonly string[];
  /** False for a category that the settings name and the file lacks. */
  readonly isThere: boolean;
}

/** The latest year and the one before it are those compared. */
const COMPARED = 2;

/**
 * How each indicator treats each category of the dimensions that it closes: those the file has in its two last years,
 * and those that the settings name, in the order of their names.
 */
export function treatmentsOf(
  { settings }: Pick<App, 'settings'>,
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
          const present = having.map(({ categories }) => categories[dimension] ?? '');
          const codes = [...new Set([...present, ...namedIn(input, dimension)])].sort();
          return codes.map((code) => ({
            indicator: id,
            dimension,
            code,
            ...treatmentOf(input, dimension, code),
            isThere: present.includes(code),
          }));
        }),
      ),
  );
}

/** As `treatmentsOf`, of the figures in force: what the files of each kind resulted in. */
export function treatmentsInForce({ settings, store }: Pick<App, 'settings' | 'store'>): readonly CategoryTreatment[] {
  const read = createDatasetReader(store);
  return IMPORT_KINDS.flatMap((kind) => {
    const dataset = read(kind);
    return dataset === null ? [] : treatmentsOf({ settings }, kind, seriesOfDataset(dataset, settings.geography.own));
  });
}

function namedIn({ terms, leftOut = {} }: IndicatorInput, dimension: string): readonly string[] {
  const out = leftOut[dimension] ?? [];
  return [...terms.flatMap((term) => codesNamed(term[dimension])), ...(out === 'all-others' ? [] : out)];
}

function treatmentOf(
  { terms, leftOut = {} }: IndicatorInput,
  dimension: string,
  code: string,
): Pick<CategoryTreatment, 'treatment' | 'without'> {
  const counting = terms.filter((term) => codesNamed(term[dimension]).includes(code));
  if (counting.length > 0) {
    const without = counting.flatMap((term) => Object.values(term).flatMap((one) => ('not' in one ? one.not : [])));
    return { treatment: 'counted', without };
  }
  const out = leftOut[dimension] ?? [];
  return { treatment: out === 'all-others' || out.includes(code) ? 'left-out' : 'not-decided', without: [] };
}

function codesNamed(selection: TermSelection = []): readonly string[] {
  return 'not' in selection ? [] : selection;
}
