import { PipelineError } from '../../model/errors.ts';
import type { DaemonState } from './daemon-state.ts';
import { notifyDue } from '../messages/deliver-due.ts';
import { doDueWork, readSchedulePlan } from './do-due-work.ts';
import type { App } from '../open-app.ts';
import { nextWake } from '../../schedule/plan-work.ts';
import { listRuns } from '../../store/runs/runs.ts';
import { drillIfDue } from '../upkeep/drill.ts';
import { keepBackups } from '../upkeep/keep-backups.ts';
import { writePage } from '../show/write-page.ts';
import type { AlarmClock } from './scheduler.ts';

const MINUTE_MS = 60_000;
/** The alarm may fail to ring, and a sleeping machine does not count the time: the clock is looked at this often. */
const WATCH_EVERY_MS = MINUTE_MS;
/** Commands beside the service may leave something to be done. */
const LOOK_AT_LEAST_EVERY_MS = 120 * MINUTE_MS;
const PAUSE_WHILE_BUSY_MS = MINUTE_MS;
const PAUSE_AFTER_FAILURE_MS = 5 * MINUTE_MS;

/** How the keeping of a schedule ends. */
export interface KeepingOrders {
  /** At once: what is being fetched is broken off. */
  readonly stop: AbortSignal;
  /** After the run that is going on; never when left out. */
  readonly handOver?: AbortSignal;
  /** Told how each look for work ended: with an error, or `null`; never that another process was at work. */
  readonly worked?: ((problem: unknown) => void) | undefined;
}

/**
 * Does what is due when it is due, until it is told to end: runs, and messages to be tried again. Whatever goes wrong is
 * logged and tried again later. Resolves once it has stopped.
 */
export async function keepSchedule(
  app: App,
  state: DaemonState,
  alarm: Pick<AlarmClock, 'rings'>,
  { stop, handOver, worked = () => undefined }: KeepingOrders,
): Promise<void> {
  const end = handOver === undefined ? stop : AbortSignal.any([stop, handOver]);
  while (!end.aborted) {
    const now = app.clock.now();
    // Also when the clock has been set back: what was planned is then planned again.
    const isTime = state.nextWakeAt === null || now >= state.nextWakeAt || now < state.aliveAt;
    state.aliveAt = now;
    if (isTime) state.nextWakeAt = await look(app, state, stop, worked);
    state.phase = 'waiting';
    await waitForNext(app, alarm, end);
  }
  if (stop.aborted) state.phase = 'stopping';
}

/** Does what is due and says when to look again. */
async function look(
  app: App,
  state: DaemonState,
  stop: AbortSignal,
  worked: (problem: unknown) => void,
): Promise<Date> {
  const { clock, logger } = app;
  const later = (ms: number) => new Date(clock.now().getTime() + ms);
  state.phase = 'working';
  const isStart = state.nextWakeAt === null;
  try {
    const report = await doDueWork(app, stop, state);
    let { nextAttemptAt } = await notifyDue(app, stop);
    // With the day's messages sent: a backup that is put back must not send them again.
    if (report === null ? isStart && hasRunToday(app) : report.outcome !== 'interrupted') {
      keepBackups(app);
      drillIfDue(app);
      ({ nextAttemptAt } = await notifyDue(app, stop));
    }
    // Once a day also when nothing has changed: it tells its reader that somebody still looks after it.
    writePage(app);
    worked(null);
    const planned = [
      nextWake(readSchedulePlan(app), clock.now()),
      nextAttemptAt === null ? null : new Date(nextAttemptAt),
    ];
    const times = [later(LOOK_AT_LEAST_EVERY_MS), ...planned.filter((at) => at !== null)];
    return new Date(Math.min(...times.map((at) => at.getTime())));
  } catch (error) {
    if (stop.aborted) return later(0);
    const isBusy = error instanceof PipelineError && error.code === 'store-busy';
    if (isBusy) logger.info({ event: 'run-waits' }, error.message);
    else {
      logger.error({ event: 'schedule-failed', err: error }, 'The service could not do what is due.');
      worked(error);
    }
    return later(isBusy ? PAUSE_WHILE_BUSY_MS : PAUSE_AFTER_FAILURE_MS);
  }
}

/** A service that was killed between a run and its backup owes the backup when it starts again. */
function hasRunToday({ store, clock }: App): boolean {
  const [last] = listRuns(store, { limit: 1 });
  return last?.startedAt.slice(0, 10) === clock.now().toISOString().slice(0, 10);
}

async function waitForNext({ clock }: App, alarm: Pick<AlarmClock, 'rings'>, end: AbortSignal): Promise<void> {
  try {
    await Promise.race([clock.sleep(WATCH_EVERY_MS, end), alarm.rings()]);
  } catch (error) {
    if (!end.aborted) throw error;
  }
}
