import type { IndicatorDefinition } from '../model/plan/indicator.ts';
import type { JobDefinition } from '../model/data/job.ts';
import type { Geography, Place } from '../model/data/place.ts';
import type { Settings } from '../model/plan/settings.ts';
import { checkSchedules } from './checks/check-schedules.ts';
import { crossCheck } from './checks/cross-check.ts';
import { findWarnings } from './checks/find-warnings.ts';
import { OPEN_DIMENSIONS } from './checks/dataset-dimensions.ts';
import type { IndicatorFile, InputEntry } from './files/indicator-file.ts';
import { breaksAtSwitches, fetchedJobs, jobsInForce } from './jobs-in-force.ts';
import { settingsInvalid, type SettingsWarning } from './problem.ts';
import { readConfig, type Config, type ConfigFile } from './read-config.ts';
import type { CodeYears, PlaceEntry, RegionsFile } from './files/regions-file.ts';
import { parseStep } from './files/step.ts';

/** What the files are checked against, besides each other. */
export interface SettingsSurroundings {
  readonly jobs: readonly JobDefinition[];
}

/** Settings that hold, and what they could say besides. */
export interface ReadSettings {
  readonly settings: Settings;
  /** By file and line; none of a folder that says everything. */
  readonly warnings: readonly SettingsWarning[];
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
export function readSettings(configDir: string, { jobs }: SettingsSurroundings): ReadSettings {
  const { config, problems } = readConfig(configDir);
  const crossProblems = crossCheck(config, jobs).flatMap(({ file, findings }) =>
    findings.map(({ path, onKey, text }) => ({ file: file.file, ...file.locate(path, onKey), text })),
  );
  const all = [...checkSchedules(jobs), ...problems, ...crossProblems];
  if (all.length > 0) throw settingsInvalid(all);
  return { settings: deepFreeze(structuredClone(assemble(config, jobs))), warnings: findWarnings(config) };
}

function assemble(
  { plan, regions, peers, corrections, annotations, symbols, datasets, backup, alerts, report, indicators }: Config,
  jobs: readonly JobDefinition[],
): Settings {
  const checkedPlan = checked(plan);
  const definitions = indicators.map((indicator) => toDefinition(checked(indicator)));
  return {
    plan: checkedPlan,
    geography: toGeography(checkedPlan.municipality.code, checked(regions), checked(peers).groups),
    indicators: definitions.sort((a, b) => a.position - b.position),
    corrections: checked(corrections).corrections,
    breaks: [...checked(corrections).breaks, ...breaksAtSwitches(checked(datasets))],
    annotations: checked(annotations).annotations,
    symbols: checked(symbols),
    ...fetchedJobs(jobsInForce(jobs, checked(datasets)), checked(datasets), definitions),
    backup: checked(backup),
    alerts: checked(alerts),
    report: checked(report),
  };
}

function checked<Content>({ file, content }: ConfigFile<Content>): Content {
  if (content === null) throw new TypeError(`${file} has no content, and no problem says why`);
  return content;
}

function toDefinition(file: IndicatorFile): IndicatorDefinition {
  const definition: IndicatorDefinition & Partial<Pick<IndicatorFile, 'workedExample'>> = {
    ...file,
    step: parseStep(file.step),
    inputs: file.inputs.map(withDecisions),
  };
  delete definition.workedExample;
  return definition;
}

/** Settings that say nothing of what is left out have left nothing out: every other category is then asked about. */
function withDecisions(input: InputEntry): InputEntry {
  const open = (OPEN_DIMENSIONS[input.dataset] ?? []).filter((dimension) =>
    input.terms.some(({ [dimension]: selection }) => Array.isArray(selection)),
  );
  if (open.length === 0) return input;
  return { ...input, leftOut: { ...Object.fromEntries(open.map((dimension) => [dimension, []])), ...input.leftOut } };
}

function toGeography(own: string, regions: RegionsFile, peerGroups: Geography['peerGroups']): Geography {
  return {
    own,
    municipalities: regions.municipalities.map((entry) => ({
      ...toPlace(entry, 'municipality'),
      county: entry.county,
    })),
    counties: regions.counties.map((entry) => toPlace(entry, 'county')),
    peerGroups,
  };
}

function toPlace({ code, name, codes }: PlaceEntry, level: Place['level']): Place {
  return { code, name, level, codes: codes.map(toValidity) };
}

function toValidity({ code, from, to, name }: CodeYears): Place['codes'][number] {
  return {
    code,
    ...(from === undefined ? {} : { fromYear: from }),
    ...(to === undefined ? {} : { toYear: to }),
    ...(name === undefined ? {} : { name }),
  };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
