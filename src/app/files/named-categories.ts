import type { LeftOut } from '../../model/data/category.ts';
import type { IndicatorDefinition, TermSelection } from '../../model/plan/indicator.ts';

type NamedSelection = TermSelection | LeftOut;

/** Dimension → every category that an indicator counts or leaves out by name in a dataset, each once, in order. */
export function namedCategories(
  indicators: readonly IndicatorDefinition[],
  datasetId: string,
): Readonly<Record<string, readonly string[]>> {
  const named = new Map<string, Set<string>>();
  const inputs = indicators.flatMap((indicator) => indicator.inputs).filter(({ dataset }) => dataset === datasetId);
  const selections = inputs.flatMap(({ terms, leftOut = {} }) =>
    [...terms, leftOut].flatMap(Object.entries<NamedSelection>),
  );
  for (const [dimension, selection] of selections) {
    const codes = named.get(dimension) ?? new Set();
    for (const code of namesIn(selection)) codes.add(code);
    named.set(dimension, codes);
  }
  return Object.fromEntries([...named].map(([dimension, codes]) => [dimension, [...codes]]));
}

function namesIn(selection: NamedSelection): readonly string[] {
  if (selection === 'all-others') return [];
  return 'not' in selection ? selection.not : selection;
}
