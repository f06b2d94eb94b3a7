import type { HeldImport, TakenImport } from '../app/files/find-file.ts';
import type { ImportPreview } from '../app/files/preview-import.ts';
import type { ImportReport } from '../app/files/take-file-in.ts';
import type { ChangeSummary } from '../model/data/publication.ts';
import { periodFromKey } from '../model/time-period.ts';

/** The JSON document of `--dry-run` and `import show`; periods are codes. */
export function previewDocument({ changes, ...seen }: ImportPreview) {
  return { dryRun: true, ...changesDocument(changes), ...seen };
}

/** The JSON document of a command that took a file in, or back; periods are codes. */
export function reportDocument({ message, changes, assessments, delivery }: ImportReport) {
  const changed = assessments.filter(({ cause }) => cause !== null);
  return {
    dryRun: false,
    message,
    ...changesDocument(changes),
    indicators: changed.map(({ rules, next, cause }) => ({
      id: rules.definition.id,
      status: next.status,
      value: next.value,
      period: next.period,
      cause,
    })),
    delivery,
  };
}

function changesDocument({ revisions, ...counts }: ChangeSummary) {
  return {
    ...counts,
    revisions: revisions.map(({ seriesKey, period, before, after }) => ({
      series: seriesKey,
      period: periodFromKey(period).code,
      before,
      after,
    })),
  };
}

/** What is held, and what has been taken in. */
export interface Files {
  readonly held: readonly HeldImport[];
  readonly taken: readonly TakenImport[];
}

/** The JSON document of `import list`. */
export function filesDocument({ held, taken }: Files) {
  return {
    held: held.map(({ id, kind, name, sha256, action, findings, heldAt, handedInBy }) => ({
      id: `held-${id}`,
      kind,
      name,
      sha256,
      action,
      heldAt,
      handedInBy,
      findings,
    })),
    taken: taken.map(({ id, kind, name, sha256, action, rows, importedAt, importedBy, ...file }) => ({
      id,
      kind,
      name,
      sha256,
      action,
      figures: rows,
      importedAt,
      importedBy,
      inserted: file.inserted,
      revised: file.revised,
      withdrawn: file.withdrawn,
      undoneAt: file.undoneAt,
      undoneBy: file.undoneBy,
    })),
  };
}
