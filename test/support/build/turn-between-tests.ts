import { setImmediate } from 'node:timers/promises';
import { afterEach } from 'vitest';

// Tests that never wait leave the event loop no turn, and after a minute without one the run fails: its report timed out.
afterEach(async () => {
  await setImmediate();
});
