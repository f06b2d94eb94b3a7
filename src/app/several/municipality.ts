import { type DaemonState, newDaemonState } from '../service/daemon-state.ts';
import type { App, LogStream } from '../open-app.ts';
import { openApp } from '../open-app.ts';
import { openEnvironment } from '../open-settings.ts';
import type { ServiceState } from '../service/health-facts.ts';
import { createHealthReader } from '../service/health-facts.ts';
import { nextFireOf } from '../service/answer-health.ts';
import type { Claims } from './claims.ts';
import type { SharedSource } from './shared-source.ts';

/** A folder of settings that the process is to serve. */
export interface Municipality {
  readonly folder: string;
  /** `null` while it is not served. */
  served: Served | null;
  /** Why it is not served, or goes on with the settings it had; `null` when all is well. */
  problem: string | null;
}

/** A municipality that is served now, under the settings it has now. */
export interface Served {
  readonly app: App;
  readonly read: () => ServiceState;
}

/** What is needed to serve one of several. */
export interface Surroundings {
  readonly claims: Claims;
  readonly source: SharedSource;
  readonly logTo: LogStream;
}

/** An application, and the state of its service. */
export interface Opened {
  readonly app: App;
  readonly state: DaemonState;
}

/**
 * Opens the folder that this work is named for, as `openApp` does: with what it shares with others, and its code on each
 * line of the log. Throws also `settings-invalid` where another folder has its municipality or one of its files.
 */
export function openMunicipality(folder: string, { claims, source, logTo }: Surroundings): Opened {
  const environment = openEnvironment();
  const letGo = claims.claim(folder, environment);
  try {
    const opened = openApp('create', logTo);
    const { code } = opened.settings.plan.municipality;
    const state = newDaemonState(opened.clock.now());
    const app: App = {
      ...opened,
      logger: opened.logger.child({ municipality: code }),
      source: { ...source, inTurn: aliveInLine(source, opened, state) },
      close: () => {
        letGo();
        opened.close();
      },
    };
    return { app, state };
  } catch (error) {
    letGo();
    throw error;
  }
}

/** Who stands in line for its turn is at work: it has not stopped looking at the clock. */
function aliveInLine(
  { inTurn }: Pick<SharedSource, 'inTurn'>,
  { clock }: Pick<App, 'clock'>,
  state: DaemonState,
): SharedSource['inTurn'] {
  return async (work) => {
    const sign = setInterval(() => (state.aliveAt = clock.now()), 30_000).unref();
    const end = () => clearInterval(sign);
    try {
      return await inTurn(() => {
        end();
        state.aliveAt = clock.now();
        return work();
      });
    } finally {
      end();
    }
  };
}

/** What can be asked of a municipality while it is served. */
export function servedBy(app: App, state: DaemonState): Served {
  return { app, read: createHealthReader(app, { nextFire: () => nextFireOf(app), aliveAt: () => state.aliveAt }) };
}
