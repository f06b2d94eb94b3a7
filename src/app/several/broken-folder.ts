import { PipelineError } from '../../model/errors.ts';
import type { Trouble } from '../../model/trouble.ts';
import { isFull } from '../../store/full-disk.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import { outputProblem } from '../messages/output-problem.ts';
import type { Concern } from './municipality.ts';

/** What is told of a folder that something is wrong with. */
export type FolderTrouble = Extract<Trouble, { kind: 'settings-refused' | 'work-failed' }>;

/** A message is read on a telephone; the log and `config check` have all of it. */
const MOST_LINES = 4;

/** What is wrong with a folder, or keeps the service from working for it, as facts. */
export function brokenFolder(
  concern: Concern,
  error: unknown,
  facts: Omit<FolderTrouble, 'kind' | 'said' | 'why'>,
): FolderTrouble {
  const said = shortly(error instanceof PipelineError ? error.message : describeFailure(error).sentence);
  return concern === 'settings'
    ? { kind: 'settings-refused', ...facts, said }
    : { kind: 'work-failed', ...facts, why: isFull(error) ? 'full' : outputProblem(error).why, said };
}

function shortly(said: string): string {
  const lines = said.split('\n');
  return lines.length <= MOST_LINES ? said : [...lines.slice(0, MOST_LINES), '…'].join('\n');
}
