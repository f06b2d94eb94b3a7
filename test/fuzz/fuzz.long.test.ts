import { describe, expect, test } from 'vitest';
import { examples } from '../support/examples.ts';
import { MOST_MEGABYTES, watchCampaign } from './support/watch-campaign.ts';

/** The campaigns watch themselves; how long they take depends on the machine. */
const NO_LIMIT = 0;

describe('whatever comes is taken in with the right cells or refused, and nothing else happens', () => {
  test.concurrent.each([
    ['json-stat', 12_000],
    ['survey', 4000],
    ['workbook', 1000],
    ['settings', 3000],
  ] as const)(
    '%s, %i times',
    async (target, times) => {
      const { failure, answers, runs, peakMegabytes } = await watchCampaign(target, examples(times));
      expect(failure).toBeNull();
      expect(answers['taken in'] + answers.refused).toBe(runs);
      // A campaign in which everything is refused at the door tries nothing.
      expect(answers['taken in']).toBeGreaterThan(runs / 10);
      expect(answers.refused).toBeGreaterThan(runs / 10);
      expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES);
    },
    NO_LIMIT,
  );
});
