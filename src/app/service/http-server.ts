import { judgeHealth } from '../../health/judge-health.ts';
import { createHealthReader, type ScheduleState, type ServiceState } from './health-facts.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import type { HttpAnswer } from './http-answer.ts';
import { type HealthServer, type Route, type Routes, startHttpServer } from './http-listener.ts';
import { fileRoutes } from './answer-file.ts';
import { answerPage } from './answer-page.ts';
import type { App } from '../open-app.ts';

export interface HealthServerOptions extends ScheduleState {
  readonly app: App;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** When the process began its service. */
  readonly startedAt: Date;
}

/**
 * Answers how the service is: `/health/live` while the process answers at all, `/health/ready` with 503 when it does
 * not do its work, `/metrics` for Prometheus, and `/` with the page for staff and the files beside it. Reads and never
 * writes. Throws `settings-invalid` when the port is not available.
 */
export async function startHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const { app, host, port } = options;
  const metrics = createMetrics();
  const routes = createRoutes(options, metrics);
  const files = fileRoutes(app);
  const names = [host.toLowerCase(), ...pageHost(app)];
  try {
    const server = await startHttpServer({
      ...{ host, port, logger: app.logger },
      ...{ names: () => names, routes: () => routes, files: () => files },
    });
    const close = () => server.close().finally(() => metrics.close());
    return { port: server.port, close };
  } catch (error) {
    metrics.close();
    throw error;
  }
}

/** The host of the page's address in the settings; none where they have no address. */
export function pageHost({ settings }: Pick<App, 'settings'>): readonly string[] {
  const { address } = settings.report;
  return address === null ? [] : [new URL(address).hostname];
}

function createRoutes(options: HealthServerOptions, metrics: Metrics): Routes {
  const { app, startedAt } = options;
  const read = createHealthReader(app, options);
  const upSeconds = () => Math.max(0, (app.clock.now().getTime() - startedAt.getTime()) / 1000);
  return new Map<string, Route>([
    ['/', () => answerPage(app.environment.reportFile)],
    ['/health/live', () => json(200, { live: true, startedAt: startedAt.toISOString(), upSeconds: upSeconds() })],
    ['/health/ready', () => toReadiness(read())],
    [
      '/metrics',
      async () => ({
        status: 200,
        type: metrics.contentType,
        body: await metrics.render([{ app, state: read(), labels: {} }]),
      }),
    ],
  ]);
}

/** 503 for a service that does not do its work. */
export function toReadiness({ facts }: ServiceState): HttpAnswer {
  const verdict = judgeHealth(facts);
  return json(verdict.ready ? 200 : 503, { ...verdict, at: facts.now });
}

/** A document as JSON. */
export function json(status: number, document: unknown): HttpAnswer {
  return { status, type: 'application/json; charset=utf-8', body: `${JSON.stringify(document, null, 2)}\n` };
}
