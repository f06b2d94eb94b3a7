import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

/**
 * Loaded before the service (`node --import`): its clock stands still while it works, and leaps when it sleeps. Whoever
 * started it is asked over IPC at the first sleep, and from then on whenever the instant it answered with is reached, and
 * time goes on when it has answered.
 */

/** What the service tells of itself when it asks. */
export interface LeapQuestion {
  /** Where its clock stands, ISO 8601. */
  readonly at: string;
  /** How often it has slept so far. */
  readonly sleeps: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

/** When to ask again, ISO 8601. */
export interface LeapAnswer {
  readonly askAgainAt: string;
}

const RealDate = Date;
let now = RealDate.parse(process.env['CLOCK_STARTS_AT'] ?? '');
let askAt = -Infinity;
let sleeps = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    super(...((parts.length === 0 ? [now] : parts) as [number]));
  }
  static override now(): number {
    return now;
  }
} as DateConstructor;

timers.setTimeout = async <T>(
  ms = 0,
  value?: T,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<T> => {
  sleeps += 1;
  const wakesAt = now + ms;
  while (askAt <= wakesAt && signal?.aborted !== true) {
    now = Math.max(now, askAt);
    askAt = await ask(signal);
  }
  now = wakesAt;
  // Signals and replies are heard between two leaps.
  await new Promise((resolve) => setImmediate(resolve));
  if (signal?.aborted === true)
    throw Object.assign(new Error('Woken.', { cause: signal.reason }), { name: 'AbortError' });
  return value as T;
};
syncBuiltinESMExports();
process.channel?.unref();

/** Gives the instant to ask again at; never, when the sleeper is woken meanwhile. */
function ask(signal: AbortSignal | undefined): Promise<number> {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const question: LeapQuestion = {
    ...{ at: new RealDate(now).toISOString(), sleeps },
    ...{ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 },
  };
  process.channel?.ref();
  return new Promise((resolve) => {
    const answered = ({ askAgainAt }: LeapAnswer) => goOn(RealDate.parse(askAgainAt));
    const woken = () => goOn(Infinity);
    const goOn = (next: number) => {
      process.channel?.unref();
      process.off('message', answered);
      signal?.removeEventListener('abort', woken);
      resolve(next);
    };
    process.once('message', answered);
    signal?.addEventListener('abort', woken);
    process.send?.(question);
  });
}
