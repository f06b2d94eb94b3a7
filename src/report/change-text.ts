import type { RuleVerdict } from '../model/assessment.ts';
import type { Tolerance } from '../model/indicator.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';
import { amountOf, changeUnit, type Context, measureOf } from './context.ts';
import type { PageIndicator } from './page-input.ts';

/** The value with its unit; `null` when there is none. */
export function valueText(context: Context, indicator: PageIndicator): string | null {
  const { value } = indicator.assessment;
  const { unit, decimals } = measureOf(context, indicator);
  return value === null ? null : amountOf(context, value, decimals, unit);
}

/** A period code in words; the code itself where it has no known form. */
export function periodText({ input }: Context, code: string): string {
  const period = parseTimePeriod(code);
  return period === null ? code : input.wording.period(periodKey(period));
}

/** What has changed, by the first part of the rule that spoke: since the period before, or beside the peers. */
export function changeText(context: Context, indicator: PageIndicator): string | null {
  const { verdict, previousPeriod } = indicator.assessment.evidence;
  const first = verdict === null ? null : firstPart(verdict);
  if (first === null || previousPeriod === null) return null;
  const { change, lead, tolerance = 0 } = first.numbers;
  const { texts, input } = context;
  const { unit, decimals } = measureOf(context, indicator);
  const since = periodText(context, previousPeriod);
  if (lead !== undefined) {
    const shown = input.wording.changeDecimals(lead, tolerance, Math.max(decimals, marginDecimals(first)));
    return texts.leadOver(lead >= 0, amountOf(context, Math.abs(lead), shown, input.wording.percentagePoints));
  }
  if (change === undefined) return null;
  if (change === 0) return texts.unchanged(since);
  const shown = input.wording.changeDecimals(change, tolerance, Math.max(decimals, marginDecimals(first)));
  return texts.moved(change > 0, amountOf(context, Math.abs(change), shown, changeUnit(context, unit)), since);
}

/** The first of the verdicts that rules without parts have given. */
function firstPart(verdict: RuleVerdict): RuleVerdict | null {
  const [first] = verdict.parts ?? [];
  return verdict.parts === undefined ? verdict : first === undefined ? null : firstPart(first);
}

/** Decimals a margin is written with in the settings. */
export function marginDecimals({ rule }: RuleVerdict): number {
  const written: Tolerance | null = 'tolerance' in rule ? rule.tolerance : null;
  if (written === null || !('absolute' in written)) return 0;
  return (String(written.absolute).split('.')[1] ?? '').length;
}

/** Over how many periods in a row, up to the latest, the status has been what it is; 1 for one period alone. */
export function periodsInARow({ past, assessment }: PageIndicator): number {
  const changed = past.findLastIndex(({ status }) => status !== assessment.status);
  return past.length - 1 - changed;
}
