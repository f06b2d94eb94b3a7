import { judgeHealth } from '../../health/judge-health.ts';
import { fileRoutes } from '../service/answer-file.ts';
import { answerPage } from '../service/answer-page.ts';
import type { HttpAnswer } from '../service/http-answer.ts';
import type { Route, Routes } from '../service/http-listener.ts';
import { json, toReadiness } from '../service/http-server.ts';
import type { Family } from '../service/metrics/metric-family.ts';
import type { Metrics } from '../service/metrics/metrics.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Municipality, problemOf, type Served } from './municipality.ts';

/** Those whom a process answers about. */
export interface Answered {
  readonly municipalities: () => readonly Municipality[];
  readonly clock: Clock;
  readonly startedAt: Date;
  readonly metrics: Metrics;
}

/**
 * The paths of a process that serves several: `/health` and `/health/ready` of all together, with 503 when one that is
 * served is not ready; `/health/<code>` of one; `/metrics` with the code as a label; and `/<code>/` with its page. A
 * folder that cannot be served is named in each, and makes nothing unready: a restart would not help.
 */
export function routesOfAll({ municipalities, clock, startedAt, metrics }: Answered): Routes {
  const served = () => municipalities().flatMap(({ served: one }) => (one === null ? [] : [one]));
  const all = (): HttpAnswer => describeAll(municipalities(), clock.now());
  const upSeconds = () => Math.max(0, (clock.now().getTime() - startedAt.getTime()) / 1000);
  const scrape = () => {
    const scraped = served().map(({ app, read }) => ({ app, state: read(), labels: { municipality: codeOf(app) } }));
    return metrics.render(scraped, [foldersFamily(municipalities())]);
  };
  return new Map<string, Route>([
    ['/health', all],
    ['/health/live', () => json(200, { live: true, startedAt: startedAt.toISOString(), upSeconds: upSeconds() })],
    ['/health/ready', all],
    ['/metrics', async () => ({ status: 200, type: metrics.contentType, body: await scrape() })],
    ...served().flatMap(({ app, read }): readonly (readonly [string, Route])[] => [
      [`/health/${codeOf(app)}`, () => toReadiness(read())],
      [`/${codeOf(app)}/`, () => answerPage(app.environment.reportFile)],
    ]),
  ]);
}

/** The files beside the pages, each below the code of its municipality. */
export function filesOfAll(municipalities: readonly Municipality[]): Routes {
  return new Map(
    municipalities.flatMap(({ served }) =>
      served === null
        ? []
        : [...fileRoutes(served.app)].map(([path, route]) => [`/${codeOf(served.app)}${path}`, route] as const),
    ),
  );
}

function describeAll(municipalities: readonly Municipality[], now: Date): HttpAnswer {
  const described = municipalities.map((one) => ({
    folder: one.folder,
    ...(one.served === null ? { served: false } : { served: true, ...describeOne(one.served) }),
    problem: problemOf(one),
  }));
  const ready = described.every((one) => !('ready' in one) || one.ready) && described.some(({ served }) => served);
  return json(ready ? 200 : 503, { ready, municipalities: described, at: now.toISOString() });
}

function describeOne({ app, read }: Served) {
  const { ready, checks } = judgeHealth(read().facts);
  const { code, name } = app.settings.plan.municipality;
  return { code, name, ready, notes: checks.filter(({ state }) => state !== 'ok').map(({ finding }) => finding) };
}

function foldersFamily(municipalities: readonly Municipality[]): Family {
  return {
    name: 'folder_ok',
    help: '0 for a folder of settings that is not served, goes on with the settings it had, or cannot be worked for.',
    labels: ['folder'],
    samples: municipalities.map((one) => [{ folder: one.folder }, problemOf(one) === null ? 1 : 0] as const),
  };
}

function codeOf({ settings }: Served['app']): string {
  return settings.plan.municipality.code;
}
