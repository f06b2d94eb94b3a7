import type { Fraction } from './fraction.ts';
import { compare, fraction, minus, ONE, over, plus, sum, times, ZERO } from './fraction.ts';
import type { CodeYears, Indicator, MissingPart, MissingReason, OracleSettings, Place } from './facts.ts';
import type { ReadCell, ReadDataset, ReadSeries } from './cells.ts';
import { isInUse, seriesKey, yearOf } from './cells.ts';

/** A cell that a figure rests on. */
export interface UsedCell {
  readonly role: 'own' | 'peer';
  readonly key: string;
  readonly period: string;
  readonly cell: ReadCell;
}

/** The figure of a place in a period: a number, an interval (`low` below `high`), or what is missing. */
export interface Level {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  readonly isBounded: boolean;
  readonly missing: readonly MissingPart[];
  /** Groups withheld under a published total. */
  readonly hidden: readonly MissingPart[];
  readonly used: readonly UsedCell[];
}

export interface Question {
  readonly settings: OracleSettings;
  readonly indicator: Indicator;
  readonly dataset: ReadDataset;
}

interface Asked extends Question {
  readonly role: 'own' | 'peer';
  readonly period: string;
}

function findPlace({ settings, dataset }: Question, code: string): Place | undefined {
  const places: readonly Place[] =
    dataset.publication.coverage === 'county' ? settings.counties : settings.municipalities;
  return places.find((place) => place.code === code);
}

/** The codes under which a place stands in a year; none in a year that its settings leave out. */
export function codesIn(place: Place, year: number): readonly CodeYears[] {
  return place.codes.filter((years) => isInUse(years, year));
}

/** The sum over the members of a region, each with every code of the year; `null` asks for the country. */
export function levelOf(members: readonly string[] | null, asked: Asked): Level {
  const parts = (members ?? [null]).map((member) => levelOfPlace(member, asked));
  const missing = parts.flatMap((part) => part.missing);
  const used = parts.flatMap((part) => part.used);
  const numbers = parts.flatMap(({ low }) => low ?? []);
  if (missing.length > 0 || parts.some(({ low }) => low === null)) {
    return { low: null, high: null, isBounded: false, hidden: [], missing, used };
  }
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  return { low: sum(numbers), high: sum(numbers), isBounded: false, hidden: [], missing, used };
}

function nothing(reason: MissingReason, place: string | null, { role, period }: Asked): Level {
  const missing = [{ role, place, period, reason, symbol: null }];
  return { low: null, high: null, isBounded: false, hidden: [], missing, used: [] };
}

function levelOfPlace(code: string | null, asked: Asked): Level {
  if (code === null) return levelOfSeries(code, asked.dataset.series, asked);
  const place = findPlace(asked, code);
  const { publication, holding } = asked.dataset;
  const codes = place === undefined ? [] : codesIn(place, yearOf(asked.period));
  if (place === undefined || codes.length === 0) return nothing('border-change', code, asked);
  if (holding.quantity === 'percentage' && codes.length > 1) return nothing('border-change', code, asked);
  if (publication.form === 'grouped')
    return levelOfSeries(code, inRegion(`${publication.prefix}${code}`, asked), asked);
  const parts = codes.map((one) => levelOfSeries(code, inRegion(one.code, asked), asked));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  // An index over several codes is that of the groups' sums, so groups are summed first.
  if (asked.indicator.measure === 'diversity') {
    return levelOfSeries(code, mergedSeries(codes.map((one) => inRegion(one.code, asked))), asked);
  }
  const missing = parts.flatMap((part) => part.missing);
  const used = parts.flatMap((part) => part.used);
  const numbers = parts.flatMap(({ low }) => low ?? []);
  if (missing.length > 0 || numbers.length < parts.length) {
    return { low: null, high: null, isBounded: false, hidden: [], missing, used };
  }
  return { low: sum(numbers), high: sum(numbers), isBounded: false, hidden: [], missing, used };
}

function inRegion(region: string, { dataset }: Question): readonly ReadSeries[] {
  return dataset.series.filter(({ series }) => series.region === region);
}

/** The groups of several codes summed; a part without a number leaves the sum without one. */
function mergedSeries(parts: readonly (readonly ReadSeries[])[]): readonly ReadSeries[] {
  const [first = [], ...others] = parts;
  return first.map((one) => {
    const name = JSON.stringify(one.series.categories);
    const twins = others.flatMap((part) => part.filter(({ series }) => JSON.stringify(series.categories) === name));
    const cells = new Map<string, ReadCell>();
    for (const [period, cell] of one.cells)
      cells.set(
        period,
        twins.reduce((all, twin) => added(all, twin.cells.get(period)), cell),
      );
    return { series: one.series, cells };
  });
}

function added(a: ReadCell, b: ReadCell | undefined): ReadCell {
  if (a.figure === null || b === undefined) return a;
  if (b.figure === null) return b;
  return { ...a, figure: plus(a.figure, b.figure), published: `${a.published}+${b.published}` };
}

function isSelected({ series }: ReadSeries, select: Indicator['select']): boolean {
  return Object.entries(select).every(([dimension, codes]) => {
    const code = series.categories[dimension];
    return code === undefined || codes.includes(code);
  });
}

function levelOfSeries(place: string | null, series: readonly ReadSeries[], asked: Asked): Level {
  const chosen = series.filter((one) => isSelected(one, asked.indicator.select));
  const present = chosen.filter(({ cells }) => cells.has(asked.period));
  if (chosen.length === 0 || present.length < chosen.length || lacksOne(chosen, asked)) {
    return nothing('not-in-dataset', place, asked);
  }
  const used = chosen.flatMap((one): UsedCell[] => {
    const cell = one.cells.get(asked.period);
    const key = `${asked.dataset.holding.id} ${seriesKey(one.series)}`;
    return cell === undefined ? [] : [{ role: asked.role, key, period: asked.period, cell }];
  });
  if (asked.indicator.measure === 'diversity') return diversityOf(place, used, series, asked);
  const missing = used.flatMap((one) => missingPart(one, place));
  if (missing.length > 0) return { low: null, high: null, isBounded: false, hidden: [], missing, used };
  const total = sum(used.flatMap(({ cell }) => cell.figure ?? []));
  return { low: total, high: total, isBounded: false, hidden: [], missing, used };
}

/** Is a category that is asked for by name not there at all? */
function lacksOne(chosen: readonly ReadSeries[], { indicator }: Question): boolean {
  return Object.entries(indicator.select).some(([dimension, codes]) => {
    const held = new Set(chosen.flatMap(({ series }) => series.categories[dimension] ?? []));
    return held.size > 0 && codes.some((code) => !held.has(code));
  });
}

function missingPart({ role, period, cell }: UsedCell, place: string | null): readonly MissingPart[] {
  return cell.reason === null ? [] : [{ role, place, period, reason: cell.reason, symbol: cell.symbol }];
}

/** One less the sum of the squared shares, between both ends where groups are withheld. */
function diversityOf(place: string | null, used: readonly UsedCell[], all: readonly ReadSeries[], asked: Asked): Level {
  const withheld = used.filter(({ cell }) => cell.reason === 'confidential');
  const missing = used.flatMap((one) => missingPart(one, place));
  const known = used.flatMap(({ cell }) => cell.figure ?? []);
  const squares = sum(known.map((figure) => times(figure, figure)));
  const none = { low: null, high: null, isBounded: false, hidden: [], missing, used };
  if (missing.length > withheld.length) return none;
  if (withheld.length === 0) {
    if (!isWhole(used, all, asked)) {
      return { ...none, used: [...used, ...withheldSum(sum(known), all, asked).cells] };
    }
    const index = indexOf(squares, sum(known));
    return index === null ? none : { low: index, high: index, isBounded: false, hidden: [], missing: [], used };
  }
  const { rest, cells } = withheldSum(sum(known), all, asked);
  const resting = [...used, ...cells];
  if (rest === null) return { ...none, used: resting };
  const whole = plus(sum(known), rest);
  const square = times(rest, rest);
  const low = indexOf(plus(squares, square), whole);
  const high = indexOf(plus(squares, over(square, fraction(BigInt(withheld.length)))), whole);
  if (low === null || high === null) return { ...none, used: resting };
  return { low, high, isBounded: true, missing: [], hidden: missing, used: resting };
}

function indexOf(squares: Fraction, whole: Fraction): Fraction | null {
  return whole.top <= 0n ? null : minus(ONE, over(squares, times(whole, whole)));
}

/** Are the groups, with what is left out, what the source gives in all, beyond half a unit a figure? So where it cannot be told. */
function isWhole(
  used: readonly UsedCell[],
  all: readonly ReadSeries[],
  { indicator: { groups }, period }: Asked,
): boolean {
  const cellsOf = (code: string | undefined) =>
    all.flatMap(({ series, cells }) => {
      const cell = cells.get(period);
      return groups === undefined || series.categories[groups.dimension] !== code || cell === undefined ? [] : [cell];
    });
  const [totals, apart] = [cellsOf(groups?.total), cellsOf(groups?.leftOut)];
  const every = [...totals, ...apart, ...used.map(({ cell }) => cell)];
  if (totals.length === 0 || every.some(({ figure, isCorrected }) => figure === null || isCorrected)) return true;
  const sumOf = (cells: typeof every) => sum(cells.flatMap(({ figure }) => figure ?? []));
  const gap = minus(minus(sumOf(totals), sumOf(apart)), sumOf(used.map(({ cell }) => cell)));
  const codes = new Set(used.map(({ key }) => key)).size;
  const slack = over(fraction(BigInt(codes + 2)), fraction(2n));
  return compare(gap, slack) <= 0 && compare(minus(ZERO, gap), slack) <= 0;
}

/** The published total less what is known and less what is left out, `null` where that is not to be had; and the cells. */
function withheldSum(
  known: Fraction,
  all: readonly ReadSeries[],
  { indicator, period, role, dataset }: Asked,
): { readonly rest: Fraction | null; readonly cells: readonly UsedCell[] } {
  const { groups } = indicator;
  const cellsOf = (code: string | undefined): readonly UsedCell[] =>
    all.flatMap(({ series, cells }) => {
      const cell = cells.get(period);
      if (groups === undefined || series.categories[groups.dimension] !== code || cell === undefined) return [];
      return [{ role, key: `${dataset.holding.id} ${seriesKey(series)}`, period, cell }];
    });
  const [totals, apart] = [cellsOf(groups?.total), cellsOf(groups?.leftOut)];
  const cells = [...totals, ...apart];
  const [total, leftOut] = [
    totals[0]?.cell.figure ?? null,
    apart.length === 0 ? ZERO : (apart[0]?.cell.figure ?? null),
  ];
  if (total === null || leftOut === null) return { rest: null, cells };
  const rest = minus(minus(total, known), leftOut);
  return { rest: rest.top < 0n ? null : rest, cells };
}
