const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;
const GIVE_UP_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * When to try again after `failures` failed attempts (from 1): a minute later, then twice as long each time, at most an
 * hour. `null` gives up: the attempts made span a week or more, counted in waits and not in days gone by, so that time
 * the program stood still does not use up the chances of a message.
 */
export function nextAttempt(failures: number, now: Date): Date | null {
  if (timeSpanned(failures) >= GIVE_UP_AFTER_MS) return null;
  return new Date(now.getTime() + waitAfter(failures));
}

function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
}

/** The least time between the first attempt and the last. */
function timeSpanned(attempts: number): number {
  let total = 0;
  for (let failures = 1; failures < attempts; failures++) total += waitAfter(failures);
  return total;
}
