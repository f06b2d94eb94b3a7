import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jobs } from '../../jobs/index.ts';
import { findPlace, renumberedFrom } from '../model/data/place.ts';
import type { Settings } from '../model/plan/settings.ts';
import { findProjectRoot } from '../platform/project-root.ts';
import { bundledPlaces } from '../places/bundled/bundled-places.ts';
import { type AlertsAlone, readAlertsAlone } from '../settings/alerts-alone.ts';
import { type Environment, readEnvironment } from '../settings/environment.ts';
import { findMunicipalityCode, readFolderEnvironment } from '../settings/folder-environment.ts';
import { loadSettings, readSettings } from '../settings/load-settings.ts';
import type { SettingsWarning } from '../settings/problem.ts';
import { namedFolder } from './named-folder.ts';

// What a process is started with and on. Here is no database: what is said of one that cannot be opened needs the settings.

/** Where the program lies: its migrations and its default settings are found from here, not from the working folder. */
function root(): string {
  return findProjectRoot(import.meta.url);
}

/** The tables of every version so far. */
export function migrationsFolder(): string {
  return join(root(), 'drizzle');
}

/** The settings that come with the program. */
export function shippedSettingsFolder(): string {
  return join(root(), 'config');
}

/**
 * What this work is done with: that of the process, or of the folder that is named on the command line. Throws
 * `settings-invalid` for all that is wrong in it.
 */
export function openEnvironment(): Environment {
  const folder = namedFolder();
  if (folder === null) return readEnvironment(process.env, root());
  // A plan without a code is refused with all else that is wrong in the folder.
  const code = findMunicipalityCode(folder) ?? openSettings({ configDir: folder }).plan.municipality.code;
  return environmentOf(folder, code);
}

/**
 * That of a folder, with files by the municipality's code. One that has got another code, with the same borders, keeps
 * those it has by a former one: its figures, and the address of its page.
 */
function environmentOf(folder: string, code: string): Environment {
  const filesOf = (name: string) => readFolderEnvironment(folder, { variables: process.env, root: root(), code: name });
  const today = filesOf(code);
  if (existsSync(today.databaseFile)) return today;
  const former = formerCodesOf(folder, code).find((name) => existsSync(filesOf(name).databaseFile));
  return former === undefined ? today : { ...filesOf(former), namedBy: code };
}

/** Newest first; none where the settings do not hold, which is told by those who use them. */
function formerCodesOf(folder: string, code: string): readonly string[] {
  try {
    const place = findPlace(openSettings({ configDir: folder }).geography, 'municipality', code);
    return place === undefined ? [] : renumberedFrom(place);
  } catch {
    return [];
  }
}

/** Who is told what of a municipality, where not all of its settings need hold. */
export interface OpenAlerts {
  readonly environment: Environment;
  readonly settings: Pick<Settings, 'alerts' | 'report'> & Pick<AlertsAlone, 'plan'>;
}

/** Reads by which channels the municipality of a folder is told; `null` where its alerts or variables do not hold. */
export function openAlerts(folder: string): OpenAlerts | null {
  const alone = readAlertsAlone(folder);
  if (alone === null) return null;
  const { alerts, plan } = alone;
  try {
    const environment = environmentOf(folder, plan.municipality.code);
    return { environment, settings: { alerts, plan, report: { address: null } } };
  } catch {
    // Told is what is wrong in the folder, by others.
    return null;
  }
}

/**
 * Reads and checks every setting; a text of `datasets` in place of that file. Throws one `settings-invalid` that lists
 * every problem.
 */
export function openSettings({ configDir }: Pick<Environment, 'configDir'>, datasets?: string): Settings {
  return loadSettings(configDir, { jobs, places: bundledPlaces(), ...(datasets !== undefined && { datasets }) });
}

/** What the settings could say and do not, by file and line. Throws `settings-invalid` as `openSettings` does. */
export function settingsWarnings({ configDir }: Pick<Environment, 'configDir'>): readonly SettingsWarning[] {
  return readSettings(configDir, { jobs, places: bundledPlaces() }).warnings;
}
