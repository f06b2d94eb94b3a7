import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

/**
 * Loaded before a command (`node --import`): its clock begins at `CLOCK_AT` and goes on as ever, so that what is said does
 * not depend on the hour at which the tests are run. When it sleeps, the time has passed at once.
 */
const RealDate = Date;
let ahead = RealDate.parse(process.env['CLOCK_AT'] ?? '') - RealDate.now();

globalThis.Date = class extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    super(...((parts.length === 0 ? [RealDate.now() + ahead] : parts) as [number]));
  }
  static override now(): number {
    return RealDate.now() + ahead;
  }
} as DateConstructor;

timers.setTimeout = async <T>(
  ms = 0,
  value?: T,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<T> => {
  ahead += ms;
  // Signals and replies are heard meanwhile.
  await new Promise((resolve) => setImmediate(resolve));
  if (signal?.aborted === true)
    throw Object.assign(new Error('Woken.', { cause: signal.reason }), { name: 'AbortError' });
  return value as T;
};
syncBuiltinESMExports();
