import { PipelineError } from '../model/errors.ts';

const HINT =
  'Nothing was taken in and the last accepted publication stays in force. Look the table up at its publisher; if the ' +
  'publisher has changed the form of its answers, src/normalise must be updated.';

/** The error for a reply that is not what was asked for, or not what the format promises. */
export function contractError(
  message: string,
  context: Readonly<Record<string, string | number>> = {},
  hint: string = HINT,
): PipelineError {
  return new PipelineError('source-contract', message, { hint, context });
}
