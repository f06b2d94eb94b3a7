import { compare } from './fraction.ts';
import { yearOf } from './cells.ts';
import type { UsedCell } from './levels.ts';
import type { Said } from './judge.ts';

/** In the order in which the first that holds is the cause. */
export const CAUSES = [
  'first-assessment',
  'source-switched',
  'rule-changed',
  'peers-changed',
  'break',
  'withdrawn',
  'new-period',
  'restored',
  'correction',
  'revision',
  'peer-revision',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What an assessment rested on, besides what it said. */
export interface Remembered {
  readonly said: Said;
  /** Everything the rule, its margins, places, datasets and symbols say, as one text. */
  readonly rule: string;
  readonly peers: string;
  /** The newest year ever assessed. */
  readonly newestYear: number;
}

/** Does it hold for certain, or by one reading of the meaning only? */
type Held = 'yes' | 'maybe' | 'no';

function maybe(holds: boolean): Held {
  return holds ? 'maybe' : 'no';
}

function surely(holds: boolean): Held {
  return holds ? 'yes' : 'no';
}

/**
 * Why the second differs from the first: every cause that the meaning allows, most often one; none where the evidence of
 * both is the same.
 */
export function causesOf(before: Remembered | null, now: Remembered): readonly Cause[] {
  if (before === null) return ['first-assessment'];
  const moves = cellMoves(before.said.used, now.said.used);
  const isBack = isForwards(before.said, now.said) && yearOf(now.said.period ?? '') <= before.newestYear;
  const holds: Readonly<Record<Exclude<Cause, 'first-assessment'>, Held>> = {
    'source-switched': surely(isSwitched(before.said, now.said)),
    'rule-changed': before.rule !== now.rule ? 'yes' : 'no',
    'peers-changed': surely(before.peers !== now.peers),
    break: breakHeld(before.said, now.said),
    withdrawn: isBackwards(before.said, now.said) ? 'yes' : isBack ? 'maybe' : moves.withdrawn,
    // A period that comes back is no new one; which of the three it is then, the meaning does not say.
    'new-period': isBack ? 'maybe' : surely(isForwards(before.said, now.said)),
    restored: isBack ? 'yes' : moves.restored,
    correction: moves.correction,
    revision: moves.revision,
    'peer-revision': moves.peerRevision,
  };
  const allowed: Cause[] = [];
  for (const cause of CAUSES) {
    const held = cause === 'first-assessment' ? 'no' : holds[cause];
    if (held !== 'no') allowed.push(cause);
    if (held === 'yes') break;
  }
  // What was never measured used no figures that could be compared: the source has filled one in.
  const isFilledIn = allowed.length === 0 && before.said.status !== now.said.status;
  return isFilledIn ? ['revision'] : allowed;
}

function isSwitched(before: Said, now: Said): boolean {
  if (before.dataset === null || now.dataset === null) return false;
  // A second table is a switch where that changes the status.
  if (before.dataset !== now.dataset) return before.status !== now.status;
  return before.alternative !== now.alternative || before.coverage !== now.coverage;
}

function isForwards(before: Said, now: Said): boolean {
  if (now.period === null) return false;
  return before.period === null || yearOf(now.period) > yearOf(before.period);
}

function isBackwards(before: Said, now: Said): boolean {
  if (before.period === null) return false;
  return now.period === null || yearOf(now.period) < yearOf(before.period);
}

/** A break that stops the rule, or no longer does, about the same period; or one that moved the base. */
function breakHeld(before: Said, now: Said): Held {
  const stops = (said: Said): string | null =>
    said.reason === 'declared-break' || said.reason === 'marked-break' ? said.reason : null;
  // Where one break is followed by another the status stands, and the period that brings it may be told as well.
  if (stops(now) !== null && stops(before) !== null && before.period !== now.period) return 'maybe';
  if (stops(now) !== null && stops(before) !== stops(now)) return 'yes';
  if (stops(before) !== null && stops(now) === null && before.period === now.period) return 'yes';
  if (now.reason === 'border-change' && before.period !== now.period) return 'maybe';
  if (isMarkedOtherwise(before.used, now.used)) return 'maybe';
  if (before.base === null || now.base === null || before.base === now.base) return 'no';
  // A base that a new period's own break moves: is it the break, or the period that brings it?
  return yearOf(now.base) <= yearOf(before.period ?? '') ? 'yes' : 'maybe';
}

/** Has a mark of a break come or gone, whether or not a rule is stopped by it? */
function isMarkedOtherwise(before: readonly UsedCell[], now: readonly UsedCell[]): boolean {
  const marked = (cells: readonly UsedCell[]): string =>
    cells.flatMap(({ key, period, cell }) => (cell.isBreak ? [`${key} ${period}`] : [])).join();
  return marked(before) !== marked(now);
}

interface Moves {
  readonly withdrawn: Held;
  readonly restored: Held;
  readonly correction: Held;
  readonly revision: Held;
  readonly peerRevision: Held;
}

function strongest(all: readonly Held[]): Held {
  return all.includes('yes') ? 'yes' : all.includes('maybe') ? 'maybe' : 'no';
}

interface Pair {
  readonly was: UsedCell;
  readonly is: UsedCell;
}

/** How the cells that both rest on have moved. */
function cellMoves(before: readonly UsedCell[], now: readonly UsedCell[]): Moves {
  const name = ({ key, period }: UsedCell): string => `${key} ${period}`;
  const held = new Map(now.map((one) => [name(one), one]));
  const pairs = before.flatMap((was): Pair[] => {
    const is = held.get(name(was));
    return is === undefined ? [] : [{ was, is }];
  });
  const gone = before.some((was) => !held.has(name(was)) && now.some((one) => one.period === was.period));
  const lost = pairs.filter(({ was, is }) => was.cell.figure !== null && is.cell.figure === null);
  const found = pairs.filter(({ was, is }) => was.cell.figure === null && is.cell.figure !== null);
  const other = pairs.filter(
    ({ was, is }) => was.cell.published !== is.cell.published && was.cell.figure !== null && is.cell.figure !== null,
  );
  const unseen = pairs.filter(
    ({ was, is }) => was.cell.published !== is.cell.published && was.cell.figure === null && is.cell.figure === null,
  );
  const relaid = pairs.filter(
    ({ was, is }) =>
      was.cell.isCorrected !== is.cell.isCorrected || (is.cell.isCorrected && !isSameFigure(was.cell, is.cell)),
  );
  const ofRole = (pairsOf: readonly Pair[], role: 'own' | 'peer') => pairsOf.some(({ is }) => is.role === role);
  const revisedNumber = (role: 'own' | 'peer'): boolean =>
    other.some(({ was, is }) => is.role === role && isAnotherNumber(was, is));
  const doubtful = (role: 'own' | 'peer'): boolean =>
    [lost, found, other, unseen].some((pairsOf) => ofRole(pairsOf, role));
  return {
    withdrawn: maybe(lost.length > 0 || gone),
    restored: maybe(found.length > 0),
    correction: strongest([surely(relaid.length > 0)]),
    revision: strongest([surely(revisedNumber('own')), maybe(doubtful('own') || gone)]),
    peerRevision: strongest([surely(revisedNumber('peer')), maybe(doubtful('peer') || gone)]),
  };
}

function isAnotherNumber({ cell: was }: UsedCell, { cell: is }: UsedCell): boolean {
  if (was.isCorrected || is.isCorrected) return false;
  return was.figure !== null && is.figure !== null && !isSameFigure(was, is);
}

function isSameFigure({ figure: was }: UsedCell['cell'], { figure: is }: UsedCell['cell']): boolean {
  return was === null || is === null ? was === is : compare(was, is) === 0;
}
