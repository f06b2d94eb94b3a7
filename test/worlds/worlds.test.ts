import { describe, expect, it } from 'vitest';
import { describeFound, play } from './play.ts';
import { makeWorld } from './world-maker.ts';

const FIRST_SEED = 1;
const WORLDS = Number(process.env.WORLDS ?? 60);
const ONE = process.env.WORLD;
const seeds = ONE === undefined ? Array.from({ length: WORLDS }, (_, at) => FIRST_SEED + at) : [Number(ONE)];

describe('made-up worlds, in which the program and the oracle are asked the same', () => {
  it.each(seeds)('agree on world %i, step by step', async (seed) => {
    const world = makeWorld(seed);
    const played = await play(world);
    expect(played.found.length === 0 ? '' : describeFound(played, world.steps)).toBe('');
  });
});
