import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import { queryDatabase } from '../support/database/database-content.ts';
import type { Moment } from '../support/service/kill.ts';
import type { Receiver } from '../support/network/receiver.ts';
import { killThroughout } from './kill.ts';
import { damageOf, differences, lastingContent, toldTo } from './outcome.ts';

/** Something that works on a database in a folder of its own. */
export interface Trial {
  readonly file: string;
  /** Lets it work to its end, well, or until it is killed; says whether it was killed. */
  readonly live: (moment?: Moment) => Promise<boolean>;
}

export interface Subject {
  /** A trial with the same beginning as every other. */
  readonly begin: (name: string) => Trial;
  /** Where its messages go. */
  readonly receiver: Receiver;
  readonly every: number;
  readonly atRandom?: number | undefined;
}

/**
 * Kills something again and again, each time on a database of its own, lets it work once more to its end, and fails
 * unless all is then as if it had never been killed. Tells how many times it was killed, and of which changes its
 * messages told each time.
 */
export async function killAndRepeat({ begin, receiver, every, atRandom }: Subject): Promise<{
  readonly kills: number;
  readonly changes: readonly string[];
}> {
  const beginAnew = (name: string) => {
    receiver.received.length = 0;
    return begin(name);
  };
  const undisturbed = beginAnew('undisturbed');
  const startedAt = performance.now();
  await undisturbed.live();
  const lastsMs = performance.now() - startedAt;
  const content = lastingContent(undisturbed.file);
  const { changes } = toldTo(receiver.received);

  const kills = await killThroughout({ every, atRandom, lastsMs }, async (moment) => {
    const name = Object.entries(moment).flat().join('-');
    const { file, live } = beginAnew(name);
    const killed = await live(moment);
    if (killed) expect(await live(), name).toBe(false);
    expect(damageOf(file), name).toEqual([]);
    expect(differences(lastingContent(file), content), name).toEqual([]);
    expect(toldTo(receiver.received).changes, name).toEqual(changes);
    expect(toldTo(receiver.received).dropped, name).toBeLessThanOrEqual(1);
    expect(queryDatabase(file, "SELECT id FROM job_run WHERE outcome = 'running'"), name).toEqual([]);
    rmSync(dirname(file), { recursive: true });
    return killed;
  });
  return { kills, changes };
}
