import type { Settings } from '../../model/plan/settings.ts';
import { onReloadSignal } from '../../platform/stop-signals.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import type { App } from '../open-app.ts';
import { openSettings } from '../open-settings.ts';
import { refuseOtherMunicipality } from '../own-municipality.ts';

/** Settings that were read anew while the service works. */
export interface ReloadOrder {
  /** Aborted once settings that hold wait to be used. */
  signal(): AbortSignal;
  /** The application with the settings that wait; as it was where none do. */
  take(app: App): App;
  /** Hears SIGHUP no longer. */
  end(): void;
}

/** How it is told to, and whom it tells. */
export interface ReloadManner {
  /** Calls back whenever settings are to be read anew, until the function given back is called; SIGHUP when left out. */
  readonly onReload?: (reload: () => void) => () => void;
  /** Told why the settings do not hold, and `null` when they do. */
  readonly told?: (problem: string | null) => void;
}

/**
 * Reads the settings anew at every SIGHUP. Those that do not hold are refused in the log, with every problem in them, and
 * the service goes on with the ones it has. The environment (folders, port, secrets) is that of the process, and is read
 * at its start alone.
 */
export function obeyReload(
  app: App,
  { onReload = onReloadSignal, told = () => undefined }: ReloadManner = {},
): ReloadOrder {
  const { logger } = app;
  let waiting: Settings | null = null;
  let order = new AbortController();
  const end = onReload(() => {
    try {
      const settings = openSettings(app.environment);
      refuseOtherMunicipality({ ...app, settings });
      waiting = settings;
      order.abort();
      told(null);
    } catch (error) {
      const message = 'The settings do not hold: the service goes on with those it has.';
      told(describeFailure(error).sentence);
      logger.error({ event: 'settings-refused', err: error, folder: app.environment.configDir }, message);
    }
  });
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
    end,
  };
}
