import { PipelineError } from '../../model/errors.ts';
import { listHeldFiles, type WaitingFile } from '../../store/read/held-files.ts';
import { listImportedFiles, type StoredFile } from '../../store/read/imported-files.ts';
import { handlingTextsOf } from '../../words/file/language.ts';
import type { App } from '../open-app.ts';
import { IMPORT_KINDS, type ImportKind } from './import-kinds.ts';

/** A held file, of a kind that can be submitted. */
export type HeldImport = WaitingFile & { readonly kind: ImportKind };

/** An imported file, of a kind that can be submitted. */
export type TakenImport = StoredFile & { readonly kind: ImportKind };

/**
 * The file that waits under a name, or a number as the list shows it. Throws `usage` when there is none, or several.
 */
export function findWaiting(app: App, reference: string): HeldImport {
  const waiting = listWaiting(app);
  const found = waiting.filter(({ id, name }) => name === reference || `held-${id}` === reference);
  const words = handlingTextsOf(app.settings.plan.language);
  return theOnly(found, words.notWaiting(reference), words.listHint);
}

/** The file imported under a name, or a number, and not undone. Throws `usage` as `findWaiting`. */
export function findTaken(app: App, reference: string): TakenImport {
  const found = listTaken(app).filter(
    ({ id, name, undoneAt }) => undoneAt === null && (name === reference || String(id) === reference),
  );
  const words = handlingTextsOf(app.settings.plan.language);
  if (found.length > 1) {
    throw new PipelineError('usage', words.severalNamed(reference, found.map(({ id }) => id).join(', ')), {
      hint: words.numberHint,
    });
  }
  return theOnly(found, words.notTaken(reference), words.listHint);
}

/** The files that wait, the newest first. */
export function listWaiting({ store }: App): readonly HeldImport[] {
  return listHeldFiles(store).flatMap((file) => withKind(file));
}

/** The imported files, newest first. */
export function listTaken({ store }: App): readonly TakenImport[] {
  return listImportedFiles(store).flatMap((file) => withKind(file));
}

function withKind<File extends { readonly datasetId: string }>(file: File): readonly (File & { kind: ImportKind })[] {
  const kind = IMPORT_KINDS.find((one) => one === file.datasetId);
  return kind === undefined ? [] : [{ ...file, kind }];
}

function theOnly<File>([found]: readonly File[], message: string, hint: string): File {
  if (found === undefined) throw new PipelineError('usage', message, { hint });
  return found;
}
