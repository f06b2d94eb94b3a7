import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

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
/** One hand for all threads of the process. */
const clock = (getEnvironmentData('leaping-clock') as Float64Array | undefined) ?? newClock();
let askAt = -Infinity;
let sleeps = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    super(...((parts.length === 0 ? [clock[0]] : parts) as [number]));
  }
  static override now(): number {
    return clock[0] ?? NaN;
  }
} as DateConstructor;

timers.setTimeout = async <T>(
  ms = 0,
  value?: T,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<T> => {
  sleeps += 1;
  const wakesAt = Date.now() + ms;
  while (askAt <= wakesAt && signal?.aborted !== true) {
    clock[0] = Math.max(Date.now(), askAt);
    askAt = await ask(signal);
  }
  clock[0] = wakesAt;
  // Signals and replies are heard between two leaps.
  await new Promise((resolve) => setImmediate(resolve));
  if (signal?.aborted === true)
    throw Object.assign(new Error('Woken.', { cause: signal.reason }), { name: 'AbortError' });
  return value as T;
};
syncBuiltinESMExports();
process.channel?.unref();

function newClock(): Float64Array {
  const hand = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  hand[0] = RealDate.parse(process.env['CLOCK_STARTS_AT'] ?? '');
  setEnvironmentData('leaping-clock', hand);
  return hand;
}

/** Gives the instant to ask again at: at once, when the sleeper is woken meanwhile, since the answer may be lost then. */
function ask(signal: AbortSignal | undefined): Promise<number> {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const question: LeapQuestion = {
    ...{ at: new Date().toISOString(), sleeps },
    ...{ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 },
  };
  process.channel?.ref();
  return new Promise((resolve) => {
    const answered = ({ askAgainAt }: LeapAnswer) => goOn(RealDate.parse(askAgainAt));
    const woken = () => goOn(-Infinity);
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
