import { expect, test } from 'vitest';
import { packError, unpackError } from '../../../src/app/intake/carry-error.ts';
import { PipelineError } from '../../../src/model/errors.ts';

function carry(error: unknown): Error {
  return unpackError(structuredClone(packError(error)));
}

test('a PipelineError arrives whole, with its cause', () => {
  const cause = new TypeError('the disk went away');
  const details = { hint: 'Wait.', context: { table: '07984', status: 429 }, retryAfterMs: 17_000, cause };
  const arrived = carry(new PipelineError('source-rate-limited', 'Too many calls.', details));
  expect(arrived).toBeInstanceOf(PipelineError);
  expect(arrived).toMatchObject({
    ...{ code: 'source-rate-limited', retry: 'transient', message: 'Too many calls.', hint: 'Wait.' },
    ...{ context: details.context, retryAfterMs: 17_000 },
    cause: { name: 'TypeError', message: 'the disk went away' },
  });
});

test('a bug keeps its name and the place it comes from', () => {
  const bug = new RangeError('series 7 has no category 3');
  const { name, message, stack } = bug;
  expect(carry(bug)).toMatchObject({ name, message, stack });
});

test('what is no error at all becomes one', () => {
  expect(carry('out of paper')).toMatchObject({ name: 'Error', message: 'out of paper' });
});
