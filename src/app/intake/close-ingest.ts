import type { DatasetResult } from '../../model/run.ts';
import { describeFailure } from './dataset-result.ts';
import type { RunClosing } from '../with-run.ts';

/** How a run ended, from what became of its datasets; `failure` is why the source could not be asked, `null` when it was. */
export function closingOf(
  datasets: readonly DatasetResult[],
  failure: unknown,
): Pick<RunClosing, 'outcome' | 'message'> {
  const postponed = datasets.filter(({ outcome }) => outcome === 'postponed');
  const failed = datasets.filter(({ errorCode, outcome }) => errorCode !== null && outcome !== 'postponed');
  if (failed.length === 0 && postponed.length > 0) {
    const names = postponed.length === datasets.length ? 'Every dataset' : namesOf(postponed);
    return { outcome: 'postponed', message: `${names} waits until the source's maintenance is over.` };
  }
  const changed = datasets.filter(({ outcome }) => outcome === 'changed');
  if (failed.length > 0 && failure !== null && changed.length === 0)
    return { outcome: 'failed', message: describeFailure(failure).sentence };
  if (failed.length === datasets.length) return { outcome: 'failed', message: 'Every dataset failed.' };
  if (failed.length > 0) return { outcome: 'partial', message: `${namesOf(failed)} failed, the rest are in.` };
  const older = datasets.filter(({ isOlderThanAnnounced }) => isOlderThanAnnounced === true);
  const still = older.length === 0 ? '' : ` What the source gives for ${namesOf(older)} is older than it announces.`;
  if (changed.length === 0) {
    const message = still === '' ? 'Unchanged: nothing new has been published.' : `Unchanged so far.${still}`;
    return { outcome: 'unchanged', message };
  }
  return {
    outcome: 'succeeded',
    message: `${changed.length} of ${datasets.length} datasets have new or revised figures.${still}`,
  };
}

function namesOf(datasets: readonly DatasetResult[]): string {
  return datasets.map(({ datasetId }) => datasetId).join(', ');
}
