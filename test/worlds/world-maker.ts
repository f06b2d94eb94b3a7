import type { Change, WorldState } from './changes.ts';
import { CHANGES } from './changes.ts';
import { makeSettings } from './make-settings.ts';
import { makeTable, roundedTable } from './make-tables.ts';
import type { Random } from './random.ts';
import { randomOf } from './random.ts';
import { placesOf } from './settings.ts';
import { SUBJECTS } from './tables.ts';

export interface Step {
  /** What happened, in words. */
  readonly what: readonly string[];
  readonly state: WorldState;
  /** `dies`: the run takes the figures in and ends before it has assessed. */
  readonly run: 'whole' | 'dies';
  /** A person takes in what is held back, unless it shows zeros. */
  readonly isAccepted: boolean;
}

/** A sequence of moments, the first of which is the installation. */
export interface MadeWorld {
  readonly seed: number;
  readonly steps: readonly Step[];
}

const DAY_MS = 86_400_000;

/** The same world for the same seed. */
export function makeWorld(seed: number): MadeWorld {
  const random = randomOf(seed);
  const subjects = random.sample(SUBJECTS, random.between(1, 3));
  const settings = makeSettings(random, subjects);
  const last = random.pick([2025, 2025, 2025, 2024, 2024, 2023, 2020, 2019]);
  const places = placesOf(settings);
  const tables = subjects.flatMap((subject) => {
    const table = makeTable(subject, last, { random, places });
    const hasSecond = subject === 'jobs' && settings.indicators.some(({ second }) => second !== undefined);
    return hasSecond ? [table, roundedTable(table, { random, places })] : [table];
  });
  const steps: Step[] = [
    {
      what: ['installed'],
      state: { now: `${last + 1}-03-02T10:00:00.000Z`, tables, settings, files: [] },
      run: 'whole',
      isAccepted: false,
    },
  ];
  const count = random.between(4, 8);
  while (steps.length <= count) steps.push(nextStep(steps.at(-1)?.state, random));
  return { seed, steps };
}

function nextStep(before: WorldState | undefined, random: Random): Step {
  if (before === undefined) throw new Error('A world begins with its installation.');
  const days = random.chance(25) ? random.between(200, 380) : random.between(1, 40);
  const now = new Date(Date.parse(before.now) + days * DAY_MS).toISOString();
  let state: WorldState = { ...before, now };
  const what = [`${days} days pass`];
  for (let left = random.between(0, 3); left > 0; left -= 1) {
    const changed = pickChange(random)(state, random);
    if (changed === null) continue;
    what.push(changed.what);
    state = changed.state;
  }
  return { what, state, run: random.chance(12) ? 'dies' : 'whole', isAccepted: random.chance(60) };
}

function pickChange(random: Random): Change {
  const all = CHANGES.flatMap(([often, change]) => Array.from({ length: often }, () => change));
  return random.pick(all);
}
