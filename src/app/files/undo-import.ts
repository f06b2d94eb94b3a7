import type { ChangeSummary } from '../../model/data/publication.ts';
import { PipelineError } from '../../model/errors.ts';
import { settleHeldFile } from '../../store/read/held-files.ts';
import { readFilesInForce, recordUndoing } from '../../store/read/imported-files.ts';
import { storePublication } from '../../store/intake/store-publication.ts';
import { inTransaction } from '../../store/transaction.ts';
import { handlingTextsOf } from '../../words/file/language.ts';
import { notifyAfter } from '../messages/deliver-due.ts';
import type { App } from '../open-app.ts';
import { recordTrouble } from '../messages/raise-notices.ts';
import { withRun } from '../with-run.ts';
import { thisUser, troubleOf } from './hold-file.ts';
import { findTaken, findWaiting, type TakenImport } from './find-file.ts';
import { closing, takeHandedIn, type ImportReport, inForceBefore } from './take-file-in.ts';
import { handInWithdrawal, named, readInForce, type ReadFile } from './read-handed-in.ts';
import { toPublication } from './to-publication.ts';

/**
 * Takes one file back: what is in force is then what the other files come to, and what was stays known as of its day.
 * Throws `usage` when no such file is in force, `store-busy` while another run goes on.
 */
export async function undoImport(app: App, reference: string): Promise<ImportReport> {
  const run = withRun(app, 'import', [], async ({ runId }) => {
    const file = findTaken(app, reference);
    const read = await readWithout(app, file);
    const changes = inTransaction(app.store, () => {
      const publication = toPublication(app, read);
      const { publicationId, ...taken } = storePublication(app.store, publication, () => 'keep', runId);
      const undoneAt = publication.retrievedAt;
      if (publicationId !== null) {
        recordUndoing(app.store, file.id, { undoneAt, undoneBy: thisUser(), undonePublicationId: publicationId });
      }
      return taken;
    });
    return closing(app, runId, describeUndoing(app, file.name, changes), changes);
  });
  return notifyAfter(app, run);
}

/** What would be in force without a file. */
export async function readWithout(app: App, file: TakenImport): Promise<ReadFile> {
  const { kind, name, id } = file;
  const others = readFilesInForce(app.store, kind).filter((one) => one.id !== id);
  const cube = await readInForce(app, kind, others);
  return { ...named(kind, `undo ${name}`, Buffer.from(`undo ${id} ${name}`), 'withdraw'), cube, rows: 0, totals: [] };
}

/** Takes the figure of an indicator in a year away. Throws `usage` when there is none. */
export async function withdrawFigure(app: App, indicator: string, year: string): Promise<ImportReport> {
  requireFigure(app, indicator, year);
  return takeHandedIn(app, handInWithdrawal(indicator, year));
}

/** Throws `usage` when the survey has no figure of the indicator in the year. */
export function requireFigure(app: App, indicator: string, year: string): void {
  const { dataset } = inForceBefore(app, { kind: 'survey' });
  const has = dataset?.series.some(
    ({ categories, observations }) =>
      categories.indicator === indicator &&
      observations.some(({ period, value }) => Math.floor(period / 1000) === Number(year) && value !== null),
  );
  if (has === true) return;
  const words = handlingTextsOf(app.settings.plan.language);
  throw new PipelineError('usage', words.noSuchFigure(indicator, year), { hint: words.listHint });
}

/** Puts a file away that is held; no figure changes. Gives a sentence. Throws `usage` when no such file waits. */
export function dropFile(app: App, reference: string): string {
  const { id, name, kind } = findWaiting(app, reference);
  settleHeldFile(app.store, id, {
    outcome: 'dropped',
    decidedAt: app.clock.now().toISOString(),
    decidedBy: thisUser(),
  });
  recordTrouble(app, troubleOf({ kind }), null);
  return handlingTextsOf(app.settings.plan.language).dropped(name);
}

function describeUndoing(app: App, name: string, { inserted, revised, withdrawn }: ChangeSummary): string {
  return handlingTextsOf(app.settings.plan.language).undone(name, withdrawn, inserted + revised);
}
