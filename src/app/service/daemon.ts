import { obeyStopSignals } from '../../platform/stop-signals.ts';
import { answerHealth } from './answer-health.ts';
import { newDaemonState } from './daemon-state.ts';
import { deliverDue } from '../messages/deliver-due.ts';
import { keepSchedule } from './keep-schedule.ts';
import { type App, settingsWarnings } from '../open-app.ts';
import { describeLacking } from '../upkeep/settings-lack.ts';
import { readSchedule } from './read-schedule.ts';
import { setAlarmClock } from './scheduler.ts';
import { writePage } from '../show/write-page.ts';

/** Shorter than service managers wait before they kill. */
const STOP_WITHIN_MS = 9_000;
/** For the last messages; what is not delivered by then is delivered at the next start. */
const LAST_DELIVERY_MS = 3_000;

/**
 * The service: keeps the schedule until it is asked to stop. At the first SIGTERM or SIGINT it starts nothing new,
 * aborts what it is fetching, delivers what is due, and resolves; at the second the process ends at once. The caller
 * closes the database. Nothing is lost when it is killed: what was not finished is done at the next start.
 */
export async function runDaemon(app: App): Promise<void> {
  const { logger, clock } = app;
  const stop = new AbortController();
  const disobey = obeyStopSignals({
    onStop: (signal) => {
      logger.info({ event: 'shutting-down', signal }, 'The service stops.');
      stop.abort(new Error('The service stops.'));
    },
    deadlineMs: STOP_WITHIN_MS,
    onDeadline: () => logger.error({ event: 'shutdown-forced' }, 'The service did not stop in time and is ended.'),
  });
  const state = newDaemonState(clock.now());
  const alarm = setAlarmClock(app.settings.jobs);
  let closeHealth = () => Promise.resolve();
  try {
    const warnings = settingsWarnings(app.environment);
    const lacking = describeLacking(warnings);
    if (lacking !== null) logger.warn({ event: 'settings-lack', warnings }, lacking);
    // The first time, and after an upgrade or a change of settings, the page is out of date.
    writePage(app);
    closeHealth = await answerHealth({ app, state });
    const next = readSchedule(app).map(({ job, next }) => ({ job, next: next[0] }));
    logger.info({ event: 'daemon-started', pid: process.pid, next }, 'The service keeps the schedule.');
    await keepSchedule(app, state, alarm, stop.signal);
  } finally {
    alarm.stop();
    await closeHealth();
    await deliverLast(app);
    disobey();
    logger.info({ event: 'daemon-stopped' }, 'The service has stopped.');
  }
}

async function deliverLast(app: App): Promise<void> {
  try {
    await deliverDue(app, AbortSignal.timeout(LAST_DELIVERY_MS));
  } catch (error) {
    app.logger.warn({ event: 'delivery-postponed', err: error }, 'Some messages are delivered at the next start.');
  }
}
