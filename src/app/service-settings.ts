import { realpathSync } from 'node:fs';
import { findInstallation, recordServiceSettings } from '../store/runs/installation.ts';
import { recordOwnMunicipality } from './own-municipality.ts';
import type { Settings } from '../model/plan/settings.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Environment } from '../settings/environment.ts';
import type { Store } from '../store/store.ts';

/** Settings on a database. */
interface OnDatabase {
  readonly store: Store;
  readonly environment: Environment;
}

/**
 * The folder of the settings that the service of this database runs on, where it is another than that of this process;
 * `null` where they are the same, or no service has run.
 */
export function otherServiceSettings({ store, environment }: OnDatabase): string | null {
  const known = findInstallation(store)?.serviceSettings ?? null;
  return known === null || known === folderOf(environment.configDir) ? null : known;
}

/** Remembers the settings that the service runs on, and says so where they are others than before. */
export function rememberServiceSettings(
  app: OnDatabase & { readonly settings: Settings; readonly clock: Clock },
): void {
  const folder = folderOf(app.environment.configDir);
  recordOwnMunicipality(app);
  if (findInstallation(app.store)?.serviceSettings === folder) return;
  recordServiceSettings(app.store, folder);
}

/**
 * Warns a command that writes on other settings than the service: what one of them finds, the other will find changed. The
 * log says it; nothing is refused, since trying settings out is what one may want.
 */
export function warnOfOtherSettings(app: OnDatabase & { readonly logger: Logger }): void {
  const service = otherServiceSettings(app);
  if (service === null) return;
  const { configDir, databaseFile } = app.environment;
  const message =
    `The service of ${databaseFile} runs on the settings in ${service}, and this command on those in ${configDir}: ` +
    'a status that one of them changes the other changes back. Set CONFIG_DIR, or run the command as `sudo naeringspuls`.';
  app.logger.warn({ event: 'other-settings', service, own: configDir }, message);
}

/** One name for a folder, whatever links lead to it. */
function folderOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
