import { setTimeout as delay } from 'node:timers/promises';

/** Waits for something another process does; the test's own time limit ends it. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(10);
}
