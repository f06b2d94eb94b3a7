import type { Figure } from '../../model/data/figure.ts';
import { roundTo } from '../../model/decimal.ts';
import { type Language, LANGUAGES } from '../../model/language.ts';
import type { RuleVerdict, SaidStatus } from '../../model/plan/assessment.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import { periodFromKey } from '../../model/time-period.ts';
import { roundedValue } from '../../report/analyst/report-row.ts';
import type { PageIndicator, PageInput } from '../../report/page-input.ts';
import { changeOf } from '../../status/verdict.ts';
import type { AnalystRow } from '../../store/analyst/replace-rows.ts';
import { capitalised } from '../../words/capital.ts';
import { JUDGED } from '../../words/page/first.ts';
import { statusText } from '../../words/finding/status-text.ts';
import type { PeriodFinding } from '../show/page-figures.ts';

/** More decimals say nothing: a difference of doubles ends in noise. */
const DECIMALS = 10;

/** A row for every indicator and period that the page shows a verdict of; `days` are the ends of a period by its code. */
export function verdictRows(
  input: PageInput,
  findings: ReadonlyMap<string, readonly PeriodFinding[]>,
  days: (period: string) => { readonly start: string; readonly end: string },
): readonly AnalystRow[] {
  return input.indicators.flatMap((indicator, position) => {
    const { definition } = indicator;
    const all = findings.get(definition.id) ?? [];
    return all.map((finding, index) => ({
      ...{ indicator_id: definition.id, position: position + 1 },
      ...{ title: definition.title, title_en: definition.titleEn },
      ...ofPeriod(input, indicator, finding),
      ...sincePlan(input.plan.since, all.slice(0, index + 1)),
      ...daysOf(finding, days),
      is_latest: index === all.length - 1 ? 1 : 0,
    }));
  });
}

function daysOf(
  { period }: PeriodFinding,
  days: (period: string) => { readonly start: string; readonly end: string },
): AnalystRow {
  const { code, year } = periodFromKey(period);
  const { start, end } = days(code);
  return { period: code, period_start: start, period_end: end, year };
}

function ofPeriod(input: PageInput, indicator: PageIndicator, { period, found }: PeriodFinding): AnalystRow {
  const { status, value, evidence } = found;
  // Of the latest period what is said now: it alone can be too old.
  const isNow = found.period === indicator.assessment.period;
  const flags = isNow ? indicator.assessment.flags : found.flags;
  const { rounded, decimals, unit } = roundedValue(input, indicator, value);
  const points = indicator.series.points;
  const point = points.find((one) => one.period === period);
  const spoke = evidence.verdict === null ? null : firstPart(evidence.verdict);
  const previous = points.find((one) => periodFromKey(one.period).code === evidence.previousPeriod);
  return {
    ...{ status, ...wordsOf(saidOf(found)), reason: evidence.reason?.guard ?? null },
    ...{ value, value_rounded: rounded, decimals, unit: unit === '' ? null : unit },
    ...{ flags: flags.length === 0 ? null : flags.join(', ') },
    ...(spoke === null ? {} : comparison(spoke, point, previous)),
  };
}

/** What the rule that spoke first set beside the value: the period before, and the peers. */
function comparison(
  { numbers }: RuleVerdict,
  point: IndicatorPoint | undefined,
  previous: IndicatorPoint | undefined,
): AnalystRow {
  const [now, before] = [point?.value, previous?.value];
  const isKnown = now !== undefined && before !== undefined && 'value' in now && 'value' in before;
  const peers = numbers['peersGrowth'] ?? numbers['peerMean'] ?? numberIn(point?.peerMean);
  return {
    previous_period: previous === undefined ? null : periodFromKey(previous.period).code,
    previous: numberIn(before),
    change: numbers['change'] ?? (isKnown ? roundTo(changeOf(now, before).value, DECIMALS) : null),
    peers_figure: peers,
    lead: numbers['lead'] ?? (numbers['peerMean'] === undefined ? numberIn(point?.gap) : (numbers['current'] ?? null)),
    margin: numbers['tolerance'] ?? null,
  };
}

/** How often the ambition has been met, and for how long the status has been what it is, since the plan began. */
function sincePlan(since: number | null, upTo: readonly PeriodFinding[]): AnalystRow {
  const counted = upTo.filter(({ period }) => since === null || periodFromKey(period).year >= since);
  const last = upTo.at(-1)?.found.status;
  const changed = counted.findLastIndex(({ found }) => found.status !== last);
  const judged = counted.filter(({ found }) => JUDGED.includes(found.status));
  return {
    in_a_row: counted.length - 1 - changed,
    met_since_plan: judged.filter(({ found }) => found.status === 'on-track').length,
    judged_since_plan: judged.length,
  };
}

function wordsOf(status: SaidStatus): AnalystRow {
  const said = (language: Language) => [`status_${language}`, capitalised(statusText(status, language))] as const;
  return Object.fromEntries(LANGUAGES.map(said));
}

function firstPart(verdict: RuleVerdict): RuleVerdict {
  const [first] = verdict.parts ?? [];
  return first === undefined ? verdict : firstPart(first);
}

function numberIn(figure: Figure | undefined): number | null {
  return figure !== undefined && 'value' in figure ? figure.value : null;
}
