import { PipelineError } from '../../../src/model/errors.ts';

/** The `PipelineError` that a call ends in; anything else fails the test. */
export async function failureOfCall(call: () => unknown): Promise<PipelineError> {
  try {
    await call();
  } catch (failure) {
    if (failure instanceof PipelineError) return failure;
    throw failure;
  }
  throw new Error('the call succeeded');
}
