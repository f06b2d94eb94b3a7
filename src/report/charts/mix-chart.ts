import type { Figure } from '../../model/data/figure.ts';
import { listed } from '../../words/list.ts';
import type { Context } from '../context.ts';
import type { Mix } from '../page-input.ts';
import type { Bar, MixChart } from './chart.ts';

const SHARE_DECIMALS = 1;
/** As many as are named where the picture is told in words. */
const TOLD = 3;

/** The groups behind an index over groups as shares of their sum, largest first; `null` when a figure is missing now. */
export function buildMixChart(context: Context, mix: Mix): MixChart | null {
  const { texts, input } = context;
  const now = sharesOf(mix.groups.map((group) => group.now));
  if (now === null) return null;
  const before = sharesOf(mix.groups.map((group) => group.before));
  const percent = (share: number) => input.wording.number(share, SHARE_DECIMALS);
  const bars: readonly Bar[] = mix.groups
    .map(({ label }, index) => ({ label, now: now[index] ?? 0, before: before?.[index] ?? null }))
    .map((bar) => ({ ...bar, text: `${percent(bar.now)} %` }))
    .toSorted((a, b) => b.now - a.now);
  const period = input.wording.period(mix.period);
  const previousPeriod =
    before === null || mix.previousPeriod === null ? null : input.wording.period(mix.previousPeriod);
  const title = texts.charts.mix(period, previousPeriod);
  const told = bars.slice(0, TOLD).map(({ label, text }) => `${label} ${text}`);
  const shares = [texts.charts.share(period), ...(previousPeriod === null ? [] : [texts.charts.share(previousPeriod)])];
  return {
    ...{ kind: 'mix', title, bars, period, previousPeriod },
    summary: texts.charts.largest(listed(told, input.language)),
    table: {
      caption: `${title}. ${texts.charts.figures}`,
      heading: [texts.charts.group, ...shares],
      rows: bars.map(({ label, now: share, before: earlier }) => [
        label,
        percent(share),
        ...(previousPeriod === null ? [] : [earlier === null ? '–' : percent(earlier)]),
      ]),
    },
  };
}

/** Per cent of the sum; `null` when one is missing or there is nothing to share. */
function sharesOf(figures: readonly Figure[]): readonly number[] | null {
  const values = figures.flatMap((figure) => ('value' in figure ? [figure.value] : []));
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.length < figures.length || total <= 0 ? null : values.map((value) => (100 * value) / total);
}
