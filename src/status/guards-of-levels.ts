import type { Figure } from '../model/data/figure.ts';
import type { IndicatorPoint } from '../model/plan/indicator-series.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';
import { separates } from './breaks.ts';
import { type Base, checkGuards, oddPart } from './guards.ts';
import { ownFigure, type Situation } from './situation.ts';
import type { ComparedFigures, GuardStop } from './verdict.ts';

/** What a rule on levels reads besides the latest period. */
export interface LevelsRead {
  /** Also the figures of those compared with. */
  readonly peers: boolean;
  /** The periods that the latest is held against, oldest first; none for a rule on the latest alone. */
  readonly earlier: readonly Base[];
}

/**
 * May a rule speak that reads the latest period, and none or some earlier ones? `null` when it may; otherwise the first
 * objection. What speaks of a period before is asked only of those that are read, and of the one before where the
 * measure itself is a growth since then.
 */
export function checkLevels(situation: Situation, compared: ComparedFigures, read: LevelsRead): GuardStop | null {
  const { definition } = situation;
  const previous = definition.measure === 'growth';
  const bases = read.earlier.length === 0 ? [null] : read.earlier;
  // Each earlier figure is asked for with its own period, so that the one that is missing is named.
  const alone = { ...compared, reference: null };
  const stops = bases.map((base) => checkGuards(situation, alone, { previous, peers: read.peers, base }));
  return (
    breakSince(situation, read) ??
    movedBorders(situation, compared, read) ??
    stops.find((stop) => stop !== null) ??
    oddSince(situation, read)
  );
}

/** A break after the oldest period that is read, in the own figures or in those of a peer that is used. */
function breakSince({ definition, breaks, current }: Situation, { earlier, peers }: LevelsRead): GuardStop | null {
  const [oldest] = earlier;
  if (oldest === undefined || current === null) return null;
  const from = (definition.measure === 'growth' ? oldest.point?.previousPeriod : null) ?? keyOf(oldest);
  const isUsed = (peer: string) => peers && current.peers.some(({ id, level }) => id === peer && 'value' in level);
  const found = breaks.find((one) => separates(one, from, current.period) && (one.peer === null || isUsed(one.peer)));
  return found === undefined ? null : { guard: found.kind, detail: found.detail };
}

function keyOf({ period, point }: Base): number {
  const parsed = parseTimePeriod(period);
  return point?.period ?? (parsed === null ? -Infinity : periodKey(parsed));
}

/** Borders that were others in a period that is read. */
function movedBorders(
  { definition, current }: Situation,
  { measured, reference }: ComparedFigures,
  { earlier }: LevelsRead,
): GuardStop | null {
  const points = [current, ...earlier.map(({ point }) => point)].filter((point) => point !== null);
  const figures = [measured, reference, ...points.map((point) => ownFigure(definition, point))];
  return figures.some(isMoved) ? { guard: 'border-change', missing: 'border-change' } : null;
}

function isMoved(figure: Figure | null): boolean {
  return figure !== null && 'missing' in figure && figure.missing === 'border-change';
}

/** A sum over all there are must be made of the same in every period that is read. */
function oddSince({ current }: Situation, { earlier }: LevelsRead): GuardStop | null {
  const points = earlier.map(({ point }) => point).filter((point): point is IndicatorPoint => point !== null);
  for (const point of points) {
    const odd = current === null ? null : oddPart(current, point);
    if (odd !== null) return { guard: 'own-figure-missing', missing: 'not-in-dataset', detail: odd.period };
  }
  return null;
}
