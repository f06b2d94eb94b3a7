import { PipelineError } from '../model/errors.ts';
import { findPlace } from '../model/data/place.ts';
import type { Settings } from '../model/plan/settings.ts';
import type { Clock } from '../platform/clock.ts';
import type { Environment } from '../settings/environment.ts';
import { findInstallation, type OwnMunicipality, recordInstallation } from '../store/runs/installation.ts';
import { findNewestRuleVersion } from '../store/assess/rule-versions.ts';
import type { Store } from '../store/store.ts';
import { findRules } from './assess/read-rules.ts';

/** Settings that are to be used on a database. */
interface DatabaseClaim {
  readonly store: Store;
  readonly settings: Pick<Settings, 'plan' | 'geography'>;
  readonly environment: Pick<Environment, 'databaseFile' | 'configDir'>;
}

/**
 * Refuses the database of another municipality: one database holds one, whatever codes it has had. Throws
 * `settings-invalid`; writes nothing. A database that has neither been claimed nor judged by any rule is anybody's.
 */
export function refuseOtherMunicipality({ store, settings, environment }: DatabaseClaim): void {
  const known = knownMunicipality(store);
  const own = municipalityOfSettings(settings);
  if (known === null || sharesCode(known, own)) return;
  const { databaseFile, configDir } = environment;
  const message = `The database ${databaseFile} belongs to ${named(known)}, and the settings in ${configDir} are those of ${named(own)}.`;
  throw new PipelineError('settings-invalid', message, {
    hint: `One database holds one municipality. Set DATABASE_FILE to a database of its own for ${own.name}, or CONFIG_DIR to the settings of ${known.name}.`,
    context: { database: databaseFile, settings: configDir },
    refusal: {
      about: 'other-municipality',
      file: databaseFile,
      of: named(known),
      settings: configDir,
      own: named(own),
    },
  });
}

/**
 * Records whose database this is, at the first run on it, and every code the municipality gets later. Throws
 * `settings-invalid` for the database of another.
 */
export function recordOwnMunicipality(app: DatabaseClaim & { readonly clock: Clock }): void {
  refuseOtherMunicipality(app);
  const { store, settings, clock } = app;
  const own = municipalityOfSettings(settings);
  const stored = findInstallation(store)?.municipality ?? null;
  const known = stored ?? knownMunicipality(store);
  const codes = [...new Set([...own.codes, ...(known?.codes ?? [])])];
  const isKnown = stored?.code === own.code && stored.name === own.name && stored.codes.length === codes.length;
  if (!isKnown) recordInstallation(store, { ...own, codes }, clock.now().toISOString());
}

/** As recorded; in a database of a version that did not record it, that of its newest rule. */
function knownMunicipality(store: Store): OwnMunicipality | null {
  const stored = findInstallation(store);
  if (stored !== null) return stored.municipality;
  const version = findNewestRuleVersion(store);
  const rules = version === null ? null : findRules(version);
  return rules === null ? null : withEveryCode(rules.municipality, rules.geography);
}

function municipalityOfSettings({ plan, geography }: Pick<Settings, 'plan' | 'geography'>): OwnMunicipality {
  return withEveryCode(plan.municipality, geography);
}

function withEveryCode({ code, name }: Settings['plan']['municipality'], geography: Settings['geography']) {
  const codes = findPlace(geography, 'municipality', code)?.codes.map((validity) => validity.code) ?? [];
  return { code, name, codes: [...new Set([code, ...codes])] };
}

function sharesCode(one: OwnMunicipality, other: OwnMunicipality): boolean {
  return one.codes.some((code) => other.codes.includes(code));
}

function named({ name, code }: OwnMunicipality): string {
  return `${name} (${code})`;
}
