import { expect } from 'vitest';
import type { Examples } from '../../support/examples.ts';
import type { TargetName } from './targets.ts';
import { MOST_MEGABYTES, watchCampaign } from './watch-campaign.ts';

/** Tries a target with made-up inputs; fails unless each is taken in or refused, and both happen often enough. */
export async function tryTarget(target: TargetName, asked: Examples): Promise<void> {
  const { failure, answers, runs, peakMegabytes } = await watchCampaign(target, asked);
  expect(failure).toBeNull();
  expect(answers['taken in'] + answers.refused).toBe(runs);
  // A campaign in which everything is refused at the door tries nothing.
  expect(answers['taken in']).toBeGreaterThan(runs / 10);
  expect(answers.refused).toBeGreaterThan(runs / 10);
  expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES);
}
