import type { DatasetDefinition } from '../model/data/job.ts';

/**
 * What an entry of `datasets.yaml` that adds a dataset is laid over: a dataset that says nothing yet. What the entry must
 * say itself is found by `checkDatasets`.
 */
export function blankDataset(id: string): DatasetDefinition {
  return { id, title: id, table: '', allowedAgeDays: 0, contents: [], alternatives: [] };
}
