import { describe, expect, it, vi } from 'vitest';
import type { JobDefinition } from '../../src/model/data/job.ts';
import { playToAgreement } from './agreement.ts';
import type { Rule } from './oracle/facts.ts';
import { type Found, play } from './play.ts';
import type { Distortion } from './program.ts';
import type { WorldSettings } from './settings.ts';
import { makeWorld } from './world-maker.ts';

vi.mock('../../src/app/intake/intake-thread.ts', () => import('./intake-here.ts'));

const WORLDS_IN_EVERY_RUN = 60;

/** `WORLD=17` is one, `WORLDS=200` the first so many, `WORLDS=201-400` a stretch of them. */
function seedsAskedFor({ WORLD, WORLDS = String(WORLDS_IN_EVERY_RUN) }: NodeJS.ProcessEnv): readonly number[] {
  if (WORLD !== undefined) return [Number(WORLD)];
  const [first = '', last] = WORLDS.split('-');
  const [from, to] = last === undefined ? [1, Number(first)] : [Number(first), Number(last)];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

describe('made-up worlds, in which the program and the oracle are asked the same', () => {
  it.each(seedsAskedFor(process.env))('agree on world %i, step by step', playToAgreement);
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

const withoutSecondTable = (settings: WorldSettings): WorldSettings => ({
  ...settings,
  indicators: settings.indicators.map((one) => omit(one, 'second')),
});

/** The shipped jobs, of which none says that a 0 is never a figure. */
const withZeros = (jobs: readonly JobDefinition[]): readonly JobDefinition[] =>
  jobs.map((job) => ({
    ...job,
    datasets: job.datasets.map((one) => ({ ...one, contents: one.contents.map((contents) => omit(contents, 'zero')) })),
  }));

function omit<T extends object, K extends string>(whole: T, name: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) as Omit<T, K>;
}

const withoutBreaks = (settings: WorldSettings): WorldSettings => ({ ...settings, breaks: [] });

const WORLDS_TRIED = 12;

/** Is the program told from the right one in a world where this is said to have happened? */
async function isNotified(said: RegExp, distortion: Distortion, isSeen: (one: Found) => boolean): Promise<boolean> {
  const worlds = Array.from({ length: WORLDS_IN_EVERY_RUN }, (_, at) => makeWorld(at + 1));
  const having = worlds.filter(({ steps }) => steps.some(({ what }) => what.some((one) => said.test(one))));
  for (const world of having.slice(0, WORLDS_TRIED)) {
    const { found } = await play(world, distortion);
    if (found.some(isSeen)) return true;
  }
  return false;
}

describe('the worlds bite', () => {
  it('a program with another margin is told from the right one by its status', async () => {
    const played = await play(makeWorld(2), { settings: wideMargins });
    expect(played.found.some(({ field }) => field === 'status')).toBe(true);
    expect(played.found.some(({ field }) => field === 'numbers.tolerance')).toBe(true);
  });

  it.each<[string, RegExp, Distortion, (one: Found) => boolean]>([
    [
      'is not told of a declared break',
      /^a break in/,
      { settings: withoutBreaks },
      ({ field, expected }) => field === 'status' && expected === 'break',
    ],
    [
      'takes every 0 for a figure',
      /^06445 publishes .* 0(,|$)/,
      { jobs: withZeros },
      ({ field, expected }) => field === 'status' && expected === 'insufficient',
    ],
    [
      'has no second table',
      /^withheld: .*,.*,/,
      { settings: withoutSecondTable },
      ({ field, got }) => field === 'status' && got === 'insufficient',
    ],
  ])('a program that %s is told from one that is as it should be', async (_title, said, distortion, isSeen) => {
    expect(await isNotified(said, distortion, isSeen)).toBe(true);
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
      'and 13470',
      'the survey is handed in',
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
