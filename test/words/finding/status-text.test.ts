import { describe, expect, it } from 'vitest';
import { FLAGS, STATUSES } from '../../../src/model/plan/assessment.ts';
import { flagText, statusText } from '../../../src/words/finding/status-text.ts';

describe('statusText', () => {
  it('uses the words of the plan’s staff', () => {
    expect(STATUSES.map((status) => statusText(status, 'nb'))).toEqual([
      'Oppfylt',
      'Delvis oppfylt',
      'Uendret',
      'Ikke oppfylt',
      'Ambisjon ikke fastsatt',
      'Ikke målt',
      'Kan ikke vurderes',
      'Brudd i tidsserien',
    ]);
  });

  it.each(['nb', 'en'] as const)('has a word of its own for every status and flag (%s)', (language) => {
    const words = [
      ...STATUSES.map((status) => statusText(status, language)),
      ...FLAGS.map((flag) => flagText(flag, language)),
    ];
    expect(new Set(words).size).toBe(STATUSES.length + FLAGS.length);
  });
});
