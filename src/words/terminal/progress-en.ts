import type { WorkOutcome } from '../../model/progress.ts';
import type { ProgressWords } from './progress.ts';

/** Plain English. */
export const progressEn: ProgressWords = {
  step: (step) => {
    switch (step.step) {
      case 'news':
        return 'Asking Statistics Norway what has changed';
      case 'dataset':
        return `Reading ${step.id}`;
      case 'diagnosis':
        return `Asking about ${step.id}`;
      case 'successors':
        return 'Searching for tables that continue these';
      case 'klass':
        return 'Asking Klass about municipalities and their changes';
      case 'view':
        return `Writing ${step.name}`;
    }
  },
  outcome,
  pause: ({ sentence }) => sentence,
  ending: (ending) => {
    switch (ending.kind) {
      case 'postponed':
        return `${ending.datasets.join(', ')} waits until the source's maintenance is over.`;
      case 'all-postponed':
        return "Every dataset waits until the source's maintenance is over.";
      case 'failed-in-part':
        return `${ending.datasets.join(', ')} failed, the rest are in.`;
      case 'all-failed':
        return 'Every dataset failed.';
      case 'interrupted':
        return 'Stopped before it was finished; the next run continues from here.';
      case 'source-failed':
        return ending.sentence;
      case 'unchanged':
        return ending.older.length === 0
          ? 'Unchanged: nothing new has been published.'
          : `Unchanged so far.${olderText(ending.older)}`;
      case 'changed':
        return `${ending.changed} of ${ending.all} datasets have new or revised figures.${olderText(ending.older)}`;
    }
  },
  beside: (noted) => noted,
};

function outcome(came: WorkOutcome): string {
  switch (came.step) {
    case 'news':
      return `${came.due} of ${came.all} datasets are to be read.`;
    case 'dataset':
      return `${came.result.datasetId}: ${came.result.message}`;
    case 'diagnosis':
      if (came.problem !== null) return `${came.id}: ${came.problem}`;
      if (!came.isAnswered) return `${came.id}: no answer.`;
      return `${came.id}: in order to ${came.lastPeriod ?? 'an unknown period'}, by "${came.alternative ?? ''}".`;
    case 'successors':
      return came.switches === 0
        ? 'No table continues elsewhere.'
        : `${came.switches} of the datasets can be switched.`;
    case 'klass':
      return came.isAnswered ? 'Klass has answered.' : 'Klass gave no answer.';
    case 'view':
      return `${came.name}: ${came.rows} rows.`;
    case 'no-answer':
      return 'Statistics Norway gave no answer.';
  }
}

function olderText(datasets: readonly string[]): string {
  return datasets.length === 0 ? '' : ` What the source gives for ${datasets.join(', ')} is older than it announces.`;
}
