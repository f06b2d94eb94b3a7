import type { DaemonState } from './daemon-state.ts';
import type { HealthServer } from './http-listener.ts';
import { startHealthServer } from './http-server.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import type { App } from '../open-app.ts';
import { readSchedule } from './read-schedule.ts';

/** The address may come with a network that is slow to rise, and the port be free again when another program ends. */
const TRY_AGAIN_AFTER_MS = 60_000;

/**
 * Answers about health and metrics beside the service when `HEALTH_PORT` is set. Where the port is taken, or the address
 * is not there, that is logged and tried again every minute: the service does its work without. Gives back how to end it.
 */
export async function answerHealth(daemon: {
  readonly app: App;
  readonly state: DaemonState;
}): Promise<() => Promise<void>> {
  const { app, state } = daemon;
  const { healthPort: port, healthHost: host } = app.environment;
  if (port === null) return () => Promise.resolve();
  const { startedAt } = state;
  const nextFire = () => nextFireOf(app);
  const start = () => startHealthServer({ app, host, port, nextFire, startedAt, aliveAt: () => state.aliveAt });
  return answerWhenPossible({ ...app, host }, start);
}

/** Where a server answers. */
export interface AnsweringPlace extends Pick<App, 'clock' | 'logger'> {
  readonly host: string;
}

/**
 * Starts a server, now or when its address and port can be had: that is tried every minute, and logged. Gives back how to
 * end it.
 */
export async function answerWhenPossible(
  place: AnsweringPlace,
  start: () => Promise<HealthServer>,
): Promise<() => Promise<void>> {
  const end = new AbortController();
  const first = await startOrWarn(place, start);
  const server = first === null ? keepTrying(place, start, end.signal) : Promise.resolve(first);
  return async () => {
    end.abort();
    await (await server)?.close();
  };
}

/** When the next run is planned; `null` when none is. */
export function nextFireOf(app: App): Date | null {
  return earliest(readSchedule(app).flatMap(({ next }) => next.slice(0, 1)));
}

async function keepTrying(
  place: AnsweringPlace,
  start: () => Promise<HealthServer>,
  end: AbortSignal,
): Promise<HealthServer | null> {
  for (;;) {
    try {
      await place.clock.sleep(TRY_AGAIN_AFTER_MS, end);
    } catch {
      return null;
    }
    const server = await startOrWarn(place, start);
    if (server !== null) return server;
  }
}

/** `null` where nothing can be answered for now. */
async function startOrWarn(
  { logger, host }: AnsweringPlace,
  start: () => Promise<HealthServer>,
): Promise<HealthServer | null> {
  try {
    const server = await start();
    logger.info({ event: 'health-answered', host, port: server.port }, 'Health and metrics are answered.');
    return server;
  } catch (error) {
    const { sentence } = describeFailure(error);
    logger.warn(
      { event: 'health-unanswered', err: error },
      `${sentence} The service works; it is tried again in a minute.`,
    );
    return null;
  }
}

function earliest(instants: readonly string[]): Date | null {
  return instants.length === 0 ? null : new Date(Math.min(...instants.map((at) => Date.parse(at))));
}
