import { desc, eq } from 'drizzle-orm';
import { toInstant } from './instant.ts';
import { ensureDataset } from './record-publication.ts';
import { dataset } from './schema/dataset.ts';
import { importedFile } from './schema/intake.ts';
import type { Store } from './store.ts';
import { inTransaction } from './transaction.ts';

export interface ImportedFile {
  readonly datasetId: string;
  readonly publicationId: number;
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
  readonly importedAt: string;
  readonly importedBy: string;
}

/** Records a file whose figures have been taken in, and who handed it in. */
export function recordImportedFile(store: Store, file: ImportedFile): void {
  inTransaction(store, () => {
    const datasetId = ensureDataset(store, file.datasetId);
    const row = { ...file, datasetId, importedAt: toInstant(file.importedAt) };
    store.drizzle.insert(importedFile).values(row).run();
  });
}

/** The last time a file with these bytes was taken in, or `null`. */
export function findImportedFile(store: Store, sha256: string): ImportedFile | null {
  const row = store.drizzle
    .select({
      datasetId: dataset.code,
      publicationId: importedFile.publicationId,
      name: importedFile.name,
      sha256: importedFile.sha256,
      rows: importedFile.rows,
      importedAt: importedFile.importedAt,
      importedBy: importedFile.importedBy,
    })
    .from(importedFile)
    .innerJoin(dataset, eq(dataset.id, importedFile.datasetId))
    .where(eq(importedFile.sha256, sha256))
    .orderBy(desc(importedFile.id))
    .limit(1)
    .get();
  return row ?? null;
}
