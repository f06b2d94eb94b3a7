import type { IndicatorDefinition } from '../model/indicator.ts';

/** Dimension → every category that an indicator counts or leaves out by name in a dataset, each once, in order. */
export function namedCategories(
  indicators: readonly IndicatorDefinition[],
  datasetId: string,
): Readonly<Record<string, readonly string[]>> {
  const named = new Map<string, Set<string>>();
  const inputs = indicators.flatMap((indicator) => indicator.inputs).filter(({ dataset }) => dataset === datasetId);
  for (const term of inputs.flatMap(({ terms }) => terms)) {
    for (const [dimension, selection] of Object.entries(term)) {
      const codes = named.get(dimension) ?? new Set();
      for (const code of 'not' in selection ? selection.not : selection) codes.add(code);
      named.set(dimension, codes);
    }
  }
  return Object.fromEntries([...named].map(([dimension, codes]) => [dimension, [...codes]]));
}
