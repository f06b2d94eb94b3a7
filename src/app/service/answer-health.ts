import type { DaemonState } from './daemon-state.ts';
import { startHealthServer } from './http-server.ts';
import type { App } from '../open-app.ts';
import { readSchedule } from './read-schedule.ts';

/** Answers about health and metrics beside the service when `HEALTH_PORT` is set. Gives back how to end that. */
export async function answerHealth(daemon: {
  readonly app: App;
  readonly state: DaemonState;
}): Promise<() => Promise<void>> {
  const { app, state } = daemon;
  const { healthPort: port, healthHost: host } = app.environment;
  if (port === null) return () => Promise.resolve();
  const nextFire = () => earliest(readSchedule(app).flatMap(({ next }) => next.slice(0, 1)));
  const server = await startHealthServer({
    app,
    host,
    port,
    nextFire,
    startedAt: state.startedAt,
    aliveAt: () => state.aliveAt,
  });
  app.logger.info({ event: 'health-answered', host, port: server.port }, 'Health and metrics are answered.');
  return () => server.close();
}

function earliest(instants: readonly string[]): Date | null {
  return instants.length === 0 ? null : new Date(Math.min(...instants.map((at) => Date.parse(at))));
}
