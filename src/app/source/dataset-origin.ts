import type { DatasetDefinition, JobDefinition } from '../../model/data/job.ts';

/** What one dataset is asked of, and which file says so. */
export interface DatasetOrigin {
  readonly datasetId: string;
  /** `datasets.yaml` where the settings say anything of it, else the jobs that the program comes with. */
  readonly file: 'jobs/' | 'datasets.yaml';
  /** Names of what the settings say in place of the job; none for a dataset as it comes with the program. */
  readonly fields: readonly string[];
  /** Table numbers with their years, oldest first: `07984 (to 2025)`, `15001 (from 2026)`; `found by search` for a search. */
  readonly tables: readonly string[];
}

/** Where every dataset's question comes from, in the order of the jobs. */
export function datasetOrigins(jobs: readonly JobDefinition[]): readonly DatasetOrigin[] {
  return jobs.flatMap(({ datasets }) => datasets.map(originOf));
}

function originOf(definition: DatasetDefinition): DatasetOrigin {
  const { id, earlier = [], fromSettings = [] } = definition;
  return {
    datasetId: id,
    file: fromSettings.length === 0 ? 'jobs/' : 'datasets.yaml',
    fields: fromSettings,
    tables: [...earlier, definition].map(describeTable),
  };
}

function describeTable({ table, years = {} }: DatasetDefinition): string {
  const number = typeof table === 'string' ? table : 'found by search';
  const span = [
    ...(years.from === undefined ? [] : [`from ${years.from}`]),
    ...(years.to === undefined ? [] : [`to ${years.to}`]),
  ].join(' ');
  return span === '' ? number : `${number} (${span})`;
}

/** One line for a person: what the settings say of a dataset in place of its job; `null` where they say nothing. */
export function describeOrigin({ datasetId, file, fields, tables }: DatasetOrigin): string | null {
  if (file === 'jobs/') return null;
  const said = fields.includes('job') ? 'added in datasets.yaml' : `${fields.join(', ')} from datasets.yaml`;
  return `${datasetId}: ${tables.join(', ')}; ${said}`;
}
