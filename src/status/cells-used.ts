import type { Assessment, Evidence } from '../model/plan/assessment.ts';
import type { MissingPart, UsedObservation } from '../model/plan/indicator-series.ts';
import { canonicalJson } from './definition-text.ts';

/**
 * Does a symbol that stands where it stood mean something else now? The settings may say so before the table is read again,
 * and then the source has changed nothing: a hole is a 0 now (nil), or the same cell has another status.
 */
export function isReadOtherwise({ evidence: before }: Assessment, { evidence: after }: Assessment): boolean {
  const known = new Map(before.observations.map((one) => [nameOf(one), one]));
  return after.observations.some((now) => {
    const was = known.get(nameOf(now));
    if (was === undefined || now.symbol === null || was.symbol !== now.symbol || isNumber(now.symbol)) return false;
    const isSameFigure = was.value === now.value || [was.value, now.value].every((value) => (value ?? 0) === 0);
    return isSameFigure && was.obsStatus !== now.obsStatus;
  });
}

/** A number that the table shows and that is not taken is kept in the place of a symbol. */
function isNumber(symbol: string): boolean {
  return /^(-?\d|#)/.test(symbol);
}

/** Names of the cells read that have a number. */
export function numbersIn(evidence: Evidence): ReadonlySet<string> {
  const read = evidence.observations.filter((one) => one.value !== null && isRead(evidence, one));
  return new Set(read.map(nameOf));
}

/** Tells one cell of the evidence from another. */
export function nameOf({ series, period }: Pick<MissingPart, 'series' | 'period'>): string {
  return `${series ?? ''} ${period}`;
}

/** The corrections among the figures used, as one text. */
export function correctionsIn({ evidence }: Assessment): string {
  return evidence.observations
    .flatMap(({ series, period, value, correction }) =>
      correction === null ? [] : [canonicalJson([series, period, value, correction])],
    )
    .sort()
    .join('\n');
}

/** The figures used, in an order of their own. */
export function figures({ evidence }: Assessment, role: UsedObservation['role']): string {
  return evidence.observations
    .filter((observation) => observation.role === role && isRead(evidence, observation))
    .map(({ series, period, value, symbol }) => canonicalJson([series, period, value, symbol]))
    .sort()
    .join('\n');
}

/** What has no ambition is shown beside the period before, and is about the latest alone. */
export function isRead({ rule, latestPeriod }: Assessment['evidence'], { period }: UsedObservation): boolean {
  return rule.id !== 'not-set' || period === latestPeriod;
}
