import { newDaemonState } from '../../../src/app/service/daemon-state.ts';
import { keepSchedule } from '../../../src/app/service/keep-schedule.ts';
import type { App } from '../../../src/app/open-app.ts';
import { createLogger } from '../../../src/platform/logger.ts';

/** What happens in the world while the service sleeps. */
export interface Happening {
  readonly at: string;
  readonly happen: () => void;
}

export interface Kept {
  /** Lines of the log. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Keeps the schedule in this process until an instant, on the app's own clock, which moves when it sleeps. The alarm
 * never rings: what the service sees, it sees by looking at the clock itself.
 */
export async function keepUntil(app: App, until: string, happenings: readonly Happening[] = []): Promise<Kept> {
  const stop = new AbortController();
  const end = Date.parse(until);
  const waiting = happenings.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const log: Readonly<Record<string, unknown>>[] = [];
  const state = newDaemonState(app.clock.now());
  const pass = () => {
    const now = app.clock.now().getTime();
    while (waiting[0] !== undefined && Date.parse(waiting[0].at) <= now) waiting.shift()?.happen();
    if (now >= end) stop.abort(new Error('The time is over.'));
  };
  const clock: App['clock'] = {
    now: () => app.clock.now(),
    sleep: async (ms) => {
      const now = app.clock.now().getTime();
      const next = Math.min(state.nextWakeAt?.getTime() ?? now, Date.parse(waiting[0]?.at ?? until), end);
      // Between two looks for work nothing happens that the service does, and the minutes may be passed over.
      await app.clock.sleep(state.phase === 'waiting' && next > now ? next - now : ms);
      pass();
    },
  };
  const output = { write: (line: string) => log.push(JSON.parse(line) as Readonly<Record<string, unknown>>) };
  const logger = createLogger({ level: 'info', pretty: false, output });
  const never = { rings: () => new Promise<void>(() => undefined) };
  pass();
  await keepSchedule({ ...app, clock, logger }, state, never, { stop: stop.signal });
  return { log };
}
