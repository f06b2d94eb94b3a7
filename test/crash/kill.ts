import fc from 'fast-check';
import { type CliResult, startCli } from '../support/cli.ts';
import { countKills, examples, stride } from '../support/examples.ts';
import { killInTime, killingItself, type Moment } from '../support/service/kill.ts';
import { shiftedTo } from '../support/service/shifted-clock.ts';

type Environment = Readonly<Record<string, string>>;

export interface CommandCall {
  readonly words: readonly string[];
  readonly env: Environment;
  /** The command believes that it is so many minutes later. */
  readonly minutesLater?: number;
}

/** Runs a command, killed at the moment unless it has ended by then. */
export async function runKilled({ words, env, minutesLater = 0 }: CommandCall, moment?: Moment): Promise<CliResult> {
  const killing = killingItself(moment);
  const later = minutesLater > 0 ? [shiftedTo(new Date(Date.now() + minutesLater * 60_000).toISOString())] : [];
  const options = [...later, ...killing.preloads].map((preload) => `--import ${preload}`).join(' ');
  const command = startCli(words, { ...env, ...killing.env, NODE_OPTIONS: options });
  const { cancel } = killInTime(moment, () => command.kill());
  try {
    return await command.ended;
  } finally {
    cancel();
  }
}

/**
 * Kills something before its writes, one in `every` of them, and at `atRandom` moments of the `lastsMs` that it lasts;
 * `tryAt` says whether it was killed or had come to its end before. Tells how many times it was killed.
 */
export async function killThroughout(
  {
    every,
    atRandom = 4,
    lastsMs,
  }: { readonly every: number; readonly atRandom?: number | undefined; readonly lastsMs: number },
  tryAt: (moment: Moment) => Promise<boolean>,
): Promise<number> {
  let kills = 0;
  for (let write = 1; await tryAt({ beforeWrite: write }); write += stride(every)) kills += 1;
  for (const share of randomShares(atRandom)) {
    if (await tryAt({ afterMs: Math.round(share * lastsMs) })) kills += 1;
  }
  countKills(kills);
  return kills;
}

/** Shares of how long it lasts; the first fifth is Node's own start. */
function randomShares(usual: number): readonly number[] {
  const { seed, numRuns } = examples(usual);
  return fc.sample(fc.double({ min: 0.2, max: 1, noNaN: true }), { seed, numRuns });
}
