import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/model/language.ts';
import type { Status } from '../../../src/model/plan/assessment.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { ROOT } from '../../support/cli.ts';
import { listing } from './listing.ts';
import { listedVerdicts } from './rule-cases.ts';

// Written by `npx vitest run --config test/vitest.unit.config.ts test/words/listing -u`, and read line by line.

/** What no text says, in any language. */
const BANNED: readonly (readonly [why: string, pattern: RegExp])[] = [
  ['a figure is named by its period', /målt verdi|measured value/i],
  ['a margin is definite', /innenfor margin på/],
  ['none and all are words', /\b0 av \d|\b1 av 1\b|\b0 of \d|\b1 of 1\b/],
  [
    'a percentage changes by percentage points',
    /(?:opp|ned|up|down) [\d,.]+[\s\u00A0](?:prosent|per cent)(?!poeng|age)\b/,
  ],
  ['a number does not break', /\d[ \u2009]\d{3}\b/],
  [
    'a number keeps its unit',
    /\d (?:prosent|prosentpoeng|per cent|percentage|foretak|enterprises|tonn|tonnes|poeng|points)\b/,
  ],
  ['a period is a range', /\b20\d\d-20\d\d\b/],
  ['CO₂ has its index', /CO2/],
  ['no code of the program', /job-growth|an-indicator|own-figure|undefined|NaN|\[object/],
  ['no double negative', /ikke (?:u(?:endret|oppfylt|målt)|ingen)|not un/],
  [
    'one is singular',
    /\b(?:1|én|ett|one) (?:perioder|steder|indikatorer|dager|regioner|fylker|krav er|periods|places|indicators|days|regions|counties)\b/i,
  ],
  ['what is not met is not undone', /uten (?:ingen|ikke)|mangler ikke|ikke uten|not without|no(?:t|body) lacks?\b/i],
  ['no English of the counting house', /reckon|to the (?:dis)?advantage of|lacks the figure|PRØVE|at peace/],
];

describe.each(LANGUAGES)('what is said in %s', (language) => {
  const text = listing(language);

  it('is, line by line, what has been read and approved', async () => {
    await expect(text).toMatchFileSnapshot(join(ROOT, 'docs/texts', `${language}.md`));
  });

  it.each(BANNED)('holds that %s', (_, pattern) => {
    const said = text.split('\n').map((line) => line.replace(/^- [a-z-]+: /, ''));
    expect(said.filter((line) => pattern.test(line) && !line.startsWith('#'))).toEqual([]);
  });
});

/** What each rule can find, by the table of rules in `docs/indicators.md`. */
const VERDICTS: Readonly<Record<Rule['id'], readonly Status[]>> = {
  'annual-change': ['on-track', 'stable', 'off-track'],
  'stable-or-improved': ['on-track', 'off-track'],
  'growth-lead': ['on-track', 'stable', 'off-track'],
  'relative-position': ['on-track', 'stable', 'off-track'],
  threshold: ['on-track', 'partly-met', 'off-track'],
  target: ['on-track', 'stable', 'off-track'],
  rank: ['on-track', 'off-track'],
  against: ['on-track', 'stable', 'off-track'],
  'no-worse-than-mean': ['on-track', 'off-track'],
  'all-of': ['on-track', 'partly-met', 'stable', 'off-track'],
  'not-set': ['ambition-not-set'],
};

it('has a sentence for everything that every rule can find', () => {
  const wanted = Object.entries(VERDICTS).flatMap(([rule, statuses]) => statuses.map((status) => `${rule} ${status}`));
  expect([...new Set(listedVerdicts())].sort()).toEqual(wanted.sort());
});
