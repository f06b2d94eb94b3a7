import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';
import { describeError } from '../../src/platform/describe-error.ts';

describe('describeError', () => {
  it('gives code, hint and context of a pipeline error', () => {
    const error = new PipelineError('store-busy', 'Busy.', { hint: 'Wait.', context: { attempts: 3 } });
    expect(describeError(error)).toMatchObject({
      type: 'PipelineError',
      message: 'Busy.',
      code: 'store-busy',
      hint: 'Wait.',
      context: { attempts: 3 },
    });
  });

  it('gives the cause', () => {
    const error = new Error('outer', { cause: Object.assign(new TypeError('inner'), { code: 'ECONNRESET' }) });
    expect(describeError(error).cause).toMatchObject({ type: 'TypeError', message: 'inner', code: 'ECONNRESET' });
  });

  it('leaves every other property out', () => {
    const error = Object.assign(new Error('refused'), { config: { headers: { Authorization: 'Bearer x' } } });
    expect(Object.keys(describeError(error))).toEqual(['type', 'message', 'stack']);
  });

  it('ends for an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).match(/"message":"round"/g)).toHaveLength(6);
  });

  it.each([
    ['a string', 'string', 'a string'],
    [null, 'object', 'null'],
    [undefined, 'undefined', 'undefined'],
  ])('describes %s that was thrown', (thrown, type, message) => {
    expect(describeError(thrown)).toEqual({ type, message });
  });
});
