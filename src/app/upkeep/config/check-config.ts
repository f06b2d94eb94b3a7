import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from '../../../model/errors.ts';
import type { PlaceFinding } from '../../../model/data/place-witness.ts';
import type { Settings } from '../../../model/plan/settings.ts';
import { judgeSettings } from '../../../places/judge-settings.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { Environment } from '../../../settings/environment.ts';
import type { SettingsWarning } from '../../../settings/problem.ts';
import { writeJsonSchemas } from '../../../settings/files/json-schemas.ts';
import { openDatabase } from '../../../store/open-database.ts';
import type { Store } from '../../../store/store.ts';
import { checkExamples } from '../../assess/check-examples.ts';
import { examinePlaces } from '../examine-places.ts';
import { type DatasetOrigin, datasetOrigins } from '../../source/dataset-origin.ts';
import { type CategoryTreatment, treatmentsInForce } from '../../files/treatments.ts';
import { migrationsFolder, openEnvironment, openSettings, settingsWarnings } from '../../open-settings.ts';

export interface ConfigSummary {
  readonly configDir: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly indicators: readonly string[];
  readonly datasets: readonly string[];
  /** Ids of datasets that are known and not fetched: no indicator uses them, and `keep: true` is not written. */
  readonly unused: readonly string[];
  /** Of the datasets of which `datasets.yaml` says anything: what they are asked of. */
  readonly overridden: readonly DatasetOrigin[];
  /** What the settings of places say against themselves, or against labels stored with the figures. */
  readonly places: readonly PlaceFinding[];
  /** What is done with each category of the files in force; empty before the first. */
  readonly categories: readonly CategoryTreatment[];
  /** What the settings could say and do not; nothing is refused for it. */
  readonly warnings: readonly SettingsWarning[];
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
    unused: settings.unused.map(({ definition }) => definition.id),
    overridden: datasetOrigins(settings.jobs).filter(({ file }) => file !== 'jobs/'),
    ...heldAgainstStored(environment, settings),
    warnings: settingsWarnings(environment),
  };
}

/** Against what is stored as well, where there is a database that can be read. */
function heldAgainstStored(
  { databaseFile }: Environment,
  settings: Settings,
): Pick<ConfigSummary, 'places' | 'categories'> {
  const places = judgeSettings(settings.geography, systemClock.now().getUTCFullYear());
  const alone = { places, categories: [] };
  if (!existsSync(databaseFile)) return alone;
  let store: Store;
  try {
    store = openDatabase(databaseFile, { migrationsFolder: migrationsFolder(), readonly: true });
  } catch (error) {
    if (error instanceof PipelineError) return alone;
    throw error;
  }
  try {
    const { findings } = examinePlaces({ settings, store, clock: systemClock });
    return { places: findings, categories: treatmentsInForce({ settings, store }) };
  } finally {
    store.close();
  }
}

/** Writes the JSON schemas of the settings beside them and gives their folder. */
export function writeSchemas(): string {
  const folder = join(openEnvironment().configDir, 'schema');
  writeJsonSchemas(folder);
  return folder;
}
