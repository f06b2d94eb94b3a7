import { statSync } from 'node:fs';
import { PipelineError } from '../model/errors.ts';
import type { IndicatorDefinition } from '../model/plan/indicator.ts';
import type { JobDefinition } from '../model/data/job.ts';
import { type Geography, type KnownPlace, membersOf } from '../model/data/place.ts';
import { placesAgainst } from '../model/plan/rule-reach.ts';
import type { Settings } from '../model/plan/settings.ts';
import {
  completeAlerts,
  completeBackup,
  completeCorrections,
  completePeers,
  completePlan,
  completeReport,
  completeTexts,
} from './in-force/defaults.ts';
import { checkSchedules } from './checks/check-schedules.ts';
import { askForWiderPlaces } from './ask-for-wider-places.ts';
import { crossCheck } from './checks/cross-check.ts';
import { findNeedless } from './checks/warnings/find-needless.ts';
import { findWarnings } from './checks/warnings/find-warnings.ts';
import { OPEN_DIMENSIONS } from './checks/dataset-dimensions.ts';
import type { IndicatorFile, InputEntry } from './files/indicator-file.ts';
import { breaksAtSwitches, fetchedJobs, jobsInForce } from './jobs-in-force.ts';
import { byPlace, settingsInvalid, type SettingsWarning } from './problem.ts';
import { readConfig, type Config, type ConfigFile } from './read-config.ts';
import type { PlanFile } from './files/plan-file.ts';
import { knownPlaces, type KnownPlaces } from './known-places.ts';
import { parseStep } from './files/step.ts';

/** What the files are checked against, besides each other. */
export interface SettingsSurroundings {
  readonly jobs: readonly JobDefinition[];
  /** Every municipality and county of today that needs no entry in regions.yaml. */
  readonly places: readonly KnownPlace[];
  /** A text that is read in place of `datasets.yaml`, before it is written. */
  readonly datasets?: string;
}

type PeerGroups = Geography['peerGroups'];

/** Settings that hold, and what they could say besides. */
export interface ReadSettings {
  readonly settings: Settings;
  /** By file and line; none of a folder that says everything. */
  readonly warnings: readonly SettingsWarning[];
  /** The files of the indicators, as they were read. */
  readonly indicators: Config['indicators'];
}

/**
 * Reads the settings and freezes them, all the way down.
 * Throws one `settings-invalid` that lists every problem of every file, with file, line and column, and every schedule of
 * a job that cannot be read.
 */
export function loadSettings(configDir: string, surroundings: SettingsSurroundings): Settings {
  return readSettings(configDir, surroundings).settings;
}

/** As `loadSettings`, with what an older folder lacks. */
export function readSettings(configDir: string, surroundings: SettingsSurroundings): ReadSettings {
  const { jobs } = surroundings;
  requireFolder(configDir);
  const { config, problems } = readConfig(configDir, surroundings.datasets);
  const crossProblems = crossCheck(config, surroundings).flatMap(({ file, findings }) =>
    findings.map(({ path, onKey, text }) => ({ file: file.file, ...file.locate(path, onKey), text })),
  );
  const all = [...checkSchedules(jobs), ...problems, ...crossProblems];
  if (all.length > 0) throw settingsInvalid(all);
  const settings = deepFreeze(structuredClone(assemble(config, surroundings)));
  return {
    settings,
    warnings: byPlace([...findWarnings(config), ...findNeedless(config, surroundings.places)]),
    indicators: config.indicators,
  };
}

/** What is missing in a folder is listed file by file; a path that is none has one thing wrong with it. */
function requireFolder(configDir: string): void {
  let code = 'ENOTDIR';
  try {
    if (statSync(configDir).isDirectory()) return;
  } catch (error) {
    ({ code = 'unknown reason' } = error as NodeJS.ErrnoException);
  }
  throw new PipelineError('settings-invalid', `There is no folder of settings at ${configDir} (${code}).`, {
    hint: 'Name the one that is meant, with --config, --configs or CONFIG_DIR, or make one with `naeringspuls init`.',
    context: { settings: configDir },
  });
}

function assemble(
  { plan, regions, peers, corrections, annotations, symbols, datasets, backup, alerts, report, indicators }: Config,
  { jobs, places }: SettingsSurroundings,
): Settings {
  const planInForce = completePlan(checked(plan));
  const { breaks: declared, corrections: corrected } = completeCorrections(checked(corrections));
  const peerGroups = completePeers(checked(peers));
  const definitions = indicators.map((indicator) => toDefinition(checked(indicator)));
  const named = definitions.flatMap(({ rule }) => placesAgainst(rule));
  return {
    plan: planInForce,
    geography: toGeography(planInForce.municipality, knownPlaces(checked(regions), places), peerGroups, named),
    indicators: definitions.sort((a, b) => a.position - b.position),
    corrections: corrected,
    breaks: [...declared, ...breaksAtSwitches(checked(datasets))],
    annotations: checked(annotations).annotations,
    symbols: checked(symbols),
    ...fetchedJobs(
      askForWiderPlaces(jobsInForce(jobs, checked(datasets)), definitions, peerGroups),
      checked(datasets),
      definitions,
    ),
    backup: completeBackup(checked(backup)),
    alerts: completeAlerts(checked(alerts), planInForce.language),
    report: completeReport(checked(report)),
  };
}

function checked<Content>({ file, content }: ConfigFile<Content>): Content {
  if (content === null) throw new TypeError(`${file} has no content, and no problem says why`);
  return content;
}

function toDefinition(file: IndicatorFile): IndicatorDefinition {
  const completed = completeTexts(file);
  const definition: IndicatorDefinition & Partial<Pick<IndicatorFile, 'workedExample'>> = {
    ...completed,
    step: parseStep(file.step),
    inputs: completed.inputs.map(withDecisions),
  };
  delete definition.workedExample;
  return definition;
}

/** Settings that say nothing of what is left out have left nothing out: every other category is then asked about. */
function withDecisions<Input extends InputEntry>(input: Input): Input {
  const open = (OPEN_DIMENSIONS[input.dataset] ?? []).filter((dimension) =>
    input.terms.some(({ [dimension]: selection }) => Array.isArray(selection)),
  );
  if (open.length === 0) return input;
  return { ...input, leftOut: { ...Object.fromEntries(open.map((dimension) => [dimension, []])), ...input.leftOut } };
}

/**
 * The own municipality, by the name that the plan has for it, its peers, the counties they lie in, and those compared with
 * themselves. `named` are places of rules.
 */
function toGeography(
  own: PlanFile['municipality'],
  places: KnownPlaces,
  peerGroups: PeerGroups,
  named: readonly string[],
): Geography {
  const members = membersOf(peerGroups);
  const municipalities = [own.code, ...members.filter((code) => code !== own.code).toSorted()]
    .flatMap((code) => places.municipalities.get(code) ?? [])
    .map(({ code, name, level, county, codes }) => ({
      ...{ code, name: code === own.code ? own.name : name, level, codes },
      ...(county === undefined ? {} : { county }),
    }));
  const theirs = [...municipalities.map(({ county = '' }) => county), ...[...members, ...named].toSorted()];
  const counties = [...new Set(theirs)].flatMap((code) => places.counties.get(code) ?? []);
  return {
    own: own.code,
    municipalities,
    counties: counties.map(({ code, name, level, codes }) => ({ code, name, level, codes })),
    peerGroups,
  };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
