import { gunzipSync } from 'node:zlib';
import type { FileQuestion } from '../../model/data/file-question.ts';
import { PipelineError } from '../../model/errors.ts';
import type { ChangeSummary } from '../../model/data/publication.ts';
import { recordAcceptances } from '../../store/intake/acceptances.ts';
import { readContract } from '../../store/intake/contract.ts';
import { settleHeldFile } from '../../store/read/held-files.ts';
import { listImportedFiles, recordImportedFile } from '../../store/read/imported-files.ts';
import { createDatasetReader } from '../../store/read/read-dataset.ts';
import { storePublication } from '../../store/intake/store-publication.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { AssessmentResult } from '../assess/assess.ts';
import { isEmpty } from '../intake/dataset-result.ts';
import { handlingTextsOf } from '../../words/file/language.ts';
import { type DeliveryReport, notifySafely, notifyAfter } from '../messages/deliver-due.ts';
import type { App } from '../open-app.ts';
import { recordTrouble } from '../messages/raise-notices.ts';
import { reassess } from '../assess/reassess.ts';
import { type RunClosing, withRun } from '../with-run.ts';
import { findWaiting } from './find-file.ts';
import { holdFile, thisUser, troubleOf } from './hold-file.ts';
import { type InForceBefore, judgeFile } from './judge-file.ts';
import { type HandedIn, named, readHandedIn, type ReadFile } from './read-handed-in.ts';
import { toPublication } from './to-publication.ts';

export interface ImportReport extends RunClosing {
  readonly changes: ChangeSummary;
  readonly assessments: readonly AssessmentResult[];
  readonly delivery: DeliveryReport;
}

/**
 * Takes a file in, whole or not at all, assesses every indicator, and tells what is due. Throws `file-refused` with every
 * problem of the file; `publication-quarantined` with everything odd about it, in which case it is kept until a person
 * decides; `store-busy` while another run goes on.
 */
export async function takeHandedIn(app: App, file: HandedIn): Promise<ImportReport> {
  await readOrReport(app, file);
  const run = withRun(app, 'import', [], async ({ runId }) => {
    const known = listImportedFiles(app.store).find(
      ({ datasetId, undoneAt }) => datasetId === file.kind && undoneAt === null,
    );
    const same = known?.sha256 === file.sha256 && file.action !== 'withdraw' ? known : null;
    const read = await readHandedIn(app, file);
    const { changes, questions } = takeFileIn(app, read, runId, { isAccepted: false, isKnown: same !== null });
    if (questions.length > 0) throw holdFile(app, read, questions);
    recordTrouble(app, troubleOf(file), null);
    const words = handlingTextsOf(app.settings.plan.language);
    const isSame = same !== null && isEmpty(changes);
    const message = isSame ? words.sameFile(same.importedAt.slice(0, 10), same.name) : words.changes(changes);
    return closing(app, runId, message, changes);
  });
  return notifyAfter(app, run);
}

/**
 * Takes in a file that is held, on a person's word, which is remembered with what was odd about it. Throws `usage` when no
 * such file waits, and as `takeHandedIn` when it can no longer be read.
 */
export async function acceptFile(app: App, reference: string): Promise<ImportReport> {
  const waiting = findWaiting(app, reference);
  const file = named(waiting.kind, waiting.name, gunzipSync(waiting.body), waiting.action);
  const run = withRun(app, 'import', [], async ({ runId }) => {
    const read = await readHandedIn(app, file);
    const changes = inTransaction(app.store, () => {
      const { changes: taken } = takeFileIn(app, read, runId, { isAccepted: true, isKnown: false });
      const by = { acceptedBy: thisUser(), acceptedAt: app.clock.now().toISOString() };
      recordAcceptances(
        app.store,
        file.kind,
        waiting.findings.map((finding) => ({ zeros: null, finding, ...by })),
      );
      settleHeldFile(app.store, waiting.id, {
        outcome: 'accepted',
        decidedAt: by.acceptedAt,
        decidedBy: by.acceptedBy,
      });
      return taken;
    });
    recordTrouble(app, troubleOf(file), null);
    return closing(app, runId, handlingTextsOf(app.settings.plan.language).changes(changes), changes);
  });
  return notifyAfter(app, run);
}

/** How a run ends that has taken figures in, or away. */
export function closing(app: App, runId: number, message: string, changes: ChangeSummary) {
  const outcome: RunClosing['outcome'] = isEmpty(changes) ? 'unchanged' : 'succeeded';
  return { outcome, requests: 0, message, changes, assessments: reassess(app, runId) };
}

/** What is in force of the kind of a file. */
export function inForceBefore(app: App, { kind }: Pick<HandedIn, 'kind'>): InForceBefore {
  return { dataset: createDatasetReader(app.store)(kind), contract: readContract(app.store, kind) };
}

/** A file that is refused is told to operations; one that is not there is the business of whoever typed its name. */
async function readOrReport(app: App, file: HandedIn): Promise<void> {
  try {
    await readHandedIn(app, file);
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'file-refused') throw error;
    const { kind, name } = file;
    const { language } = app.settings.plan;
    recordTrouble(app, troubleOf(file), { kind: 'file-refused', file: kind, name, said: error.message, language });
    await notifySafely(app);
    throw error;
  }
}

interface Taken {
  readonly changes: ChangeSummary;
  /** Nothing is stored of a file with questions. */
  readonly questions: readonly FileQuestion[];
}

/** The very file that came last is taken in again only where it is read otherwise than then. */
function takeFileIn(
  app: App,
  file: ReadFile,
  runId: number,
  { isAccepted, isKnown }: { readonly isAccepted: boolean; readonly isKnown: boolean },
): Taken {
  const publication = toPublication(app, file);
  const before = inForceBefore(app, file);
  let questions: readonly FileQuestion[] = [];
  const judge = (changes: ChangeSummary) => {
    if (isKnown && isEmpty(changes)) return 'undo';
    if (!isAccepted) questions = judgeFile(app, file, before, changes);
    return questions.length > 0 ? 'undo' : 'keep';
  };
  return inTransaction(app.store, () => {
    const { publicationId, ...changes } = storePublication(app.store, publication, judge, runId);
    if (publicationId !== null) {
      recordImportedFile(app.store, {
        datasetId: file.kind,
        publicationId,
        name: file.name,
        sha256: file.sha256,
        rows: file.rows,
        importedAt: publication.retrievedAt,
        importedBy: thisUser(),
        action: file.action,
      });
    }
    return { changes, questions };
  });
}
