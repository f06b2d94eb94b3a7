import type { GuardReason, Status } from '../model/plan/assessment.ts';
import type { Figure, MissingReason } from '../model/data/figure.ts';
import type { IndicatorDefinition } from '../model/plan/indicator.ts';
import type { IndicatorPoint, MissingPart } from '../model/plan/indicator-series.ts';
import { requiredPeerCount } from '../model/plan/indicator.ts';
import { periodFromKey } from '../model/time-period.ts';
import { separates } from './breaks.ts';
import type { Situation } from './situation.ts';
import { ownFigure } from './situation.ts';
import { type ComparedFigures, type GuardStop, valueOrBound } from './verdict.ts';

/** Reasons other guards answer for; with any other, the source has no figure. */
const COMPUTED_REASONS: readonly MissingReason[] = [
  'peer-missing',
  'no-previous-period',
  'base-not-positive',
  'denominator-not-positive',
  'border-change',
];

const BREAKS: readonly GuardReason[] = ['unsettled-category', 'declared-break', 'marked-break', 'border-change'];

/** The status each guard gives. */
export function statusOfGuard(guard: GuardReason): Status {
  if (guard === 'no-value') return 'not-measured';
  return BREAKS.includes(guard) ? 'break' : 'insufficient';
}

/**
 * Has any period up to now a figure for the own place, or had one that the source has taken back? A sum of which one part
 * has always been withheld never had one. An index of which groups are withheld is measured: the other groups are there,
 * and a second table may have them all. Of a part without a row nobody can tell what it was.
 */
export function isMeasured({ definition, points, series }: Situation): boolean {
  const isKnown = (point: IndicatorPoint) => {
    const figure = ownFigure(definition, point);
    if ('value' in figure || point.bounds !== undefined) return true;
    if (figure.missing === 'withdrawn' || figure.missing === 'parts-differ') return true;
    return definition.measure === 'diversity' && figure.missing === 'confidential';
  };
  const own = series.missing.filter(({ role }) => role === 'own');
  const wasWhole = ({ period }: MissingPart) =>
    own.every((part) => part.period !== period || part.taken || part.series === null);
  return points.some(isKnown) || own.some((part) => part.taken && wasWhole(part));
}

/** What a rule reads besides the current period. */
export interface FiguresRead {
  readonly previous: boolean;
  /** Also the figures of those compared with. */
  readonly peers: boolean;
  /** The base that the value must not fall behind: its period, with the point where there is one; `null` for none. */
  readonly base: Base | null;
}

/** The period that a value must not fall behind; `point` is `null` where the series lacks it. */
export interface Base {
  readonly period: string;
  readonly point: IndicatorPoint | null;
  /** Stands in for the year of the settings, which lies before a break. */
  readonly isReplaced: boolean;
}

/**
 * May a rule speak about these figures of an indicator that is measured? `null` when it may; otherwise the first
 * objection in the order of `GUARD_REASONS`. What speaks of the period before is not asked of a rule that does not read
 * it.
 */
export function checkGuards(situation: Situation, compared: ComparedFigures, read: FiguresRead): GuardStop | null {
  const { measured, reference } = compared;
  const atBase = read.base?.point ? valueOrBound(read.base.point) : null;
  const reasons = reasonsOf([measured, reference, atBase].filter((figure) => figure !== null));
  return (
    (read.previous ? breakBefore(situation, read) : null) ??
    borderChange(situation, reasons, read) ??
    (read.previous ? tooFew(situation) : null) ??
    ownFigureMissing(situation, reasons, read) ??
    (reasons.includes('peer-missing') ? { guard: 'peer-missing', missing: 'peer-missing' } : null) ??
    (reasons.includes('base-not-positive') ? { guard: 'base-not-positive', missing: 'base-not-positive' } : null) ??
    (reasons.includes('denominator-not-positive')
      ? { guard: 'denominator-not-positive', missing: 'denominator-not-positive' }
      : null) ??
    (reasons.includes('no-previous-period') ? { guard: 'periods-not-adjacent' } : null)
  );
}

/**
 * A break between the two periods, in the own figures or in those of a peer that is used. Where every peer is required,
 * all of them are, also one without a figure in one of the periods.
 */
function breakBefore({ definition, breaks, current, previous }: Situation, { peers }: FiguresRead): GuardStop | null {
  if (current === null || previous === null) return null;
  const used = usedPeers(current, previous);
  const isEveryOne = requiredPeerCount(definition, current.peers.length) === current.peers.length;
  const isUsed = (peer: string) => peers && (isEveryOne || used.has(peer));
  const found = breaks.find(
    (one) => separates(one, previous.period, current.period) && (one.peer === null || isUsed(one.peer)),
  );
  return found === undefined ? null : { guard: found.kind, detail: found.detail };
}

/** Ids of the peers that have figures in both periods. */
function usedPeers(current: IndicatorPoint, previous: IndicatorPoint): ReadonlySet<string> {
  const before = new Set(previous.peers.filter(({ level }) => 'value' in level).map(({ id }) => id));
  return new Set(current.peers.filter(({ id, level }) => 'value' in level && before.has(id)).map(({ id }) => id));
}

/** Borders that were others in one of the periods; of peers in one of them alone, and where too few are left without them. */
function borderChange(
  { definition, current, previous }: Situation,
  reasons: readonly MissingReason[],
  { previous: readsPrevious }: FiguresRead,
): GuardStop | null {
  const points = [current, readsPrevious ? previous : null].filter((point) => point !== null);
  const own = reasonsOf(points.map((point) => ownFigure(definition, point)));
  const stop: GuardStop = { guard: 'border-change', missing: 'border-change' };
  if ([...reasons, ...own].includes('border-change')) return stop;
  if (current === null || previous === null || !reasons.includes('peer-missing')) return null;
  const before = new Map(previous.peers.map(({ id, level }) => [id, hasOtherBorders(level)]));
  const moved = current.peers.some(({ id, level }) => hasOtherBorders(level) !== (before.get(id) ?? false));
  const tooFewLeft = usedPeers(current, previous).size < requiredPeerCount(definition, current.peers.length);
  return moved && tooFewLeft ? stop : null;
}

function hasOtherBorders(figure: Figure): boolean {
  return 'missing' in figure && figure.missing === 'border-change';
}

/** One measurement says nothing of a development; one that is older than the latest period is a hole, and told as such. */
function tooFew({ definition, points, current, previous }: Situation): GuardStop | null {
  const isThere = (point: IndicatorPoint) => isMeasurement(definition, point);
  if (current === null || !isThere(current)) return null;
  if (points.filter(isThere).length < 2) return { guard: 'only-one-period' };
  return previous === null ? { guard: 'periods-not-adjacent' } : null;
}

/** Is there an own figure in the period, be it within bounds or of other borders? */
export function isMeasurement(definition: IndicatorDefinition, point: IndicatorPoint): boolean {
  const figure = ownFigure(definition, point);
  return 'value' in figure || point.bounds !== undefined || figure.missing === 'border-change';
}

function ownFigureMissing(
  { definition, current, previous }: Situation,
  reasons: readonly MissingReason[],
  { previous: readsPrevious, base }: FiguresRead,
): GuardStop | null {
  if (base?.point === null) return { guard: 'own-figure-missing', missing: 'not-in-dataset', detail: base.period };
  const points = [current, readsPrevious ? previous : null, base?.point ?? null].filter((point) => point !== null);
  for (const point of points) {
    const [missing] = reasonsOf([ownFigure(definition, point)]).filter(isFromSource);
    if (missing !== undefined && point.bounds === undefined) {
      return { guard: 'own-figure-missing', missing, detail: periodFromKey(point.period).code };
    }
  }
  if (readsPrevious && current !== null && previous !== null) {
    const odd = oddPart(current, previous);
    if (odd !== null) return { guard: 'own-figure-missing', missing: 'not-in-dataset', detail: odd.period };
  }
  const missing = reasons.find(isFromSource);
  return missing === undefined ? null : { guard: 'own-figure-missing', missing };
}

/** A part of a sum over all there are that only one of the two periods has, and the period that lacks it. */
export function oddPart(
  current: IndicatorPoint,
  previous: IndicatorPoint,
): { readonly part: string; readonly period: string } | null {
  const lacking = (here: IndicatorPoint, there: IndicatorPoint) => {
    const part = there.parts?.find((one) => here.parts?.includes(one) === false);
    return part === undefined ? null : { part, period: periodFromKey(here.period).code };
  };
  return lacking(current, previous) ?? lacking(previous, current);
}

function reasonsOf(figures: readonly Figure[]): readonly MissingReason[] {
  return figures.flatMap((figure) => ('missing' in figure ? [figure.missing] : []));
}

function isFromSource(reason: MissingReason): boolean {
  return !COMPUTED_REASONS.includes(reason);
}
