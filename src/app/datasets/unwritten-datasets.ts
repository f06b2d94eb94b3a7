import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../../settings/read-yaml.ts';
import { withRoomForDatasets } from '../../settings/write/datasets-text.ts';

/**
 * The text of `datasets.yaml` as it is read while a dataset is proposed: with an empty group where none stands in it yet.
 * `undefined` where there is no such file, or it cannot be read as YAML, which the settings say of it.
 */
export function datasetsToRead(configDir: string): string | undefined {
  const file = join(configDir, 'datasets.yaml');
  return readYaml(file).problems.length > 0 ? undefined : withRoomForDatasets(readFileSync(file, 'utf8'));
}
