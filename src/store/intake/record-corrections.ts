import type { NewPublication } from '../../model/data/publication.ts';
import type { Sqlite } from '../store.ts';

const INSERT = `
  INSERT INTO correction (series_id, period, publication_id, published, corrected, reason, reference)
  SELECT id, :period, :publicationId, :published, :corrected, :reason, :reference FROM series
  WHERE dataset_id = :datasetId AND alternative = :alternative AND series_key = :seriesKey`;

/** Records why figures of a publication are the municipality's own; their series must be there. */
export function recordCorrections(
  sqlite: Sqlite,
  { alternative, corrections }: NewPublication,
  ids: { readonly datasetId: number; readonly publicationId: number },
): void {
  const insert = sqlite.prepare(INSERT);
  for (const corrected of corrections) insert.run({ ...corrected, ...ids, alternative });
}
