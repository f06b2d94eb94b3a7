import type { RunOutcome } from '../model/run.ts';
import type { Logger } from '../platform/logger.ts';
import { finishRun, startRun, type RunTrigger } from '../store/runs/runs.ts';
import type { AssessmentResult } from './assess/assess.ts';
import { describeFailure } from './intake/dataset-result.ts';
import type { App } from './open-app.ts';
import { recordOwnMunicipality } from './own-municipality.ts';
import { publishWorkbook } from './analyst/workbook/publish-workbook.ts';
import { publishCopy } from './intake/publish-copy.ts';
import { readPagesOnce } from './show/read-page.ts';
import { writePage } from './show/write-page.ts';
import { type Lease, withLease } from './with-lease.ts';

export interface RunClosing {
  readonly outcome: Exclude<RunOutcome, 'running'>;
  readonly requests: number;
  readonly message: string;
  /** What could not be published after it, a sentence each; it is in the message of its report, too. */
  readonly problems?: readonly string[];
  /** What every indicator was found to be, where the run has assessed them: the page need not do it again. */
  readonly assessments?: readonly AssessmentResult[];
}

export interface RunHandle {
  readonly runId: number;
  /** Says that the run is alive; called between the steps of long work. */
  readonly beat: () => void;
  /** Aborted when the run is to stop. */
  readonly signal: AbortSignal;
  /** Puts the run's number on each of its lines. */
  readonly logger: Logger;
}

export interface RunPlan {
  readonly trigger: RunTrigger;
  readonly jobs: readonly string[];
}

/**
 * Does the work of one run, alone: one process runs at a time, and the run is on record from its first moment. Throws
 * `store-busy` while another run is in progress, `settings-invalid` for the database of another municipality, and
 * whatever `work` throws, after recording it.
 */
export function withRun<T extends RunClosing>(
  app: App,
  trigger: RunTrigger,
  jobs: readonly string[],
  work: (run: RunHandle) => Promise<T>,
): Promise<T> {
  return withLease(app, (lease) => recordRun(app, lease, { trigger, jobs }, work));
}

/** Like `withRun`, for callers that already hold the lease. */
export async function recordRun<T extends RunClosing>(
  app: App,
  lease: Lease,
  { trigger, jobs }: RunPlan,
  work: (run: RunHandle) => Promise<T>,
): Promise<T> {
  const { store, clock } = app;
  recordOwnMunicipality(app);
  const runId = startRun(store, { trigger, jobs, startedAt: clock.now().toISOString() });
  const ofRun = app.logger.child({ runId });
  // Commands print their report; scheduled runs log it.
  const logger = trigger === 'command' || trigger === 'import' ? quieter(ofRun) : ofRun;
  logger.info({ event: 'run-started', trigger, jobs }, 'A run begins.');
  const close = ({ outcome, requests, message }: RunClosing) => {
    finishRun(store, runId, { outcome, requests, message, finishedAt: clock.now().toISOString() });
    logger.info({ event: 'run-finished', outcome, requests }, message);
  };
  try {
    const closing = await work({ runId, logger, beat: lease.beat, signal: lease.signal });
    close(closing);
    const problems = publishAfterRun(app, lease, closing.assessments);
    return problems.length === 0
      ? closing
      : { ...closing, problems, message: [closing.message, ...problems].join(' ') };
  } catch (error) {
    close({ outcome: 'failed', requests: 0, message: describeFailure(error).sentence });
    publishAfterRun(app, lease);
    throw error;
  }
}

function quieter(logger: Logger): Logger {
  const debug: Logger['debug'] = (fields, message) => logger.debug(fields, message);
  return { debug, info: debug, warn: debug, error: debug, child: (fields) => quieter(logger.child(fields)) };
}

/**
 * Publishes the analysts' copy, their workbook and the page for staff when the run, failed or not, has changed something: after it is
 * closed, so that they show how it ended, and under its lease, so that they are made one at a time. Gives a sentence
 * for each that failed.
 */
function publishAfterRun(app: App, lease: Lease, found: readonly AssessmentResult[] = []): readonly string[] {
  if (!lease.isHeld()) return [];
  const pages = readPagesOnce(app, found);
  const copy = publishCopy(app, pages);
  // The workbook is made from the copy: an older one would have it say what is no longer so.
  const workbook = copy === null ? publishWorkbook(app) : null;
  const problems = [copy, workbook, writePage(app, pages)];
  return problems.filter((problem) => problem !== null);
}
