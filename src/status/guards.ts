import type { GuardReason, Status } from '../model/assessment.ts';
import { PipelineError } from '../model/errors.ts';
import type { Figure, MissingReason } from '../model/indicator.ts';
import type { DeclaredBreak } from '../model/settings.ts';
import { parseTimePeriod, periodFromKey, periodKey } from '../model/time-period.ts';
import type { Situation } from './situation.ts';
import { ownFigure } from './situation.ts';
import type { ComparedFigures, GuardStop } from './verdict.ts';

/** The order in which guards are asked; the first that objects gives the reason. */
export const GUARD_ORDER: readonly GuardReason[] = [
  'no-value',
  'own-figure-missing',
  'peer-missing',
  'only-one-period',
  'periods-not-adjacent',
  'base-not-positive',
  'declared-break',
  'border-change',
];

/** Reasons other guards answer for; with any other, the source has no figure. */
const COMPUTED_REASONS: readonly MissingReason[] = [
  'peer-missing',
  'no-previous-period',
  'base-not-positive',
  'border-change',
];

/** The status each guard gives. */
export function statusOfGuard(guard: GuardReason): Status {
  if (guard === 'no-value') return 'not-measured';
  return guard === 'declared-break' || guard === 'border-change' ? 'break' : 'insufficient';
}

/** Has any period a figure for the own place? */
export function isMeasured({ definition, series }: Situation): boolean {
  return series.points.some((point) => 'value' in ownFigure(definition, point));
}

/**
 * May a rule speak about these two figures of an indicator that is measured? `null` when it may; otherwise the first
 * objection in `GUARD_ORDER`.
 */
export function checkGuards(situation: Situation, compared: ComparedFigures): GuardStop | null {
  const reasons = reasonsOf([compared.measured, compared.reference]);
  return (
    ownFigureMissing(situation, reasons) ??
    (reasons.includes('peer-missing') ? { guard: 'peer-missing', missing: 'peer-missing' } : null) ??
    onlyOnePeriod(situation) ??
    periodsNotAdjacent(situation) ??
    (reasons.includes('base-not-positive') ? { guard: 'base-not-positive', missing: 'base-not-positive' } : null) ??
    declaredBreak(situation) ??
    borderChange(situation, reasons)
  );
}

function ownFigureMissing(situation: Situation, reasons: readonly MissingReason[]): GuardStop | null {
  for (const point of pointsOf(situation)) {
    const [missing] = reasonsOf([ownFigure(situation.definition, point)]).filter(isFromSource);
    if (missing !== undefined) {
      return { guard: 'own-figure-missing', missing, detail: periodFromKey(point.period).code };
    }
  }
  const missing = reasons.find(isFromSource);
  return missing === undefined ? null : { guard: 'own-figure-missing', missing };
}

/** A period lost to a change of borders was measured all the same, and is left to the last guard. */
function onlyOnePeriod({ definition, series }: Situation): GuardStop | null {
  const figures = series.points.map((point) => ownFigure(definition, point));
  const measured = figures.filter((figure) => 'value' in figure || figure.missing === 'border-change');
  return measured.length < 2 ? { guard: 'only-one-period' } : null;
}

function periodsNotAdjacent({ previous }: Situation): GuardStop | null {
  return previous === null ? { guard: 'periods-not-adjacent' } : null;
}

function declaredBreak({ series, breaks, current, previous }: Situation): GuardStop | null {
  const between = breaks.find((declared) => {
    if (declared.dataset !== series.publication?.datasetId || current === null || previous === null) return false;
    return separates(declared, previous.period, current.period);
  });
  return between === undefined ? null : { guard: 'declared-break', detail: between.reason };
}

/** Does the break lie between two period keys? Throws `settings-invalid` for a period that cannot be read. */
export function separates(declared: DeclaredBreak, earlier: number, later: number): boolean {
  const period = parseTimePeriod(declared.period);
  if (period === null) {
    throw new PipelineError('settings-invalid', `The break declared for ${declared.dataset} has no readable period.`, {
      hint: 'Write the first period after the break as the table codes it, such as 2024 or 2024K1.',
      context: { dataset: declared.dataset, period: declared.period },
    });
  }
  return earlier < periodKey(period) && periodKey(period) <= later;
}

function borderChange(situation: Situation, reasons: readonly MissingReason[]): GuardStop | null {
  const own = reasonsOf(pointsOf(situation).map((point) => ownFigure(situation.definition, point)));
  const changed = [...reasons, ...own].includes('border-change');
  return changed ? { guard: 'border-change', missing: 'border-change' } : null;
}

function pointsOf({ current, previous }: Situation) {
  return [current, previous].filter((point) => point !== null);
}

function reasonsOf(figures: readonly Figure[]): readonly MissingReason[] {
  return figures.flatMap((figure) => ('missing' in figure ? [figure.missing] : []));
}

function isFromSource(reason: MissingReason): boolean {
  return !COMPUTED_REASONS.includes(reason);
}
