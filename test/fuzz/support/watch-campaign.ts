import { spawn } from 'node:child_process';
import { ROOT } from '../../support/cli.ts';
import type { Examples } from '../../support/examples.ts';
import type { Answer } from './target.ts';
import type { TargetName } from './targets.ts';

export interface CampaignReport {
  readonly runs: number;
  readonly answers: Readonly<Record<Answer, number>>;
  readonly peakMegabytes: number;
  /** `null`, or all that is needed to try the one input again. */
  readonly failure: object | null;
}

/** What the program may hold at most; beyond it the process is ended by its own memory limit. */
export const MOST_MEGABYTES = 512;
const HEAP_MEGABYTES = 320;
/** The process counts its own processor time; this ends one that no longer comes to that. */
const SILENCE_MS = 300_000;

/** fast-check keeps something of every input: so many are tried in one process. */
const MOST_RUNS = 4000;

/**
 * Runs a campaign in processes of its own, one after the other, where it can neither fill the memory nor hang for ever.
 * Each has the seed after that of the one before. Ends with the first that finds something.
 */
export async function watchCampaign(target: TargetName, { seed, numRuns }: Examples): Promise<CampaignReport> {
  let total = await watchProcess(target, { seed, numRuns: Math.min(numRuns, MOST_RUNS) });
  for (let n = 1; total.runs < numRuns && total.failure === null; n += 1) {
    const { runs, answers, peakMegabytes, failure } = await watchProcess(target, {
      seed: seed + n,
      numRuns: Math.min(numRuns - total.runs, MOST_RUNS),
    });
    total = {
      runs: total.runs + runs,
      answers: {
        'taken in': total.answers['taken in'] + answers['taken in'],
        refused: total.answers.refused + answers.refused,
      },
      peakMegabytes: Math.max(total.peakMegabytes, peakMegabytes),
      failure,
    };
  }
  return total;
}

function watchProcess(target: TargetName, { seed, numRuns }: Examples): Promise<CampaignReport> {
  const words = [`--max-old-space-size=${HEAP_MEGABYTES}`, '--import', 'tsx', 'test/fuzz/support/run-campaign.ts'];
  const child = spawn(process.execPath, [...words, target, String(seed), String(numRuns)], { cwd: ROOT });
  let inputs = 0;
  let report = '';
  let errors = '';
  const silence = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    silence.refresh();
    const dots = /^\.*/.exec(report === '' ? text : '')?.[0].length ?? 0;
    inputs += dots;
    report += text.slice(dots);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = `${errors}${text}`.slice(-4000)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(silence);
      if (code === 0) {
        resolve(JSON.parse(report) as CampaignReport);
        return;
      }
      const again = `npx tsx test/fuzz/support/run-campaign.ts ${target} ${seed} 1 ${inputs - 1}`;
      reject(
        new Error(`Input ${inputs} ended the process (${code ?? signal ?? ''}). Try it again: ${again}\n${errors}`),
      );
    });
  });
}
