import { PipelineError } from '../../model/errors.ts';
import { asStoreError } from '../store-error.ts';

/** Why the analysts' copy could not be published, and what to do about it. */
export function copyProblem(error: unknown, file: string): PipelineError {
  const known = asStoreError(error, file);
  const reason = known instanceof Error ? known.message : String(known);
  const message = `The analysts' copy ${file} could not be published: ${reason.replace(/\.$/, '')}.`;
  return new PipelineError('delivery-failed', message, {
    hint: 'The copy before it, if any, stays in place. Give this user write access to its folder and room on the disk, or set ANALYST_COPY; the next run tries again.',
    context: { file },
    cause: error,
  });
}
