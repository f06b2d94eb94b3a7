import { readConfig } from '../../../settings/read-config.ts';
import { settingsInForce, type ValueInForce } from '../../../settings/in-force/settings-in-force.ts';
import { openEnvironment, openSettings } from '../../open-settings.ts';

/** A folder of settings, and every value that holds with where it comes from. */
export interface ConfigInForce {
  readonly configDir: string;
  readonly values: readonly ValueInForce[];
}

/** The settings in force: what is written, and what holds where nothing is. No secrets. Throws `settings-invalid`. */
export function showConfig(): ConfigInForce {
  const environment = openEnvironment();
  const { geography } = openSettings(environment);
  const { configDir } = environment;
  return { configDir, values: settingsInForce(readConfig(configDir).config, geography) };
}
