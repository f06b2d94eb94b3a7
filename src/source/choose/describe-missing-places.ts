import type { MissingPlace } from '../../model/data/retrieval.ts';

/**
 * Which peers a table does not offer, ready for a message: `problem` with the codes, `advice` with the file to look in.
 */
export function describeMissingPlaces(
  { datasetId, table }: { readonly datasetId: string; readonly table: string },
  missing: readonly MissingPlace[],
): { readonly problem: string; readonly advice: string } {
  const named = missing.map(({ name }) => name).join(', ');
  const lacks = missing.map(({ lack }) => lack).join(', ');
  const files = [...new Set(missing.map(({ file }) => `config/${file}`))].sort().join(' and ');
  return {
    problem: `Table ${table} does not offer ${named}, which ${datasetId} asks for: ${lacks}.`,
    advice: `Those figures are missing, and the rest is ingested. Look at the codes in ${files}.`,
  };
}
