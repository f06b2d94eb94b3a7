import type { RuleVerdict } from '../model/plan/assessment.ts';
import type { Figure } from '../model/data/figure.ts';
import { marginDecimals, periodText } from './change-text.ts';
import { amountOf, changeUnit, type Context, groupOf, levelUnit, measureOf, toldDecimals } from './context.ts';
import { html, type Markup } from './markup.ts';
import type { PageIndicator } from './page-input.ts';
import { type Table, tableMarkup } from './table.ts';

/** Numbers that are counts or years, and have no unit. */
const PLAIN_NUMBERS: ReadonlySet<string> = new Set(['rank', 'worstRank', 'ranked', 'within', 'year', 'periods']);

/** Fewest decimals of a growth. */
const GROWTH_DECIMALS = 2;
/** Fewest decimals of a level beside another. */
const LEVEL_DECIMALS = 1;

/** The numbers that were put into the rule, part by part, and the places compared with. Nothing where no rule spoke. */
export function evidence(context: Context, indicator: PageIndicator): Markup | null {
  const tables = evidenceTables(context, indicator);
  if (tables.length === 0) return null;
  return html`<details class="verdict-grounds">
    <summary>${context.texts.evidence.title}</summary>
    ${tables.map((table) => tableMarkup(table))}
  </details> `;
}

/** A table of words and numbers alone. */
export type PlainTable = Omit<Table, 'rows'> & { readonly rows: readonly (readonly string[])[] };

/** As `evidence`, as tables that can be shown elsewhere than on the page; none where no rule spoke. */
export function evidenceTables(context: Context, indicator: PageIndicator): readonly PlainTable[] {
  const { verdict } = indicator.assessment.evidence;
  const peers = peersTable(context, indicator);
  const tables = [
    ...(verdict === null ? [] : partsOf(verdict).map((part) => numbersTable(context, indicator, part))),
    ...(peers === null ? [] : [peers]),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function partsOf(verdict: RuleVerdict): readonly RuleVerdict[] {
  return verdict.parts === undefined ? [verdict] : verdict.parts.flatMap(partsOf);
}

function numbersTable(context: Context, indicator: PageIndicator, part: RuleVerdict): PlainTable {
  const { evidence: texts, value } = context.texts;
  const { beaten, compared } = part.numbers;
  const isGap = part.rule.id === 'relative-position';
  const named = Object.entries(part.numbers).flatMap(([name, number]) => {
    const title = (isGap ? texts.gapNames[name] : undefined) ?? texts.names[name];
    return title === undefined ? [] : [[title, write(context, indicator, part, { name, number })]];
  });
  const rows =
    beaten === undefined || compared === undefined
      ? named
      : [...named, [texts.beaten, texts.beatenOf(beaten, compared)]];
  return { caption: texts.rule[part.rule.id], heading: [texts.number, value], rows };
}

function write(
  context: Context,
  indicator: PageIndicator,
  part: RuleVerdict,
  { name, number }: { readonly name: string; readonly number: number },
): string {
  const { wording } = context.input;
  if (PLAIN_NUMBERS.has(name)) return String(number);
  const { unit, decimals } = measureOf(context, indicator);
  if (part.rule.id === 'against' && /against|required|tolerance/.test(name)) {
    const ofShare = name === 'tolerance' ? wording.percentagePoints : wording.percent;
    const compared = part.rule.as === 'share' ? ofShare : changeUnit(context, unit);
    return amountOf(context, number, Math.max(decimals, LEVEL_DECIMALS, marginDecimals(part)), compared);
  }
  const { change, lead, tolerance = 0 } = part.numbers;
  const telling = (fewest: number) =>
    wording.changeDecimals(change ?? lead ?? 0, tolerance, Math.max(fewest, marginDecimals(part)));
  if (part.rule.id === 'growth-lead') {
    // The levels behind a growth are counts; those of a level have its unit.
    if (name === 'current' || name === 'previous') {
      const isGrowth = indicator.definition.measure === 'growth';
      return isGrowth ? wording.number(number, 0) : amountOf(context, number, decimals, unit);
    }
    const isDifference = name === 'lead' || name === 'tolerance';
    const unitOfGrowth = isDifference ? wording.percentagePoints : wording.percent;
    return amountOf(context, number, telling(GROWTH_DECIMALS), unitOfGrowth);
  }
  if (/change|tolerance|distance|demand/i.test(name)) {
    return amountOf(context, number, telling(decimals), changeUnit(context, unit));
  }
  const isLevel = /level|peerMean/i.test(name);
  return amountOf(context, number, telling(decimals), isLevel ? levelUnit(context, unit) : unit);
}

function peersTable(context: Context, indicator: PageIndicator): PlainTable | null {
  const { evidence: texts } = context.texts;
  const { definition, assessment } = indicator;
  const { peers } = assessment.evidence;
  if (peers.length === 0) return null;
  const levelDecimals = definition.measure === 'growth' ? 0 : toldDecimals(context, indicator);
  const figure = (one: Figure, shown: number) =>
    'value' in one ? context.input.wording.number(one.value, shown) : context.input.wording.missing(one.missing);
  const hasGrowth = peers.some(({ growth }) => growth !== undefined);
  const period = periodText(context, assessment.evidence.latestPeriod ?? assessment.period ?? '');
  return {
    caption: texts.peers(groupOf(context, indicator), period),
    heading: [texts.peer, texts.level, ...(hasGrowth ? [texts.growth] : [])],
    rows: peers.map(({ name, level, growth }) => [
      name,
      figure(level, levelDecimals),
      ...(hasGrowth ? [growth === undefined ? '–' : figure(growth, GROWTH_DECIMALS)] : []),
    ]),
  };
}
