import type { Expected, Oracle } from './expectation.ts';
import { openOracle } from './expectation.ts';
import { compareExpected, compareSaid, type Difference } from './compare.ts';
import type { Distort, Program, Told } from './program.ts';
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
export async function play(world: MadeWorld, distort?: Distort): Promise<Played> {
  const program = await openProgram(distort);
  try {
    return await playWith(program, openOracle(), world);
  } finally {
    await program.close();
  }
}

async function playWith(program: Program, oracle: Oracle, { seed, steps }: MadeWorld): Promise<Played> {
  const found: Found[] = [];
  const past: { readonly step: number; readonly at: string; readonly said: ReadonlyMap<string, Said> }[] = [];
  const statuses: string[] = [];
  let [compared, heldBack, toldBefore] = [0, 0, 0];
  for (const [at, step] of steps.entries()) {
    const report = await program.run(step.state, step.run);
    const refused = new Set(
      (report?.datasets ?? []).filter(({ outcome }) => outcome === 'quarantined' || outcome === 'failed').map(({ datasetId }) => datasetId),
    );
    heldBack += refused.size;
    oracle.takeIn(step.state, refused);
    if (report === null) continue;
    const expected = oracle.assess(step.state);
    const told = program.told();
    const here = [...compareNow(program, expected), ...compareTold(expected, told.slice(toldBefore))];
    toldBefore = told.length;
    found.push(...here.map((one) => ({ ...one, step: at })));
    past.push({ step: at, at: step.state.now, said: new Map(expected.map(({ id, said }) => [id, said])) });
    // Asking about every earlier step after each would take longer than all the rest: the last step does it for all.
    const asked = at === steps.length - 1 ? past : past.slice(-2);
    found.push(...asked.flatMap((moment) => compareThen(program, moment).map((one) => ({ ...one, step: at, asOf: moment.step }))));
    statuses.push(...expected.map(({ said }) => said.status));
    compared += expected.length * (1 + asked.length);
  }
  return { seed, found, compared, statuses, heldBack };
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
      got.length === 1 && only?.from === toldFrom && only.to === said.status && causes.some((one) => one === only.cause);
    return isRight ? [] : [{ indicator: id, field: 'told', expected: { from: toldFrom, to: said.status, causes }, got }];
  });
}

function compareThen(
  program: Program,
  { at, said }: { readonly at: string; readonly said: ReadonlyMap<string, Said> },
): readonly Difference[] {
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
  const story = steps.map(({ what, run, state }, at) => `  step ${at} ${state.now.slice(0, 10)} ${run}: ${what.join('; ')}`);
  return [`World ${seed} (run it again with WORLD=${seed}):`, ...story, ...lines].join('\n');
}
