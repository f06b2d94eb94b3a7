import { writeSync } from 'node:fs';
import fc from 'fast-check';
import { openTarget, type TargetName } from './targets.ts';

// One campaign in a process of its own: node --import tsx run-campaign.ts <target> <seed> <runs> [path]
// Writes a dot before each input, so that who watches knows which one it was, and the report as the last line.

/** Of the processor's time; counted again when it comes to more, since a machine that does much else inflates it. */
const MOST_SECONDS_PER_INPUT = 5;

const [name = '', seed = '', runs = '', path = ''] = process.argv.slice(2);
const target = await openTarget(name as TargetName);
const answers: Record<string, number> = { 'taken in': 0, refused: 0 };
let slowest = 0;

const property = fc.asyncProperty(target.cases, async (input) => {
  writeSync(1, '.');
  const first = await attempt(input);
  const { answer, seconds } = first.seconds > MOST_SECONDS_PER_INPUT ? await attempt(input) : first;
  slowest = Math.max(slowest, seconds);
  if (seconds > MOST_SECONDS_PER_INPUT) throw new Error(`The input kept the processor for ${seconds} s.`);
  answers[answer] = (answers[answer] ?? 0) + 1;
});

const details = await fc.check(property, {
  seed: Number(seed),
  numRuns: Number(runs),
  ...(path === '' ? {} : { path, endOnFailure: true }),
});
await target.finish();
const counterexample = details.counterexample?.[0];
const report = {
  runs: details.numRuns,
  answers,
  slowestSeconds: slowest,
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  failure:
    counterexample === undefined
      ? null
      : {
          path: details.counterexamplePath,
          error: String(details.errorInstance instanceof Error ? details.errorInstance.stack : details.errorInstance),
          case: JSON.stringify(counterexample),
          input: target.show(counterexample),
        },
};
writeSync(1, `\n${JSON.stringify(report)}\n`);

async function attempt(input: unknown) {
  const before = process.cpuUsage();
  const answer = await target.attempt(input);
  const { user, system } = process.cpuUsage(before);
  return { answer, seconds: (user + system) / 1e6 };
}
