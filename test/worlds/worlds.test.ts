import { describe, expect, it } from 'vitest';
import type { Rule } from './oracle/facts.ts';
import { describeFound, play } from './play.ts';
import type { WorldSettings } from './settings.ts';
import { makeWorld } from './world-maker.ts';

const WORLDS_IN_EVERY_RUN = 60;
const count = Number(process.env.WORLDS ?? WORLDS_IN_EVERY_RUN);
const only = process.env.WORLD;
/** Where the two still read domain.md otherwise; README.md says how. One that comes to agree fails here, and is taken out. */
const OPEN: readonly number[] = [27, 31, 58];
const all = only === undefined ? Array.from({ length: count }, (_, at) => at + 1) : [Number(only)];
const seeds = all.filter((seed) => !OPEN.includes(seed));
const open = all.filter((seed) => OPEN.includes(seed));

async function playWorld(seed: number): Promise<void> {
  const world = makeWorld(seed);
  const played = await play(world);
  expect(played.found.length === 0 ? '' : describeFound(played, world.steps)).toBe('');
  expect(played.compared).toBeGreaterThan(0);
}

describe('made-up worlds, in which the program and the oracle are asked the same', () => {
  it.each(seeds)('agree on world %i, step by step', playWorld);

  it.fails.each(open)('do not agree on world %i yet', playWorld);
});

function withWideMargin(rule: Rule): Rule {
  if (rule.id === 'not-set') return rule;
  if (rule.id === 'all-of') return { ...rule, parts: rule.parts.map(withWideMargin) };
  return { ...rule, tolerance: { absolute: '1000000' } };
}

const wideMargins = (settings: WorldSettings): WorldSettings => ({
  ...settings,
  indicators: settings.indicators.map((one) => ({ ...one, rule: withWideMargin(one.rule) })),
});

const withoutBreaks = (settings: WorldSettings): WorldSettings => ({ ...settings, breaks: [] });

describe('the worlds bite', () => {
  it('a program with another margin is told from the right one by its status', async () => {
    const played = await play(makeWorld(2), wideMargins);
    expect(played.found.some(({ field }) => field === 'status')).toBe(true);
    expect(played.found.some(({ field }) => field === 'numbers.tolerance')).toBe(true);
  });

  it('a program that is not told of a declared break is told from one that is', async () => {
    const played = await play(makeWorld(17), withoutBreaks);
    expect(played.found.some(({ field, expected }) => field === 'status' && expected === 'break')).toBe(true);
  });
});

describe('the worlds hold', () => {
  it.each([
    ...[
      'publishes',
      'before it is out',
      'becomes :',
      'becomes -',
      'withheld',
      'is marked',
      'the label of',
      'now reaches',
    ],
    ...[
      'change places',
      'takes over',
      'back',
      'another margin',
      'leaves the group',
      'a break in',
      'the municipality corrects',
    ],
  ])('at least one in which it is said: %s', (words) => {
    const all = Array.from({ length: WORLDS_IN_EVERY_RUN }, (_, at) => makeWorld(at + 1));
    expect(all.some(({ steps }) => steps.some(({ what }) => what.some((one) => one.includes(words))))).toBe(true);
  });

  it('runs that die between taking in and assessing', () => {
    const all = Array.from({ length: WORLDS_IN_EVERY_RUN }, (_, at) => makeWorld(at + 1));
    expect(all.filter(({ steps }) => steps.some(({ run }) => run === 'dies')).length).toBeGreaterThan(10);
  });
});
