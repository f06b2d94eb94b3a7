import { expect } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';

/** The `file-refused` error that reading throws; fails the test when it throws another one, or none. */
export async function refusal(read: () => unknown): Promise<PipelineError> {
  const error: unknown = await Promise.resolve()
    .then(read)
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  expect(error).toBeInstanceOf(PipelineError);
  expect((error as PipelineError).code).toBe('file-refused');
  return error as PipelineError;
}
