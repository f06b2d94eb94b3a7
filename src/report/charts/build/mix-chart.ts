import type { Figure } from '../../../model/data/figure.ts';
import { chartTextsOf } from '../../../words/page/chart-language.ts';
import { listed } from '../../../words/list.ts';
import type { Context } from '../../context.ts';
import type { Mix } from '../../page-input.ts';
import type { BarChart } from '../chart.ts';

const SHARE_DECIMALS = 1;
/** As many as are named where the picture is told in words. */
const TOLD = 3;

/** The groups behind an index over groups as shares of their sum, largest first; `null` when a figure is missing now. */
export function mixChart(context: Context, mix: Mix): BarChart | null {
  const { input } = context;
  const words = chartTextsOf(input.language);
  const now = sharesOf(mix.groups.map((group) => group.now));
  if (now === null) return null;
  const before = sharesOf(mix.groups.map((group) => group.before));
  const percent = (share: number) => input.wording.number(share, SHARE_DECIMALS);
  const bars = mix.groups
    .map(({ label }, index) => ({ label, now: now[index] ?? 0, before: before?.[index] ?? null }))
    .map((bar) => ({ ...bar, isOwn: true, text: `${percent(bar.now)}\u00A0%` }))
    .toSorted((a, b) => b.now - a.now);
  const period = input.wording.period(mix.period);
  const previous = before === null || mix.previousPeriod === null ? null : input.wording.period(mix.previousPeriod);
  const [largest, ...others] = bars.slice(0, TOLD);
  const title = words.largest(largest?.label ?? '', largest?.text ?? '', period);
  const told = others.map(({ label, text }) => `${label} ${text}`);
  return {
    ...{ kind: 'bars', title, bars, cut: null, remarks: [], annotations: [] },
    summary: `${[words.kinds.bars, title, ...(told.length === 0 ? [] : [listed(told, input.language)])].join('. ')}.`,
    key: [{ sign: 'bar', text: period }, ...(previous === null ? [] : [{ sign: 'tick', text: previous } as const])],
    table: {
      caption: title,
      heading: [
        words.table.group,
        words.table.share(period),
        ...(previous === null ? [] : [words.table.share(previous)]),
      ],
      rows: bars.map(({ label, now: share, before: earlier }) => [
        label,
        percent(share),
        ...(previous === null ? [] : [earlier === null ? '–' : percent(earlier)]),
      ]),
    },
    tableName: words.figuresOf(words.about.mix),
  };
}

/** Per cent of the sum; `null` when one is missing or there is nothing to share. */
function sharesOf(figures: readonly Figure[]): readonly number[] | null {
  const values = figures.flatMap((figure) => ('value' in figure ? [figure.value] : []));
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.length < figures.length || total <= 0 ? null : values.map((value) => (100 * value) / total);
}
