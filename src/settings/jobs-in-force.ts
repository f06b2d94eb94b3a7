import type { DatasetDefinition, JobDefinition } from '../model/data/job.ts';
import { type IndicatorDefinition, usedDatasets } from '../model/plan/indicator.ts';
import type { DeclaredBreak, UnusedDataset } from '../model/plan/settings.ts';
import { blankDataset } from './added-dataset.ts';
import type { DatasetEntry, DatasetsFile } from './files/datasets-file.ts';
import { overrideDataset } from './override-dataset.ts';

/**
 * The jobs there are: those the program comes with, with what `datasets.yaml` says in place of them and adds to them,
 * then those it adds. An entry whose job is not known, which `checkDatasets` finds, is in none.
 */
export function jobsInForce(
  jobs: readonly JobDefinition[],
  { jobs: added = [], datasets }: DatasetsFile,
): readonly JobDefinition[] {
  const own = added.map((job): JobDefinition => ({ ...job, timeZone: 'Europe/Oslo', datasets: [] }));
  const known = new Set(jobs.flatMap((job) => job.datasets.map(({ id }) => id)));
  const entries = Object.entries(datasets).filter(([id]) => !known.has(id));
  return [...jobs, ...own].map((job) => ({
    ...job,
    datasets: [
      ...job.datasets.map((dataset) => {
        const entry = datasets[dataset.id];
        return entry === undefined || asksNothing(entry) ? dataset : overrideDataset(dataset, entry);
      }),
      ...entries.flatMap(([id, entry]) => (entry.job === job.id ? [overrideDataset(blankDataset(id), entry)] : [])),
    ],
  }));
}

/** Does an entry say only whether the dataset is fetched? */
function asksNothing(entry: DatasetEntry): boolean {
  return Object.keys(entry).every((field) => field === 'keep');
}

/** The jobs that run, and the datasets of all of them that nothing is asked for. */
export interface FetchedJobs {
  /** With the datasets that are fetched alone; a job without any is left out. */
  readonly jobs: readonly JobDefinition[];
  readonly unused: readonly UnusedDataset[];
}

/** Which datasets are fetched: those that an indicator takes figures from, and those that are to be kept. */
export function fetchedJobs(
  jobs: readonly JobDefinition[],
  { datasets }: Pick<DatasetsFile, 'datasets'>,
  indicators: readonly Pick<IndicatorDefinition, 'inputs'>[],
): FetchedJobs {
  const used = new Set(indicators.flatMap(usedDatasets));
  const isFetched = ({ id }: DatasetDefinition) => used.has(id) || datasets[id]?.keep === true;
  return {
    jobs: jobs
      .map((job) => ({ ...job, datasets: job.datasets.filter(isFetched) }))
      .filter((job) => job.datasets.length > 0),
    unused: jobs.flatMap((job) =>
      job.datasets.filter((one) => !isFetched(one)).map((definition) => ({ job: job.id, definition })),
    ),
  };
}

/**
 * The breaks that changes of table bring, as `datasets.yaml` declares them. One of a table is in its first period, and
 * its reason names that table and the one before.
 */
export function breaksAtSwitches({ datasets }: DatasetsFile): readonly DeclaredBreak[] {
  return Object.entries(datasets).flatMap(([dataset, { break: whole, tables = [] }]) => [
    ...(whole === undefined ? [] : [{ dataset, ...whole }]),
    ...tables.flatMap(({ break: declared, from, table }, index) => {
      if (declared === undefined || from === undefined) return [];
      const numbers = [tables[index - 1]?.table, table].filter((one) => typeof one === 'string');
      return [
        { ...declared, dataset, period: from, reason: `${withoutStop(declared.reason)}; ${numbers.join(' → ')}` },
      ];
    }),
  ]);
}

/** A reason becomes part of a longer sentence, so its own full stop would end up in the middle. */
function withoutStop(reason: string): string {
  return reason.trimEnd().replace(/\.$/, '');
}
