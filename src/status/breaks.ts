import { PipelineError } from '../model/errors.ts';
import type { IndicatorSeries } from '../model/plan/indicator-series.ts';
import type { DeclaredBreak } from '../model/plan/settings.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';

/** Figures from `period` on are not comparable with those before it. */
export interface Break {
  /** `periodKey` of the first period after the break. */
  readonly period: number;
  readonly kind: 'declared-break' | 'marked-break';
  /** The reason given in the settings, or the place whose figure the source has marked. */
  readonly detail: string;
  /** Id of the peer whose figure is marked; `null` for the own figures and for what is declared. */
  readonly peer: string | null;
}

/** The breaks of the dataset used, and of what it is divided by: declared in the settings, then marked by the source. Throws `settings-invalid`. */
export function findBreaks(series: IndicatorSeries, declared: readonly DeclaredBreak[]): readonly Break[] {
  const datasets = [series.publication?.datasetId, series.perPublication?.datasetId];
  return [
    ...declared
      .filter((one) => datasets.includes(one.dataset))
      .map((one) => ({ period: keyOf(one), kind: 'declared-break' as const, detail: one.reason, peer: null })),
    ...series.markedBreaks.map(({ period, place, peer }) => ({
      ...{ period, kind: 'marked-break' as const, detail: place, peer },
    })),
  ];
}

/** Does the break lie after one period and not after another? Both are period keys. */
export function separates({ period }: Pick<Break, 'period'>, earlier: number, later: number): boolean {
  return earlier < period && period <= later;
}

function keyOf({ dataset, period }: DeclaredBreak): number {
  const parsed = parseTimePeriod(period);
  if (parsed !== null) return periodKey(parsed);
  throw new PipelineError('settings-invalid', `The break declared for ${dataset} has no readable period.`, {
    hint: 'Write the first period after the break as the table codes it, such as 2024 or 2024K1.',
    context: { dataset, period },
  });
}
