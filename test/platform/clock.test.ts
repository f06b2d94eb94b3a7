import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';

describe('systemClock', () => {
  it('tells the time of the machine', () => {
    const before = Date.now();
    const now = systemClock.now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it.each([0, -1000])('does not wait %i milliseconds', async (ms) => {
    await expect(systemClock.sleep(ms)).resolves.toBeUndefined();
  });

  it('waits at least as long as asked', async () => {
    const before = performance.now();
    await systemClock.sleep(5);
    expect(performance.now() - before).toBeGreaterThan(3);
  });

  it('rejects at once when the signal is aborted already', async () => {
    const sleep = systemClock.sleep(60_000, AbortSignal.abort('shutdown'));
    await expect(sleep).rejects.toMatchObject({ name: 'AbortError', cause: 'shutdown' });
  });

  it('rejects when the signal is aborted while it sleeps', async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(60_000, controller.signal);
    controller.abort('shutdown');
    await expect(sleep).rejects.toMatchObject({ name: 'AbortError', cause: 'shutdown' });
  });

  it('does not overflow the timer when asked for more than 24 days', async () => {
    const warnings: string[] = [];
    const listen = ({ name }: Error) => warnings.push(name);
    process.on('warning', listen);
    const controller = new AbortController();
    const sleep = systemClock.sleep(2 ** 31, controller.signal);
    await setImmediate();
    process.off('warning', listen);
    controller.abort();
    await expect(sleep).rejects.toThrow();
    expect(warnings).toEqual([]);
  });
});
