import { type DaemonState, newDaemonState } from '../service/daemon-state.ts';
import type { App, AppTools, LogStream } from '../open-app.ts';
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
  /** What it was last served with since the process began; `null` before the first time. */
  lastTools: AppTools | null;
  /** Why it is not served, goes on with the settings it had, or is served in vain; empty when all is well. */
  readonly problems: Map<Concern, FolderProblem>;
}

/** What may be wrong for a folder: its settings and variables, or the work that is done with them. */
export type Concern = 'settings' | 'work';

/** What is wrong for a folder, and how far it has been told. */
export interface FolderProblem {
  /** As the log has it, in English. */
  readonly sentence: string;
  readonly error: unknown;
  readonly telling: Telling;
}

/** How far a problem has been told, from when it began until it is over. */
export interface Telling {
  /** By the outbox of the municipality, its channels without the outbox, or the outboxes of others; `null` before. */
  by: 'outbox' | 'channels' | 'others' | null;
  readonly key: string;
  readonly takenBy: Set<string>;
}

/** A folder that is not served yet. */
export function newMunicipality(folder: string): Municipality {
  return { folder, served: null, lastTools: null, problems: new Map() };
}

/** What is wrong for a folder, in one text of the log's language; `null` when all is well. */
export function problemOf({ problems }: Pick<Municipality, 'problems'>): string | null {
  const sentences = [...problems.values()].map(({ sentence }) => sentence);
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** A municipality that is served now, under the settings it has now. */
export interface Served {
  readonly app: App;
  readonly state: DaemonState;
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
  return {
    app,
    state,
    read: createHealthReader(app, { nextFire: () => nextFireOf(app), aliveAt: () => state.aliveAt }),
  };
}
