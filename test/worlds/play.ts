import type { Expected, Oracle } from './expectation.ts';
import { openOracle } from './expectation.ts';
import type { WorldState } from './changes.ts';
import { DATASETS } from './tables.ts';
import { compareExpected, compareSaid, type Difference } from './compare.ts';
import type { Distortion, Program, Told } from './program.ts';
import { openProgram } from './program.ts';
import type { MadeWorld, Step } from './world-maker.ts';
import type { Said } from './oracle/judge.ts';

export interface Found extends Difference {
  readonly step: number;
  /** The earlier step asked about, for `check --as-of`. */
  readonly asOf?: number;
}

export interface Played {
  readonly seed: number;
  readonly found: readonly Found[];
  /** Comparisons made, so that silence can be told from agreement. */
  readonly compared: number;
  /** Statuses expected, with how often. */
  readonly statuses: readonly string[];
  /** Replies that the program held back. */
  readonly heldBack: number;
}

/** Plays a world with the program and the oracle side by side; what they disagree on, after every step. */
export async function play(world: MadeWorld, distortion?: Distortion): Promise<Played> {
  const program = await openProgram(distortion);
  try {
    return await playWith(program, openOracle(), world);
  } finally {
    await program.close();
  }
}

interface Moment {
  readonly step: number;
  readonly at: string;
  readonly said: ReadonlyMap<string, Said>;
}

async function playWith(program: Program, oracle: Oracle, { seed, steps }: MadeWorld): Promise<Played> {
  const found: Found[] = [];
  const past: Moment[] = [];
  const statuses: string[] = [];
  let [compared, heldBack, toldBefore, handedIn] = [0, 0, 0, 0];
  const assessed = (at: number, state: WorldState): void => {
    const expected = oracle.assess(state);
    const told = program.told();
    const here = [...compareNow(program, expected), ...compareTold(expected, told.slice(toldBefore))];
    toldBefore = told.length;
    found.push(...here.map((one) => ({ ...one, step: at })));
    past.push({ step: at, at: state.now, said: new Map(expected.map(({ id, said }) => [id, said])) });
    statuses.push(...expected.map(({ said }) => said.status));
    compared += expected.length;
  };
  for (const [at, step] of steps.entries()) {
    let minutes = 0;
    const report = await program.run(step.state, step.run);
    const refused = program.refused();
    heldBack += refused.size;
    oracle.ingest(step.state, refused);
    if (report !== null) assessed(at, step.state);
    const accepted = step.isAccepted ? acceptable(refused, step.state) : [];
    if (accepted.length > 0) {
      await program.accept(accepted);
      minutes += 1;
      const state = laterBy(minutes, step.state);
      oracle.ingest(state, program.refused());
      assessed(at, state);
    }
    for (const [position, file] of step.state.files.entries()) {
      if (position < handedIn) continue;
      await program.handIn(file);
      minutes += 1;
      const state = laterBy(minutes, step.state);
      oracle.takeFiles(step.state.files.slice(0, position + 1), state.now);
      assessed(at, state);
    }
    handedIn = step.state.files.length;
    // Asking about every earlier step after each would take longer than all the rest: the last step does it for all.
    const asked = at === steps.length - 1 ? past : past.slice(-2, -1);
    compared += asked.reduce((all, { said }) => all + said.size, 0);
    found.push(
      ...asked.flatMap((one) =>
        compareThen(program, one).map((difference) => ({ ...difference, step: at, asOf: one.step })),
      ),
    );
  }
  return { seed, found, compared, statuses, heldBack };
}

const MINUTE_MS = 60_000;

function laterBy(minutes: number, state: WorldState): WorldState {
  return { ...state, now: new Date(Date.parse(state.now) + minutes * MINUTE_MS).toISOString() };
}

/** Accepting would let zeros in as figures, which is another question. */
function acceptable(refused: ReadonlySet<string>, { tables }: WorldState): readonly string[] {
  return DATASETS.filter(({ id, subject }) => {
    const table = tables.find((one) => one.subject === subject && !one.isClosed);
    return refused.has(id) && table !== undefined && ![...table.figures.values()].includes(0);
  }).map(({ id }) => id);
}

function compareNow(program: Program, expected: readonly Expected[]): readonly Difference[] {
  const lines = new Map(program.status().map((line) => [line.id, line]));
  return expected.flatMap((one) => {
    const line = lines.get(one.id);
    if (line === undefined) return [{ indicator: one.id, field: 'line', expected: 'a line', got: null }];
    const { numbers } = program.explain(one.id);
    return compareExpected(one, { ...line, numbers });
  });
}

/** What staff were told in this step: every change of status, and nothing else. */
function compareTold(expected: readonly Expected[], told: readonly Told[]): readonly Difference[] {
  return expected.flatMap(({ id, said, causes, toldFrom }): readonly Difference[] => {
    const got = told.filter(({ subject }) => subject === id).map(({ from, to, cause }) => ({ from, to, cause }));
    if (toldFrom === undefined) {
      return got.length === 0 ? [] : [{ indicator: id, field: 'told', expected: 'nothing', got }];
    }
    const [only] = got;
    const isRight =
      got.length === 1 &&
      only?.from === toldFrom &&
      only.to === said.status &&
      causes.some((one) => one === only.cause);
    return isRight
      ? []
      : [{ indicator: id, field: 'told', expected: { from: toldFrom, to: said.status, causes }, got }];
  });
}

function compareThen(program: Program, { at, said }: Moment): readonly Difference[] {
  const lines = new Map(program.asOf(at).map((line) => [line.id, line]));
  return [...said].flatMap(([id, one]) => {
    const line = lines.get(id);
    if (line === undefined) return [{ indicator: id, field: 'as-of', expected: 'a line', got: null }];
    return compareSaid(id, one, line);
  });
}

/** A difference with all that is needed to see it again. */
export function describeFound({ seed, found }: Played, steps: readonly Step[]): string {
  const lines = found.map(({ step, asOf, indicator, field, expected, got }) => {
    const when = asOf === undefined ? `step ${step}` : `step ${step} as of step ${asOf}`;
    return `  ${when}: ${indicator} ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`;
  });
  const story = steps.map(
    ({ what, run, state }, at) => `  step ${at} ${state.now.slice(0, 10)} ${run}: ${what.join('; ')}`,
  );
  return [`World ${seed} (run it again with WORLD=${seed}):`, ...story, ...lines].join('\n');
}
