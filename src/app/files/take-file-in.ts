import { userInfo } from 'node:os';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FileQuestion } from '../../contract/file-question.ts';
import { questionSentence } from '../../contract/question-sentence.ts';
import { PipelineError } from '../../model/errors.ts';
import type { ChangeSummary } from '../../model/publication.ts';
import { recordAcceptances } from '../../store/acceptances.ts';
import { readContract } from '../../store/contract.ts';
import { recordHeldFile, settleHeldFile } from '../../store/held-files.ts';
import { listImportedFiles, recordImportedFile } from '../../store/imported-files.ts';
import { createDatasetReader } from '../../store/read-dataset.ts';
import { takeIn } from '../../store/take-in.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { AssessmentResult } from '../assess.ts';
import { isEmpty } from '../dataset-result.ts';
import { type DeliveryReport, tellSafely, thenDeliver } from '../deliver.ts';
import type { TroubleSubject } from '../trouble-subject.ts';
import type { App } from '../open-app.ts';
import { noteTrouble } from '../raise-notices.ts';
import { reassess } from '../reassess.ts';
import { type RunClosing, withRun } from '../with-run.ts';
import { findWaiting } from './find-file.ts';
import { fileWords } from './file-words.ts';
import { type InForceBefore, judgeFile } from './judge-file.ts';
import { type HandedIn, named, readHandedIn, type ReadFile } from './read-handed-in.ts';
import { toPublication } from './to-publication.ts';

export interface ImportReport extends RunClosing {
  readonly changes: ChangeSummary;
  readonly assessments: readonly AssessmentResult[];
  readonly delivery: DeliveryReport;
}

/** Ends the taking in of a file that is to be held: the store undoes everything when its judge throws. */
class HeldBack extends Error {
  readonly questions: readonly FileQuestion[];

  constructor(questions: readonly FileQuestion[]) {
    super('held back');
    this.questions = questions;
  }
}

export const NOTHING_CHANGED: ChangeSummary = { inserted: 0, revised: 0, unchanged: 0, withdrawn: 0, revisions: [] };

/** Who acts: the user of this process. */
export function thisUser(): string {
  return userInfo().username;
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
    if (known?.sha256 === file.sha256 && file.action !== 'withdraw') {
      noteTrouble(app, troubleOf(file), null);
      const message = fileWords(app).sameFile(known.importedAt.slice(0, 10), known.name);
      return closing(app, runId, message, NOTHING_CHANGED);
    }
    const read = await readHandedIn(app, file);
    const changes = holdIfOdd(app, read, () => takeFileIn(app, read, runId, 'judged'));
    noteTrouble(app, troubleOf(file), null);
    return closing(app, runId, fileWords(app).changes(changes), changes);
  });
  return thenDeliver(app, run);
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
      const taken = takeFileIn(app, read, runId, 'accepted');
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
    noteTrouble(app, troubleOf(file), null);
    return closing(app, runId, fileWords(app).changes(changes), changes);
  });
  return thenDeliver(app, run);
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

/** Taking in may write rows before those they refer to, so references are looked up at the end. */
export function allOrNothing<T>({ store }: App, work: () => T): T {
  return inTransaction(store, () => {
    store.sqlite.pragma('defer_foreign_keys = ON');
    return work();
  });
}

/** A file that is refused is told to operations; one that is not there is the business of whoever typed its name. */
async function readOrReport(app: App, file: HandedIn): Promise<void> {
  try {
    await readHandedIn(app, file);
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'file-refused') throw error;
    noteTrouble(app, troubleOf(file), `${file.name}: ${error.message}`);
    await tellSafely(app);
    throw error;
  }
}

/** Apart from the dataset itself, which may be in trouble of its own. */
export function troubleOf({ kind }: Pick<HandedIn, 'kind'>): TroubleSubject {
  return `file:${kind}-file`;
}

function takeFileIn(app: App, file: ReadFile, runId: number, judgement: 'judged' | 'accepted'): ChangeSummary {
  const publication = toPublication(app, file);
  const before = inForceBefore(app, file);
  const judge = (changes: ChangeSummary) => {
    const questions = judgement === 'accepted' ? [] : judgeFile(app, file, before, changes);
    if (questions.length > 0) throw new HeldBack(questions);
  };
  return allOrNothing(app, () => {
    const { publicationId, ...changes } = takeIn(app.store, publication, judge, runId);
    recordImportedFile(app.store, {
      ...{ datasetId: file.kind, publicationId, name: file.name, sha256: file.sha256, rows: file.rows },
      ...{ importedAt: publication.retrievedAt, importedBy: thisUser(), action: file.action },
    });
    return changes;
  });
}

function holdIfOdd(app: App, file: ReadFile, work: () => ChangeSummary): ChangeSummary {
  try {
    return work();
  } catch (end) {
    if (!(end instanceof HeldBack)) throw end;
    throw hold(app, file, end.questions);
  }
}

function hold(
  app: App,
  { kind, name, sha256, action, bytes }: ReadFile,
  questions: readonly FileQuestion[],
): PipelineError {
  const { language } = app.settings.plan;
  const findings = questions.map((question) => questionSentence(question, language));
  recordHeldFile(app.store, {
    ...{ datasetId: kind, name, sha256, action, findings, body: gzipSync(bytes) },
    ...{ heldAt: app.clock.now().toISOString(), handedInBy: thisUser() },
  });
  const words = fileWords(app);
  const error = new PipelineError(
    'publication-quarantined',
    `${words.held(name)}${findings.map((one) => `\n- ${one}`).join('')}`,
    {
      hint: words.heldHint(name),
      context: { file: name, questions: findings.length },
    },
  );
  noteTrouble(app, troubleOf({ kind }), error.message);
  return error;
}
