import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { toInstant } from '../instant.ts';
import { ensureDataset } from '../intake/record-publication.ts';
import { dataset, publication } from '../schema/dataset.ts';
import { datasetRun, type FileAction, importedFile } from '../schema/intake.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

export interface ImportedFile {
  readonly datasetId: string;
  readonly publicationId: number;
  readonly name: string;
  readonly sha256: string;
  /** Figures it held. */
  readonly rows: number;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly action: FileAction;
}

/** An imported file, what it changed then, and whether it has been undone. */
export interface StoredFile extends ImportedFile {
  readonly id: number;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly inserted: number;
  readonly revised: number;
  readonly withdrawn: number;
}

/** A file in force, with its bytes as received, gzip. */
export interface FileInForce {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly action: FileAction;
  readonly body: Uint8Array;
}

/** Records an imported file, and who submitted it. */
export function recordImportedFile(store: Store, file: ImportedFile): void {
  inTransaction(store, () => {
    const datasetId = ensureDataset(store, file.datasetId);
    const row = { ...file, datasetId, importedAt: toInstant(file.importedAt) };
    store.drizzle.insert(importedFile).values(row).run();
  });
}

/** Every imported file, newest first. */
export function listImportedFiles(store: Store): readonly StoredFile[] {
  return store.drizzle
    .select({
      id: importedFile.id,
      datasetId: dataset.code,
      publicationId: importedFile.publicationId,
      name: importedFile.name,
      sha256: importedFile.sha256,
      rows: importedFile.rows,
      importedAt: importedFile.importedAt,
      importedBy: importedFile.importedBy,
      action: importedFile.action,
      undoneAt: importedFile.undoneAt,
      undoneBy: importedFile.undoneBy,
      inserted: datasetRun.inserted,
      revised: datasetRun.revised,
      withdrawn: datasetRun.withdrawn,
    })
    .from(importedFile)
    .innerJoin(dataset, eq(dataset.id, importedFile.datasetId))
    .leftJoin(datasetRun, eq(datasetRun.publicationId, importedFile.publicationId))
    .orderBy(desc(importedFile.id))
    .all()
    .map(({ inserted, revised, withdrawn, ...file }) => ({
      ...file,
      inserted: inserted ?? 0,
      revised: revised ?? 0,
      withdrawn: withdrawn ?? 0,
    }));
}

/** The files of a dataset that have not been undone, the oldest first. */
export function readFilesInForce(store: Store, datasetId: string): readonly FileInForce[] {
  return store.drizzle
    .select({
      id: importedFile.id,
      name: importedFile.name,
      sha256: importedFile.sha256,
      action: importedFile.action,
      body: publication.body,
    })
    .from(importedFile)
    .innerJoin(dataset, eq(dataset.id, importedFile.datasetId))
    .innerJoin(publication, eq(publication.id, importedFile.publicationId))
    .where(and(eq(dataset.code, datasetId), isNull(importedFile.undoneAt)))
    .orderBy(asc(importedFile.id))
    .all();
}

/** Who took a file back, when, and by which publication. */
export interface Undoing {
  readonly undoneAt: string;
  readonly undoneBy: string;
  readonly undonePublicationId: number;
}

/** Marks a file as undone; its row stays. */
export function recordUndoing(store: Store, id: number, undoing: Undoing): void {
  const row = { ...undoing, undoneAt: toInstant(undoing.undoneAt) };
  store.drizzle.update(importedFile).set(row).where(eq(importedFile.id, id)).run();
}

/**
 * The newest publication of some datasets by which a person took figures back: an import undone, a figure withdrawn, or
 * a file that replaced those before it; 0 for none.
 */
export function newestTakingBack(store: Store, datasetIds: readonly string[]): number {
  const found = store.sqlite
    .prepare<[string], number | null>(
      `SELECT max(max(coalesce(undone_publication_id, 0)), max(CASE action WHEN 'add' THEN 0 ELSE publication_id END))
       FROM imported_file JOIN dataset ON dataset.id = imported_file.dataset_id
       WHERE dataset.code IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .get(JSON.stringify(datasetIds));
  return found ?? 0;
}
