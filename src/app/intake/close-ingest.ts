import type { IngestEnding } from '../../model/progress.ts';
import type { DatasetResult, RunOutcome } from '../../model/run.ts';
import { progressEn } from '../../words/terminal/progress-en.ts';
import type { RunClosing } from '../with-run.ts';
import { describeFailure } from './dataset-result.ts';

/** How a run ended, as it is recorded and as a value of which words are made. */
export interface IngestClosing extends Pick<RunClosing, 'outcome' | 'message'> {
  readonly ending: IngestEnding;
}

const STOPPED: IngestEnding = { kind: 'interrupted' };
/** Of a run that was asked to stop. */
export const INTERRUPTED: IngestClosing = {
  ...{ outcome: 'interrupted', ending: STOPPED },
  message: progressEn.ending(STOPPED),
};

/** How a run ended, from what became of its datasets; `failure` is why the source could not be asked, `null` when it was. */
export function closingOf(datasets: readonly DatasetResult[], failure: unknown): IngestClosing {
  const { outcome, ending } = judge(datasets, failure);
  return { outcome, ending, message: progressEn.ending(ending) };
}

interface Judged {
  readonly outcome: Exclude<RunOutcome, 'running'>;
  readonly ending: IngestEnding;
}

function judge(datasets: readonly DatasetResult[], failure: unknown): Judged {
  const postponed = datasets.filter(({ outcome }) => outcome === 'postponed');
  const failed = datasets.filter(({ errorCode, outcome }) => errorCode !== null && outcome !== 'postponed');
  if (failed.length === 0 && postponed.length > 0) {
    const isAll = postponed.length === datasets.length;
    return {
      outcome: 'postponed',
      ending: isAll ? { kind: 'all-postponed' } : { kind: 'postponed', datasets: idsOf(postponed) },
    };
  }
  const changed = datasets.filter(({ outcome }) => outcome === 'changed');
  if (failed.length > 0 && failure !== null && changed.length === 0) {
    return { outcome: 'failed', ending: { kind: 'source-failed', sentence: describeFailure(failure).sentence } };
  }
  if (failed.length === datasets.length) return { outcome: 'failed', ending: { kind: 'all-failed' } };
  if (failed.length > 0) {
    return { outcome: 'partial', ending: { kind: 'failed-in-part', datasets: idsOf(failed) } };
  }
  const older = idsOf(datasets.filter(({ isOlderThanAnnounced }) => isOlderThanAnnounced === true));
  if (changed.length === 0) return { outcome: 'unchanged', ending: { kind: 'unchanged', older } };
  return { outcome: 'succeeded', ending: { kind: 'changed', changed: changed.length, all: datasets.length, older } };
}

function idsOf(datasets: readonly DatasetResult[]): readonly string[] {
  return datasets.map(({ datasetId }) => datasetId);
}
