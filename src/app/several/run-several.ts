import { setImmediate } from 'node:timers/promises';
import { placesAskedOf } from '../../model/data/asked-places.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { onReloadSignal } from '../../platform/stop-signals.ts';
import type { AskedDataset } from '../../source/share/union-of-places.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import { inNamedFolder } from '../named-folder.ts';
import { type LogStream, openLogger } from '../open-app.ts';
import { openEnvironment } from '../open-settings.ts';
import { answerWhenPossible } from '../service/answer-health.ts';
import { keepServing, obeyStop } from '../service/daemon.ts';
import { type HealthServer, startHttpServer } from '../service/http-listener.ts';
import { pageHost } from '../service/http-server.ts';
import { createMetrics } from '../service/metrics/metrics.ts';
import { keepClaims } from './claims.ts';
import { findFolders } from './find-folders.ts';
import { filesOfAll, routesOfAll } from './health-routes.ts';
import { type FolderNews, tellOfFolders } from './folder-news.ts';
import { type Municipality, newMunicipality, openMunicipality, servedBy, type Surroundings } from './municipality.ts';
import { shareSource } from './shared-source.ts';

/** What is wrong in a folder may be mended at any time. */
const TRY_AGAIN_AFTER_MS = 60_000;

/** What all of them obey. */
interface Orders {
  readonly stop: AbortSignal;
  /** Calls back at every SIGHUP, until the function given back is called. */
  readonly onReload: (reload: () => void) => () => void;
  readonly logger: Logger;
  readonly news: FolderNews;
}

/**
 * The service for several municipalities, each with settings, database and channels of its own, and with one quota at
 * the source: `named` are their folders, or folders of such. A folder whose settings do not hold, or whose database
 * cannot be used, stops no other: it is tried again every minute and at SIGHUP, at which all are read anew. Resolves once
 * all have stopped. Throws `settings-invalid` for the environment of the process.
 */
export async function runSeveral(named: readonly string[], logTo: LogStream): Promise<void> {
  const { healthPort: port, healthHost: host, logLevel } = openEnvironment();
  const [clock, logger] = [systemClock, openLogger(logLevel, logTo)];
  const stop = new AbortController();
  const disobey = obeyStop({ logger }, stop);
  const reloads = new Set<() => void>();
  const municipalities: Municipality[] = [];
  const datasets = () => municipalities.flatMap(askedDatasets);
  const source = shareSource({ clock, logger, stop: stop.signal, datasets });
  let opened: Promise<void> = Promise.resolve();
  // Nobody asks before it is known what all will ask for.
  const inTurn: typeof source.inTurn = (work) => opened.then(() => source.inTurn(work));
  const surroundings = { claims: keepClaims(), source: { ...source, inTurn }, logTo };
  const onReload: Orders['onReload'] = (reload) => {
    reloads.add(reload);
    return () => void reloads.delete(reload);
  };
  const news = tellOfFolders({
    ...{ municipalities: () => municipalities, opened: () => opened, clock, logger, stop: stop.signal },
  });
  const orders = { stop: stop.signal, onReload, logger, news };
  const running: Promise<void>[] = [];
  const takeUp = async () => {
    const known = new Set(municipalities.map(({ folder }) => folder));
    const added = findFolders(named).filter((folder) => !known.has(folder));
    for (const one of added.map(newMunicipality)) {
      if (stop.signal.aborted) return;
      municipalities.push(one);
      running.push(inNamedFolder(one.folder, () => serveUntilStopped(one, surroundings, orders)));
      // Opening takes its time: signals and questions about health come in between.
      await setImmediate();
    }
  };
  const deafen = onReloadSignal(() => {
    for (const reload of reloads) reload();
    opened = opened.then(takeUp);
  });
  const metrics = createMetrics();
  const answered = { municipalities: () => municipalities, clock, startedAt: clock.now(), metrics };
  const start = (): Promise<HealthServer> =>
    startHttpServer({
      ...{ host, port: port ?? 0, logger },
      names: () => [
        host.toLowerCase(),
        ...municipalities.flatMap(({ served }) => (served ? pageHost(served.app) : [])),
      ],
      routes: () => routesOfAll(answered),
      files: () => filesOfAll(municipalities),
    });
  opened = takeUp();
  const closeHealth =
    port === null ? () => Promise.resolve() : await answerWhenPossible({ clock, logger, host }, start);
  await stopped(stop.signal);
  await opened;
  await Promise.all(running);
  await news.settled();
  await closeHealth();
  metrics.close();
  deafen();
  disobey();
  logger.info({ event: 'daemon-stopped' }, 'The service has stopped.');
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** What a municipality asks the source for, while it is served. */
function askedDatasets({ served }: Municipality): readonly AskedDataset[] {
  if (served === null) return [];
  const { settings } = served.app;
  return settings.jobs
    .flatMap(({ datasets }) => datasets)
    .flatMap((definition) => [definition, ...(definition.earlier ?? [])])
    .map((definition) => ({ definition, geography: placesAskedOf(definition.id, settings) }));
}

/** Serves one, and tries again whenever that fails; never throws, so that no other is stopped. */
async function serveUntilStopped(one: Municipality, surroundings: Surroundings, orders: Orders): Promise<void> {
  const { stop, news, logger } = orders;
  while (!stop.aborted) {
    try {
      await serveOnce(one, surroundings, orders);
    } catch (error) {
      const { code, sentence } = describeFailure(error);
      const concern = code === 'settings-invalid' ? 'settings' : 'work';
      const isNews = sentence !== one.problems.get(concern)?.sentence;
      const fields = { event: 'municipality-unserved', code, folder: one.folder, err: error };
      if (isNews) logger.error(fields, `${one.folder} is not served: ${sentence} The others are.`);
      if (concern === 'work') news.well(one, 'settings');
      news.broken(one, concern, error);
      await untilTriedAgain(orders);
    }
  }
}

async function serveOnce(one: Municipality, surroundings: Surroundings, orders: Orders): Promise<void> {
  const { stop, onReload, news } = orders;
  const { app, state } = openMunicipality(one.folder, surroundings);
  one.lastTools = app;
  try {
    news.well(one, 'settings');
    await keepServing(app, {
      ...{ state, stop, onReload },
      told: (problem) => (problem === null ? news.well(one, 'settings') : news.broken(one, 'settings', problem)),
      worked: (problem) => (problem === null ? news.well(one, 'work') : news.broken(one, 'work', problem)),
      mayUse: (environment) => surroundings.claims.check(one.folder, environment),
      answer: (current) => {
        one.served = servedBy(current, state);
        one.lastTools = current;
        return Promise.resolve(() => Promise.resolve());
      },
    });
  } finally {
    one.served = null;
    app.close();
  }
}

async function untilTriedAgain({ stop, onReload }: Orders): Promise<void> {
  const reload = new AbortController();
  const end = onReload(() => reload.abort());
  try {
    await systemClock.sleep(TRY_AGAIN_AFTER_MS, AbortSignal.any([stop, reload.signal]));
  } catch {
    // It is time to try, or to stop.
  } finally {
    end();
  }
}
