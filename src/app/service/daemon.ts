import { findNetworkFilesystem } from '../../platform/filesystem.ts';
import { obeyStopSignals } from '../../platform/stop-signals.ts';
import { answerHealth } from './answer-health.ts';
import { type DaemonState, newDaemonState } from './daemon-state.ts';
import { deliverDue } from '../messages/deliver-due.ts';
import { keepSchedule, type KeepingOrders } from './keep-schedule.ts';
import type { App } from '../open-app.ts';
import { settingsWarnings } from '../open-settings.ts';
import { describeLacking } from '../upkeep/settings-lack.ts';
import { readSchedule } from './read-schedule.ts';
import { obeyReload, type ReloadManner } from './reload-settings.ts';
import { setAlarmClock } from './scheduler.ts';
import { writePage } from '../show/write-page.ts';
import { rememberServiceSettings } from '../service-settings.ts';
import { readVersion } from '../version.ts';

/** Shorter than service managers wait before they kill. */
const STOP_WITHIN_MS = 9_000;
/** For the last messages; what is not delivered by then is delivered at the next start. */
const LAST_DELIVERY_MS = 3_000;

/**
 * The service: keeps the schedule until it is asked to stop. At the first SIGTERM or SIGINT it starts nothing new,
 * aborts what it is fetching, delivers what is due, and resolves; at the second the process ends at once. At SIGHUP it
 * reads its settings anew, after the run that is going on, and goes on with the old ones where the new do not hold. The
 * caller closes the database, and opens all anew where it is told to: the variables are others then. Nothing is lost when
 * it is killed: what was not finished is done at the next start.
 */
export async function runDaemon(app: App): Promise<ServingEnd> {
  const stop = new AbortController();
  const disobey = obeyStop(app, stop);
  const state = newDaemonState(app.clock.now());
  let end: ServingEnd = 'stopped';
  try {
    const answer: Serving['answer'] = (current) => answerHealth({ app: current, state });
    end = await keepServing(app, { state, stop: stop.signal, answer });
    return end;
  } finally {
    disobey();
    if (end === 'stopped') app.logger.info({ event: 'daemon-stopped' }, 'The service has stopped.');
  }
}

/** Stops by `stop` at the first signal to do so, and ends the process where that takes too long. Gives back how to end it. */
export function obeyStop({ logger }: Pick<App, 'logger'>, stop: AbortController): () => void {
  return obeyStopSignals({
    onStop: (signal) => {
      logger.info({ event: 'shutting-down', signal }, 'The service stops.');
      stop.abort(new Error('The service stops.'));
    },
    deadlineMs: STOP_WITHIN_MS,
    onDeadline: () => logger.error({ event: 'shutdown-forced' }, 'The service did not stop in time and is ended.'),
  });
}

/** Why a service ends that does not fail: it was told to stop, or is to be opened anew with other variables. */
export type ServingEnd = 'stopped' | 'to-reopen';

/** How a service is kept up. */
export interface Serving extends ReloadManner {
  readonly state: DaemonState;
  readonly stop: AbortSignal;
  /** Told how each look for work ended: with an error, or `null`. */
  readonly worked?: (problem: unknown) => void;
  /** Answers about it under the settings it has now; gives back how to end that. */
  readonly answer: (app: App) => Promise<() => Promise<void>>;
}

/** Serves one municipality until it is told to stop, under the settings it has at the time. Throws what it cannot work without. */
export async function keepServing(app: App, { state, stop, answer, worked, ...manner }: Serving): Promise<ServingEnd> {
  tellOfDatabase(app);
  const reload = obeyReload(app, manner);
  let current = app;
  try {
    while (!stop.aborted) {
      await serve(current, state, { stop, handOver: reload.signal(), worked }, answer);
      if (reload.isToReopen()) break;
      current = reload.take(current);
      // Judged by the new rules at its next look, which is now.
      state.assessed.at = null;
      state.nextWakeAt = null;
    }
    return stop.aborted ? 'stopped' : 'to-reopen';
  } finally {
    await deliverLast(current);
    reload.end();
  }
}

/** What whoever starts the service should know of the file it works on. */
function tellOfDatabase({ store: { file, isNew }, logger }: App): void {
  if (isNew) logger.warn({ event: 'database-created', file }, `There was no database at ${file}: a new one was made.`);
  const filesystem = findNetworkFilesystem(file);
  if (filesystem === null) return;
  logger.warn(
    { event: 'network-storage', file, filesystem },
    `The database lies on ${filesystem}, which other machines may share: SQLite's locks do not hold there. Keep it on a disk of this machine.`,
  );
}

/** Keeps the schedule, and answers about it, under one set of settings. */
async function serve(app: App, state: DaemonState, orders: KeepingOrders, answer: Serving['answer']): Promise<void> {
  const { logger, settings, environment } = app;
  const warnings = settingsWarnings(environment);
  const lacking = describeLacking(warnings);
  if (lacking !== null) logger.warn({ event: 'settings-lack', warnings }, lacking);
  rememberServiceSettings(app);
  // The first time, and after an upgrade or a change of settings, the page is out of date.
  writePage(app);
  const alarm = setAlarmClock(settings.jobs);
  let closeHealth = () => Promise.resolve();
  try {
    closeHealth = await answer(app);
    if (state.phase === 'starting') {
      const started = { event: 'daemon-started', version: readVersion(), pid: process.pid, next: nextOfEach(app) };
      logger.info(started, 'The service keeps the schedule.');
    }
    await keepSchedule(app, state, alarm, orders);
  } finally {
    alarm.stop();
    await closeHealth();
  }
}

const nextOfEach = (app: App) => readSchedule(app).map(({ job, next }) => ({ job, next: next[0] }));

async function deliverLast(app: App): Promise<void> {
  try {
    await deliverDue(app, AbortSignal.timeout(LAST_DELIVERY_MS));
  } catch (error) {
    app.logger.warn({ event: 'delivery-postponed', err: error }, 'Some messages are delivered at the next start.');
  }
}
