import type { JobDefinition } from '../model/data/job.ts';
import type { DeclaredBreak } from '../model/plan/settings.ts';
import type { DatasetsFile } from './files/datasets-file.ts';
import { overrideDataset } from './override-dataset.ts';

/** The jobs as they are run: those the program comes with, with what `datasets.yaml` says in place of them. */
export function jobsInForce(jobs: readonly JobDefinition[], { datasets }: DatasetsFile): readonly JobDefinition[] {
  return jobs.map((job) => ({
    ...job,
    datasets: job.datasets.map((dataset) => {
      const entry = datasets[dataset.id];
      return entry === undefined ? dataset : overrideDataset(dataset, entry);
    }),
  }));
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
