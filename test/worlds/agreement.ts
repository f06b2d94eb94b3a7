import { expect } from 'vitest';
import { describeFound, play } from './play.ts';
import { makeWorld } from './world-maker.ts';

/** Plays the world of a seed; fails with every difference where the program and the oracle do not agree. */
export async function playToAgreement(seed: number): Promise<void> {
  const world = makeWorld(seed);
  const played = await play(world);
  expect(played.found.length === 0 ? '' : describeFound(played, world.steps)).toBe('');
  expect(played.compared).toBeGreaterThan(0);
}
