import { describe, expect, it } from 'vitest';
import { tryDelivery } from '../../src/alert/try-delivery.ts';
import { PipelineError } from '../../src/model/errors.ts';
import { failureOf } from '../support/failure.ts';
import { buildMessage } from './support/facts.ts';

const now = () => new Date('2026-03-02T10:00:00Z');
const message = buildMessage();

describe('a delivery', () => {
  it('that the channel takes is delivered', async () => {
    expect(await tryDelivery({ message, attempts: 0 }, () => Promise.resolve(), { now })).toEqual({ delivered: true });
  });

  it('that fails says why, and when it is tried again', async () => {
    const refused = new PipelineError('delivery-failed', 'hooks.example answered 503.', { hint: 'Wait.' });
    expect(await tryDelivery({ message, attempts: 2 }, () => Promise.reject(refused), { now })).toEqual({
      delivered: false,
      error: 'hooks.example answered 503.',
      fault: null,
      nextAttemptAt: '2026-03-02T10:04:00.000Z',
    });
  });

  it('that has failed for a week is given up', async () => {
    const refused = new PipelineError('delivery-failed', 'hooks.example answered 503.', { hint: 'Wait.' });
    const result = await tryDelivery({ message, attempts: 1000 }, () => Promise.reject(refused), { now });
    expect(result).toMatchObject({ delivered: false, nextAttemptAt: null });
  });

  it('that fails by a fault in the program tells no text of it', async () => {
    const fault = () => Promise.reject(new TypeError('cannot read https://hooks.example/hemmelig'));
    const result = await tryDelivery({ message, attempts: 0 }, fault, { now });
    expect(result).toMatchObject({ error: 'The channel failed by a fault in this program (TypeError).' });
  });

  it('that the caller breaks off has failed for no fault of the channel', async () => {
    const stop = new AbortController();
    const broken = () => {
      stop.abort(new Error('told to stop'));
      return Promise.reject(new Error('aborted'));
    };
    const error = await failureOf(tryDelivery({ message, attempts: 0 }, broken, { now, signal: stop.signal }));
    expect(error).toEqual(new Error('told to stop'));
  });
});
