import { resolve } from 'node:path';
import { diffSettings, type SettingsDifference } from '../../../settings/diff-settings.ts';
import { readSettingsFiles } from '../../../settings/read-settings-files.ts';
import { openEnvironment, shippedSettingsFolder } from '../../open-settings.ts';

/** Two folders of settings, and what differs from the first to the second. */
export interface ConfigDiff {
  readonly before: string;
  readonly after: string;
  readonly differences: readonly SettingsDifference[];
}

/**
 * What differs between two folders of settings: without names, from those in force to those that come with the program.
 * Throws `settings-invalid` when a folder or a file cannot be read.
 */
export function diffConfig(before?: string, after?: string): ConfigDiff {
  const environment = openEnvironment();
  const folders = {
    before: resolve(before ?? environment.configDir),
    after: resolve(after ?? shippedSettingsFolder()),
  };
  return {
    ...folders,
    differences: diffSettings(readSettingsFiles(folders.before), readSettingsFiles(folders.after)),
  };
}
