import type { RuleVerdict } from '../model/plan/assessment.ts';
import { textIn } from '../model/plan/worded.ts';
import type { Tolerance } from '../model/plan/rule.ts';
import { parseTimePeriod, periodFromKey, periodKey } from '../model/time-period.ts';
import { inMillions } from '../words/millions.ts';
import { amountOf, changeUnit, type Context, measureOf, toldDecimals } from './context.ts';
import type { PageIndicator } from './page-input.ts';

/** The value with its unit, or the two ends it lies between; `null` when there is neither. */
export function valueText(context: Context, indicator: PageIndicator): string | null {
  return valueIn(context, indicator, measureOf(context, indicator).unit);
}

/** As `valueText`, with the unit in words where the settings have it so: «35,2 prosent med høyere utdanning». */
export function valueInWords(context: Context, indicator: PageIndicator): string | null {
  const { input } = indicator.series;
  const words = input === null ? null : textIn(input, 'unitInWords', context.input.language);
  return valueIn(context, indicator, words ?? measureOf(context, indicator).unit);
}

function valueIn(context: Context, indicator: PageIndicator, unit: string): string | null {
  const { value, evidence } = indicator.assessment;
  const decimals = toldDecimals(context, indicator);
  if (value !== null) return amountInProse(context, value, decimals, unit);
  if (evidence.bounds === null) return null;
  const [low, high] = evidence.bounds;
  const { wording } = context.input;
  return wording.between(wording.number(low, decimals), amountOf(context, high, decimals, unit));
}

/** A figure as it is told in a sentence: many thousands as millions, with a decimal at least. */
function amountInProse(context: Context, value: number, decimals: number, unit: string): string {
  const told = inMillions(value, unit, context.input.language);
  return amountOf(context, told.value, told.isScaled ? Math.max(decimals, 1) : decimals, told.unit);
}

/** What was last known, of a latest period that cannot be judged; `null` when it can, or nothing ever was. */
export function lastKnownText(context: Context, indicator: PageIndicator): string | null {
  const { lastKnown } = indicator.assessment.evidence;
  if (lastKnown === null) return null;
  const { unit } = measureOf(context, indicator);
  const decimals = toldDecimals(context, indicator);
  const { wording } = context.input;
  const isGap = indicator.definition.measure === 'gap';
  const write = (value: number) => {
    const amount = amountInProse(context, isGap ? Math.abs(value) : value, decimals, unit);
    return isGap ? wording.gap(amount, Math.sign(value)) : amount;
  };
  const value = lastKnown.value === null ? null : write(lastKnown.value);
  return wording.lastKnown(
    wording.status(lastKnown.said ?? lastKnown.status),
    periodText(context, lastKnown.period),
    value,
  );
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
  const { unit } = measureOf(context, indicator);
  const decimals = toldDecimals(context, indicator);
  const since = periodText(context, previousPeriod);
  if (lead !== undefined) {
    const shown = input.wording.changeDecimals(lead, tolerance, decimals);
    return texts.leadOver(lead >= 0, amountOf(context, Math.abs(lead), shown, input.wording.percentagePoints));
  }
  if (change === undefined) return null;
  if (change === 0) return texts.unchanged(since);
  const shown = input.wording.changeDecimals(change, tolerance, decimals);
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

/**
 * Over how many periods in a row, up to the latest, the status has been what it is; 1 for one period alone. Counted from
 * the year the plan began at the earliest, where that is known.
 */
export function periodsInARow({ past, assessment }: PageIndicator, since: number | null): number {
  const counted = past.filter(({ period }) => since === null || periodFromKey(period).year >= since);
  const changed = counted.findLastIndex(({ status }) => status !== assessment.status);
  return counted.length - 1 - changed;
}
