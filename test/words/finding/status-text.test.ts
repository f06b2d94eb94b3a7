import { describe, expect, it } from 'vitest';
import { FLAGS } from '../../../src/model/plan/assessment.ts';
import { SAID_STATUSES } from '../../../src/model/plan/said-status.ts';
import { flagText, statusText } from '../../../src/words/finding/status-text.ts';

describe('statusText', () => {
  it('uses the words of the plan’s staff', () => {
    expect(SAID_STATUSES.map((status) => statusText(status, 'nb'))).toEqual([
      'Oppfylt',
      'Delvis oppfylt',
      'Uendret',
      'Om lag likt',
      'For liten endring',
      'Ikke oppfylt',
      'Ambisjon ikke fastsatt',
      'Ikke målt',
      'Kan ikke vurderes',
      'Brudd i tidsserien',
    ]);
  });

  it.each(['nb', 'nn', 'en'] as const)('has a word of its own for every status and flag (%s)', (language) => {
    const words = [
      ...SAID_STATUSES.map((status) => statusText(status, language)),
      ...FLAGS.map((flag) => flagText(flag, language)),
    ];
    expect(new Set(words).size).toBe(SAID_STATUSES.length + FLAGS.length);
  });
});
