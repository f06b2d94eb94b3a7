import type { Settings } from '../model/plan/settings.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import { createLogger, isReadByJournal, type Logger, type LogLevel } from '../platform/logger.ts';
import type { Environment } from '../settings/environment.ts';
import { openDatabase } from '../store/open-database.ts';
import type { Store } from '../store/store.ts';
import { migrationsFolder, openEnvironment, openSettings } from './open-settings.ts';
import { refuseOtherMunicipality } from './own-municipality.ts';
import type { SharedSource } from './several/shared-source.ts';
import { warnOfOtherSettings } from './service-settings.ts';

/** Standard output or standard error. */
export type LogStream = NodeJS.WriteStream & { readonly fd: number };

/** What a command needs besides the database. */
export interface AppTools {
  readonly environment: Environment;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Everything a command needs, opened once and closed once. */
export interface App extends AppTools {
  readonly store: Store;
  /** Where the process serves several municipalities; left out where it serves one. */
  readonly source?: SharedSource;
  close(): void;
}

/** The log of this process: for a person at a terminal, else one JSON object per line, with its priority for journald. */
export function openLogger(level: LogLevel, logTo: LogStream): Logger {
  const journal = isReadByJournal(logTo.fd, process.env['JOURNAL_STREAM']);
  return createLogger({ level, pretty: logTo.isTTY, output: logTo, journal });
}

/** How a command uses the database. */
export type Access = 'read' | 'write' | 'create';

/**
 * Opens settings and database. `read` neither creates nor changes a file; `write` brings the database up to date, and
 * `create` makes one where there is none: a path mistyped makes no database by accident. Both warn where the service of
 * the database runs on other settings. The log goes to standard error, since standard output is for the results of a
 * command, unless another stream is given. Throws `settings-invalid`, also for the database of another municipality, `store-unavailable`,
 * `store-migration` or `store-busy`.
 */
export function openApp(access: Access, logTo: LogStream = process.stderr): App {
  const tools = openTools(logTo);
  const { environment, settings } = tools;
  const store = openDatabase(environment.databaseFile, {
    migrationsFolder: migrationsFolder(),
    readonly: access === 'read',
    mustExist: access === 'write',
  });
  try {
    refuseOtherMunicipality({ store, settings, environment });
  } catch (error) {
    store.close();
    throw error;
  }
  const app = { ...tools, store, close: () => store.close() };
  if (access !== 'read') warnOfOtherSettings(app);
  return app;
}

/** What there is without a database, for what records nothing. Throws `settings-invalid`. */
export function openTools(logTo: LogStream = process.stderr): AppTools {
  const environment = openEnvironment();
  const settings = openSettings(environment);
  return { environment, settings, clock: systemClock, logger: openLogger(environment.logLevel, logTo) };
}
