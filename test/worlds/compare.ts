import type { Expected } from './expectation.ts';
import type { MissingPart } from './oracle/facts.ts';
import type { Fraction } from './oracle/fraction.ts';
import { toNumber } from './oracle/fraction.ts';
import type { Said } from './oracle/judge.ts';

/** The fields of `status --json` and `explain --json` that are compared. */
export interface Answered {
  readonly id: string;
  readonly status: string;
  readonly period: string | null;
  readonly value: number | null;
  readonly flags: readonly string[];
  readonly cause: string | null;
  readonly since: string | null;
  readonly reason?: string | null;
  readonly missing?: readonly AnsweredPart[];
  readonly lastKnown?: { readonly period: string; readonly value: number | null; readonly status: string } | null;
  readonly bounds?: readonly [number, number] | null;
  readonly numbers?: Readonly<Record<string, number | string>>;
}

interface AnsweredPart {
  readonly role: string;
  readonly place: { readonly code: string } | null;
  readonly period: string;
  readonly reason: string;
  readonly symbol: string | null;
}

/** One field that is not as the oracle expects. */
export interface Difference {
  readonly indicator: string;
  readonly field: string;
  readonly expected: unknown;
  readonly got: unknown;
}

const CLOSE = 1e-9;

function isClose(expected: number | null, got: unknown): boolean {
  if (expected === null) return got === null;
  return typeof got === 'number' && Math.abs(expected - got) <= CLOSE * Math.max(1, Math.abs(expected));
}

function plain(number: Fraction | null): number | null {
  return number === null ? null : toNumber(number);
}

function partName({ role, place, period, reason, symbol }: MissingPart): string {
  return [role, place ?? 'country', period, reason, symbol ?? ''].join(' ');
}

function answeredName({ role, place, period, reason, symbol }: AnsweredPart): string {
  return [role, place?.code ?? 'country', period, reason, symbol ?? ''].join(' ');
}

/** The oracle holds the newest publication alone: what is gone from it whole is to the oracle not there. */
function asNotThere(name: string): string {
  return name.replace(/ withdrawn withdrawn$/, ' not-in-dataset ');
}

const sortedOf = (all: readonly string[]): string => [...new Set(all)].toSorted().join('; ');

/** What is said, without when and why. */
export function compareSaid(id: string, said: Said, got: Answered): readonly Difference[] {
  const differences: Difference[] = [];
  const note = (field: string, isSame: boolean, expected: unknown, answered: unknown): void => {
    if (!isSame) differences.push({ indicator: id, field, expected, got: answered });
  };
  const same = (field: string, expected: unknown, answered: unknown): void =>
    note(field, JSON.stringify(expected) === JSON.stringify(answered), expected, answered);
  same('status', said.status, got.status);
  same('reason', said.reason, got.reason ?? null);
  same('period', said.period, got.period);
  note('value', isClose(plain(said.value), got.value), plain(said.value), got.value);
  const isGone = said.missing.some(({ reason }) => reason === 'not-in-dataset');
  const doubtful: readonly string[] = [...said.doubtful, ...(isGone ? ['revised'] : [])];
  const certain = (flags: readonly string[]): string => sortedOf(flags.filter((flag) => !doubtful.includes(flag)));
  same('flags', certain(said.flags), certain(got.flags));
  const bounds = said.bounds === null ? null : [plain(said.bounds.low), plain(said.bounds.high)];
  const areClose = bounds !== null && bounds.every((end, at) => isClose(end, got.bounds?.[at]));
  note('bounds', bounds === null ? (got.bounds ?? null) === null : areClose, bounds, got.bounds);
  const expected = new Set(said.missing.map(partName));
  const named = (got.missing ?? []).map(answeredName);
  const answered = new Set(named.map((name) => (expected.has(name) ? name : asNotThere(name))));
  const mayBe = new Set([...expected, ...said.hidden.map(partName)]);
  const areNamed = [...expected].every((part) => answered.has(part)) && [...answered].every((part) => mayBe.has(part));
  note('missing', areNamed, sortedOf([...expected]), sortedOf([...answered]));
  const known = said.lastKnown && [said.lastKnown.period, said.lastKnown.status];
  const gotKnown = got.lastKnown ? [got.lastKnown.period, got.lastKnown.status] : null;
  // Where no figure at hand lets the rule speak of an earlier period, what it said last is known still.
  const last = said.lastKnown === null && said.reason !== null ? said.saidLast : null;
  const isSaid =
    last !== null && last !== undefined && JSON.stringify([last.period, last.status]) === JSON.stringify(gotKnown);
  note('lastKnown', isSaid || JSON.stringify(known) === JSON.stringify(gotKnown), known, gotKnown);
  if (said.lastKnown !== null && got.lastKnown) {
    const value = plain(said.lastKnown.value);
    note('lastKnown.value', isClose(value, got.lastKnown.value), value, got.lastKnown.value);
  }
  if (got.numbers !== undefined && said.reason === null) {
    for (const [name, number] of Object.entries(said.numbers)) {
      const answered = got.numbers[name];
      note(`numbers.${name}`, isClose(toNumber(number), answered), toNumber(number), answered);
    }
  }
  return differences;
}

/** Everything that an indicator's answer must agree in. */
export function compareExpected(expected: Expected, got: Answered): readonly Difference[] {
  const { id, said, causes, since } = expected;
  // Of what was never measured nobody asks why it is not.
  const isAllowed = said.status === 'not-measured' || causes.some((cause) => cause === got.cause);
  const why: Difference[] = isAllowed ? [] : [{ indicator: id, field: 'cause', expected: causes, got: got.cause }];
  const when: Difference[] =
    since === got.since ? [] : [{ indicator: id, field: 'since', expected: since, got: got.since }];
  return [...compareSaid(id, said, got), ...why, ...when];
}
