import type { ImportKind } from '../../src/app/files/import-kinds.ts';
import { handIn } from '../../src/app/files/read-handed-in.ts';
import { type ImportReport, takeHandedIn } from '../../src/app/files/take-file-in.ts';
import type { App } from '../../src/app/open-app.ts';

/** Takes the file at a path in, beside those before it: see `takeHandedIn`. Throws `file-refused` when it is not there. */
export async function importFile(app: App, kind: ImportKind, path: string): Promise<ImportReport> {
  return takeHandedIn(app, handIn(app, kind, path, 'add'));
}
