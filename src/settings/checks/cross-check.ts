import type { JobDefinition } from '../../model/data/job.ts';
import type { KnownPlace } from '../../model/data/place.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { checkAlerts } from './check-alerts.ts';
import { checkAnnotations } from './check-annotations.ts';
import { checkDatasets } from './check-datasets.ts';
import { checkIndicator } from './check-indicators.ts';
import { checkPeers, checkPlan } from './check-peers.ts';
import { checkRegions } from './check-regions.ts';
import type { CorrectionsFile } from '../files/corrections-file.ts';
import { datasetDimensions } from './dataset-dimensions.ts';
import { knownPlaces } from '../known-places.ts';
import { jobsInForce } from '../jobs-in-force.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { SettingsFinding, Path } from '../problem.ts';
import type { Config, ConfigFile } from '../read-config.ts';

/** Findings in one file. */
export interface FileFindings {
  readonly file: ConfigFile<unknown>;
  readonly findings: readonly SettingsFinding[];
}

/** What does not fit between the files, or between them and the jobs. What needs an unreadable file is not checked. */
export function crossCheck(
  config: Config,
  { jobs, places }: { readonly jobs: readonly JobDefinition[]; readonly places: readonly KnownPlace[] },
): readonly FileFindings[] {
  const { plan, regions, peers, corrections, annotations, alerts, indicators } = config;
  const overrides = check(config.datasets, (content) => checkDatasets(content, jobs));
  const isWhole = config.datasets.content !== null && overrides.findings.length === 0;
  const datasets = datasetDimensions(isWhole ? jobsInForce(jobs, config.datasets.content) : jobs);
  const known = regions.content === null ? null : knownPlaces(regions.content, places);
  const around = {
    datasets,
    known,
    groups: peers.content?.groups ?? null,
    own: plan.content?.municipality.code ?? null,
  };
  const ids = indicators.flatMap(({ content }) => content?.id ?? []);
  const allIds = ids.length === indicators.length ? ids : null;
  return [
    overrides,
    check(regions, (content) => checkRegions(content, places)),
    check(plan, (content) => (known === null ? [] : checkPlan(content, known))),
    check(peers, (content) => (known === null ? [] : checkPeers(content, known))),
    check(corrections, (content) => checkCorrections(content, [...datasets.keys()])),
    check(alerts, (content) => checkAlerts(content, allIds)),
    check(annotations, (content) => checkAnnotations(content, allIds)),
    ...indicators.map((indicator) => check(indicator, (content) => checkIndicator(content, indicator.file, around))),
    ...indicators.map((indicator, index) =>
      check(indicator, ({ id, position }) => checkUnique(id, position, indicators.slice(0, index))),
    ),
  ];
}

function check<Content>(
  file: ConfigFile<Content>,
  findingsIn: (content: Content) => readonly SettingsFinding[],
): FileFindings {
  return { file, findings: file.content === null ? [] : findingsIn(file.content) };
}

function checkUnique(id: string, position: number, others: Config['indicators']): readonly SettingsFinding[] {
  const sameId = others.find(({ content }) => content?.id === id);
  const samePosition = others.find(({ content }) => content?.position === position);
  return [
    ...(sameId === undefined ? [] : [{ path: ['id'], text: `The id '${id}' is taken by ${sameId.file}.` }]),
    ...(samePosition === undefined
      ? []
      : [{ path: ['position'], text: `Position ${position} is taken by ${samePosition.file}.` }]),
  ];
}

function checkCorrections(
  { breaks = [], corrections = [] }: CorrectionsFile,
  datasets: readonly string[],
): readonly SettingsFinding[] {
  const named = [
    ...breaks.map((entry, index) => ({ ...entry, path: ['breaks', index] satisfies Path })),
    ...corrections.map((entry, index) => ({ ...entry, path: ['corrections', index] satisfies Path })),
  ];
  return named.flatMap(({ dataset, period, path }) => {
    const unknown = `The dataset '${dataset}' is neither fetched by a job nor imported; ${allowedWords(dataset, datasets)}`;
    return [
      ...(datasets.includes(dataset) ? [] : [{ path: [...path, 'dataset'], text: unknown }]),
      ...(parseTimePeriod(period) === null
        ? [{ path: [...path, 'period'], text: `'${period}' is not a period.` }]
        : []),
    ];
  });
}
