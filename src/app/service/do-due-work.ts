import { PipelineError } from '../../model/errors.ts';
import { readCatalogue } from '../../store/intake/catalogue.ts';
import { readDoneSlots, recordDoneSlots } from '../../store/runs/job-slots.ts';
import { listRuns } from '../../store/runs/runs.ts';
import { type DaemonState, newDaemonState } from './daemon-state.ts';
import { chooseDatasets, ingestAlone, type RunReport } from '../intake/ingest.ts';
import type { App } from '../open-app.ts';
import { planWork, type SchedulePlan, type Work } from '../../schedule/plan-work.ts';
import { SILENT_PROGRESS } from '../progress.ts';
import { withHeartbeat } from './send-heartbeat.ts';
import { type Lease, withLease } from '../with-lease.ts';

/** What a process remembers from one run to the next. */
type Memo = Pick<DaemonState, 'assessed' | 'klass'>;

/** The plan's input, from the settings and the database. */
export function readSchedulePlan({ settings, store }: App): SchedulePlan {
  return {
    jobs: settings.jobs,
    done: new Map(readDoneSlots(store).map(({ job, slotAt }) => [job, slotAt])),
    nextChecks: new Map(
      readCatalogue(store).flatMap(({ datasetId, nextCheckAt }) =>
        nextCheckAt === null ? [] : [[datasetId, nextCheckAt] as const],
      ),
    ),
  };
}

/**
 * Runs what is due and records which slots are done; `null` when nothing is due. A run that is stopped or killed leaves
 * its slots open, and is repeated. A heartbeat follows. Throws `store-busy` while another process runs, and whatever the run throws.
 */
export async function doDueWork(
  app: App,
  stop: AbortSignal,
  memo: Memo = newDaemonState(app.clock.now()),
): Promise<RunReport | null> {
  if (planWork(readSchedulePlan(app), app.clock.now()) === null) return null;
  const run = () =>
    withLease(
      app,
      async (lease) => {
        // Asked again: another process may have done it while this one waited for its turn.
        const work = planWork(readSchedulePlan(app), app.clock.now());
        return work === null ? null : await runWork(app, lease, work, memo);
      },
      stop,
    );
  const { source } = app;
  if (source === undefined) return withHeartbeat(app, run());
  return withHeartbeat(
    app,
    source.inTurn(() => (stop.aborted ? Promise.resolve(null) : run())),
  );
}

async function runWork(app: App, lease: Lease, work: Work, memo: Memo): Promise<RunReport> {
  // A job that has never run has missed nothing.
  const begun = new Set(readDoneSlots(app.store).map(({ job }) => job));
  const late = work.trigger === 'catch-up' ? work.slots.filter(({ job }) => begun.has(job)) : [];
  for (const { job, slotAt, missed } of late) {
    app.logger.warn(
      { event: 'slot-missed', job, slotAt, missed },
      `The job ${job} was not run in time; it is run now.`,
    );
  }
  const { jobs, trigger } = work;
  const chosen = { jobs, accept: [] };
  const { assessed, klass } = memo;
  const definitions = chooseDatasets(app, chosen);
  const plan = { ...chosen, trigger, force: false, definitions, progress: SILENT_PROGRESS, assessed, klass };
  try {
    const report = await ingestAlone(app, lease, plan);
    if (report.outcome !== 'interrupted') recordDone(app, work, report.runId);
    return report;
  } catch (error) {
    const isTakenOver = error instanceof PipelineError && error.code === 'store-busy';
    const [newest] = listRuns(app.store, { limit: 1 });
    // A run that breaks every time must not be made again every minute.
    if (!isTakenOver && newest !== undefined) recordDone(app, work, newest.id);
    throw error;
  }
}

function recordDone({ store, clock }: App, { slots }: Work, runId: number): void {
  const done = slots.map(({ job, slotAt, missed }) => ({ job, slotAt: slotAt.toISOString(), missed }));
  recordDoneSlots(store, done, { runId, doneAt: clock.now().toISOString() });
}
