import { periodFromKey } from '../../model/time-period.ts';
import { JUDGED } from '../../words/page/first.ts';
import { amountOf, changeUnit, type Context, measureOf } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';

/** In how many periods since the plan began the ambition was met, and how far the figure itself has come in that time. */
export function sincePlanText(context: Context, indicator: PageIndicator): string {
  const change = changeText(context, indicator);
  const met = metText(context, indicator);
  return change === null ? met : `${met} ${change}`;
}

/** In how many of the periods since the plan began that could be judged the ambition was met. */
function metText({ texts, input }: Context, { past }: PageIndicator): string {
  const { since } = input.plan;
  const judged = past.filter(({ period, status }) => JUDGED.includes(status) && isSince(period, since));
  const met = judged.filter(({ status }) => status === 'on-track').length;
  return texts.told.met(met, judged.length, since === null ? null : String(since));
}

/**
 * From the first figure since the plan began to the latest: many small changes that count as stable each may add up to one
 * that does not. `null` for growth and gaps, which are changes and distances themselves, where the plan has no year, with
 * fewer than two figures, and across a break.
 */
function changeText(context: Context, indicator: PageIndicator): string | null {
  const { texts, input } = context;
  const { definition, series, facts } = indicator;
  const { since } = input.plan;
  if (since === null || definition.measure === 'growth' || definition.measure === 'gap') return null;
  const known = series.points.flatMap(({ period, own }) =>
    'value' in own && isSince(period, since) ? [{ period, value: own.value }] : [],
  );
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first.period === last.period) return null;
  const isBroken = facts.breaks.some(
    ({ period, peer }) => peer === null && period > first.period && period <= last.period,
  );
  if (isBroken) return null;
  const { unit, decimals } = measureOf(context, indicator);
  const change = last.value - first.value;
  const amount = amountOf(context, Math.abs(change), decimals, changeUnit(context, unit));
  return texts.told.movedSince(Math.sign(change), amount, input.wording.period(first.period));
}

function isSince(period: number, since: number | null): boolean {
  return since === null || periodFromKey(period).year >= since;
}
