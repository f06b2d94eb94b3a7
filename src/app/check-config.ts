import { join } from 'node:path';
import { writeJsonSchemas } from '../settings/json-schemas.ts';
import { checkExamples } from './check-examples.ts';
import { openEnvironment, openSettings } from './open-app.ts';

export interface ConfigSummary {
  readonly configDir: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly indicators: readonly string[];
  readonly datasets: readonly string[];
}

/**
 * Reads every setting and judges every worked example. Throws one `settings-invalid` that lists every problem with file
 * and line.
 */
export function checkConfig(): ConfigSummary {
  const environment = openEnvironment();
  const settings = openSettings(environment);
  checkExamples(environment.configDir, settings);
  const { code, name } = settings.plan.municipality;
  return {
    configDir: environment.configDir,
    municipality: { code, name },
    indicators: settings.indicators.map(({ id }) => id),
    datasets: settings.jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id)),
  };
}

/** Writes the JSON schemas of the settings beside them and gives their folder. */
export function writeSchemas(): string {
  const folder = join(openEnvironment().configDir, 'schema');
  writeJsonSchemas(folder);
  return folder;
}
