import type { DaemonState } from './daemon-state.ts';
import { type HealthServer, startHealthServer } from './http-server.ts';
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
  const nextFire = () => earliest(readSchedule(app).flatMap(({ next }) => next.slice(0, 1)));
  const { startedAt } = state;
  const start = () => startHealthServer({ app, host, port, nextFire, startedAt, aliveAt: () => state.aliveAt });
  const end = new AbortController();
  const first = await startOrWarn(app, start);
  const server = first === null ? keepTrying(app, start, end.signal) : Promise.resolve(first);
  return async () => {
    end.abort();
    await (await server)?.close();
  };
}

async function keepTrying(
  app: App,
  start: () => Promise<HealthServer>,
  end: AbortSignal,
): Promise<HealthServer | null> {
  for (;;) {
    try {
      await app.clock.sleep(TRY_AGAIN_AFTER_MS, end);
    } catch {
      return null;
    }
    const server = await startOrWarn(app, start);
    if (server !== null) return server;
  }
}

/** `null` where nothing can be answered for now. */
async function startOrWarn(
  { logger, environment }: App,
  start: () => Promise<HealthServer>,
): Promise<HealthServer | null> {
  const { healthHost: host } = environment;
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
