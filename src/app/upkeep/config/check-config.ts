import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownAndPeerCodes } from '../../../model/data/place.ts';
import { PipelineError } from '../../../model/errors.ts';
import type { PlaceFinding } from '../../../model/data/place-witness.ts';
import type { Settings } from '../../../model/plan/settings.ts';
import { judgeSettings } from '../../../places/judge-settings.ts';
import { placeRemedy } from '../../../places/write-line.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { Environment } from '../../../settings/environment.ts';
import { byPlace, type SettingsWarning } from '../../../settings/problem.ts';
import { writeJsonSchemas } from '../../../settings/files/json-schemas.ts';
import { openDatabase } from '../../../store/open-database.ts';
import type { Store } from '../../../store/store.ts';
import { checkExamples } from '../../assess/check-examples.ts';
import { examinePlaces } from '../examine-places.ts';
import { missingPeers } from './missing-peers.ts';
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
  /** How such places are corrected; `null` where none is wrong. */
  readonly placeRemedy: string | null;
  /** Datasets of which nothing is stored, so that it is not known whether their tables have every peer. */
  readonly peersUnknown: readonly string[];
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
  const { compared, peers, ...held } = heldAgainstStored(environment, settings);
  const isWrong = held.places.some(({ weight }) => weight !== 'note');
  return {
    configDir: environment.configDir,
    municipality: { code, name },
    indicators: settings.indicators.map(({ id }) => id),
    datasets: settings.jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id)),
    unused: settings.unused.map(({ definition }) => definition.id),
    overridden: datasetOrigins(settings.jobs).filter(({ file }) => file !== 'jobs/'),
    ...held,
    placeRemedy: isWrong ? placeRemedy([]) : null,
    peersUnknown: asksForPeers(settings).filter((id) => !compared.includes(id)),
    warnings: byPlace([...settingsWarnings(environment), ...peers]),
  };
}

/** Ids of the datasets that may be asked for the places compared with; none where nobody is. */
function asksForPeers({ geography, jobs }: Settings): readonly string[] {
  if (ownAndPeerCodes(geography).length < 2) return [];
  const asking = jobs
    .flatMap(({ datasets }) => datasets)
    .filter(({ alternatives }) => alternatives.some(({ regions }) => regions?.places === 'own-and-peers'));
  return asking.map(({ id }) => id);
}

/** What the figures that are stored say of the settings. */
interface HeldAgainstStored extends Pick<ConfigSummary, 'places' | 'categories'> {
  /** Datasets whose places are known. */
  readonly compared: readonly string[];
  /** Peers that their tables lack. */
  readonly peers: readonly SettingsWarning[];
}

/** Against what is stored as well, where there is a database that can be read. */
function heldAgainstStored({ databaseFile, configDir }: Environment, settings: Settings): HeldAgainstStored {
  const places = judgeSettings(settings.geography, systemClock.now().getUTCFullYear());
  const alone = { places, categories: [], compared: [], peers: [] };
  if (!existsSync(databaseFile)) return alone;
  let store: Store;
  try {
    store = openDatabase(databaseFile, { migrationsFolder: migrationsFolder(), readonly: true });
  } catch (error) {
    if (error instanceof PipelineError) return alone;
    throw error;
  }
  try {
    const { findings, datasets } = examinePlaces({ settings, store, clock: systemClock });
    return {
      places: findings,
      categories: treatmentsInForce({ settings, store }),
      compared: datasets,
      peers: missingPeers(store, configDir),
    };
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
