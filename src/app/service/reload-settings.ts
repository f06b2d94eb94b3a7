import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../../model/plan/settings.ts';
import { onReloadSignal } from '../../platform/stop-signals.ts';
import type { Environment } from '../../settings/environment.ts';
import { inNamedFolder, namedFolder } from '../named-folder.ts';
import type { App } from '../open-app.ts';
import { openEnvironment, openSettings } from '../open-settings.ts';
import { refuseOtherMunicipality } from '../own-municipality.ts';

/** Settings that were read anew while the service works. */
export interface ReloadOrder {
  /** Aborted once settings that hold wait to be used. */
  signal(): AbortSignal;
  /** The application with the settings that wait; as it was where none do. */
  take(app: App): App;
  /** Is all to be opened anew, since the variables are others than those that the application was opened with? */
  isToReopen(): boolean;
  /** Hears SIGHUP no longer. */
  end(): void;
}

/** How it is told to, and whom it tells. */
export interface ReloadManner {
  /** Calls back whenever settings are to be read anew, until the function given back is called; SIGHUP when left out. */
  readonly onReload?: (reload: () => void) => () => void;
  /** Told why what was read does not hold, and `null` when it does. */
  readonly told?: (problem: unknown) => void;
  /** Throws where variables that were read anew are not to be used. */
  readonly mayUse?: (environment: Environment) => void;
}

/**
 * Reads settings and variables anew at every SIGHUP: a folder's file `environment`, and the files that secrets stand in.
 * Those that do not hold are refused in the log, with every problem in them, and the service goes on with the ones it
 * has. What the process was started with stays as it is.
 */
export function obeyReload(
  app: App,
  { onReload = onReloadSignal, told = () => undefined, mayUse = () => undefined }: ReloadManner = {},
): ReloadOrder {
  const { logger } = app;
  const folder = namedFolder();
  let waiting: Settings | null = null;
  let isToReopen = false;
  let order = new AbortController();
  const read = () => {
    try {
      const environment = openEnvironment();
      const settings = openSettings(environment);
      refuseOtherMunicipality({ ...app, settings });
      mayUse(environment);
      isToReopen = !isDeepStrictEqual(environment, app.environment);
      waiting = settings;
      order.abort();
      told(null);
    } catch (error) {
      const message = 'The settings do not hold: the service goes on with those it has.';
      logger.error({ event: 'settings-refused', err: error, folder: app.environment.configDir }, message);
      told(error);
    }
  };
  // A signal comes from outside of the work that is done for a folder.
  const end = onReload(() => inNamedFolder(folder, read));
  return {
    signal: () => order.signal,
    take: (current) => {
      if (waiting === null) return current;
      const settings = waiting;
      waiting = null;
      order = new AbortController();
      logger.info({ event: 'settings-reloaded', folder: app.environment.configDir }, 'The settings were read anew.');
      return { ...current, settings };
    },
    isToReopen: () => isToReopen,
    end,
  };
}
