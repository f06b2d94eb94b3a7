import type { Fraction } from './fraction.ts';
import { compare, decimal, fraction, plus, ZERO } from './fraction.ts';
import type {
  Correction,
  Holding,
  MissingReason,
  OracleSettings,
  Place,
  Publication,
  PublishedCell,
  PublishedSeries,
} from './facts.ts';

/** What a cell comes to once every rule about absence has been asked. */
export interface ReadCell {
  readonly figure: Fraction | null;
  readonly reason: MissingReason | null;
  readonly symbol: string | null;
  readonly isBreak: boolean;
  readonly isProvisional: boolean;
  readonly isCorrected: boolean;
  /** An earlier publication had another number here; `maybe` where there is no number now. */
  readonly isRevised: boolean | 'maybe';
  /** As published, to be compared with what was published before. */
  readonly published: string;
}

export interface ReadSeries {
  readonly series: PublishedSeries;
  readonly cells: ReadonlyMap<string, ReadCell>;
}

/** A dataset as it is read today, cell by cell. */
export interface ReadDataset {
  readonly holding: Holding;
  readonly publication: Publication;
  readonly series: readonly ReadSeries[];
  /** Ascending codes of the newest publication. */
  readonly periods: readonly string[];
}

const REASONS: Readonly<Record<string, MissingReason>> = {
  ':': 'confidential',
  '..': 'missing',
  '...': 'missing',
  '.': 'not-possible',
  '-': 'nil',
  '.......': 'missing',
};
/** Symbols of a period that is not out yet, where every cell has one. */
const NOT_OUT = new Set(['-', '.', '..', '...']);
const FIFTY = fraction(50n);

/** The last year of a period code: 2022 of `2020-2022` and of `2022`. */
export function yearOf(period: string): number {
  return Number(period.slice(-4));
}

/** Is the code in use in the year, as the settings have it? */
export function isInUse({ from, to }: { readonly from?: number; readonly to?: number }, year: number): boolean {
  return (from ?? -Infinity) <= year && year <= (to ?? Infinity);
}

/** Says one series from another. */
export function seriesKey({ region, categories }: Pick<PublishedSeries, 'region' | 'categories'>): string {
  const named = Object.entries(categories).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [region ?? '', ...named.map(([dimension, code]) => `${dimension}=${code}`)].join(' ');
}

const indexes = new WeakMap<Publication, ReadonlyMap<string, PublishedSeries>>();

/** The series of a publication by their keys, made once. */
function indexOf(publication: Publication): ReadonlyMap<string, PublishedSeries> {
  const known = indexes.get(publication);
  if (known !== undefined) return known;
  const made = new Map(publication.series.map((series) => [seriesKey(series), series]));
  indexes.set(publication, made);
  return made;
}

function publishedText({ text, symbol }: PublishedCell): string {
  return `${text ?? ''}${symbol ?? ''}`;
}

/** Is it a sign that the period is out: a number but 0, a withheld cell, a symbol nobody knows? */
export function showsPublication({ text, symbol }: PublishedCell): boolean {
  if (text !== null) return compare(decimal(text), ZERO) !== 0;
  return symbol !== null && !NOT_OUT.has(symbol);
}

function periodsOf(publication: Publication): readonly string[] {
  return [...new Set(publication.series.flatMap(({ cells }) => [...cells.keys()]))].toSorted(
    (a, b) => yearOf(a) - yearOf(b),
  );
}

interface Asked {
  readonly holding: Holding;
  readonly publication: Publication;
  readonly settings: OracleSettings;
  readonly periods: readonly string[];
}

/** The newest publication of a dataset, read; `null` when none was taken in. */
export function readDataset(holding: Holding | undefined, settings: OracleSettings): ReadDataset | null {
  const publication = holding?.publications.at(-1);
  if (holding === undefined || publication === undefined) return null;
  const periods = periodsOf(publication);
  const asked = { holding, publication, settings, periods };
  const series = publication.series.map((one) => ({ series: one, cells: readSeries(one, asked) }));
  return { holding, publication, series: series.map((one) => ({ ...one })), periods };
}

function readSeries(series: PublishedSeries, asked: Asked): ReadonlyMap<string, ReadCell> {
  const read = new Map<string, ReadCell>();
  const key = seriesKey(series);
  let last: Fraction | null = null;
  for (const period of asked.periods) {
    const cell = series.cells.get(period);
    if (cell === undefined) continue;
    const one = readCell(cell, { series, key, period, last, asked });
    read.set(period, one);
    last = one.figure ?? last;
  }
  return read;
}

interface At {
  readonly series: PublishedSeries;
  readonly key: string;
  readonly period: string;
  /** The last figure before, if any. */
  readonly last: Fraction | null;
  readonly asked: Asked;
}

function readCell(cell: PublishedCell, at: At): ReadCell {
  const correction = correctionOf(cell, at);
  const marks = {
    symbol: cell.symbol,
    isBreak: cell.symbol === 'b',
    isProvisional: cell.symbol !== null && ['p', 'e', '*'].includes(cell.symbol),
    isCorrected: correction !== undefined,
    isRevised: wasAnotherNumber(cell, at),
    published: publishedText(cell),
  };
  const none = (reason: MissingReason, symbol = cell.symbol): ReadCell => ({
    ...{ ...marks, isBreak: false, isProvisional: false, isRevised: marks.isRevised ? 'maybe' : false },
    ...{ figure: null, reason, symbol },
  });
  if (hasEnded(at)) return none('code-ended');
  if (correction !== undefined) return { ...marks, figure: decimal(correction.corrected), reason: null };
  if (cell.text === null) {
    if (cell.symbol === '-' && at.asked.holding.nil === 'counts') return { ...marks, figure: ZERO, reason: null };
    return none(cell.symbol === null ? 'missing' : (REASONS[cell.symbol] ?? 'unknown-symbol'));
  }
  const figure = decimal(cell.text);
  if (compare(figure, ZERO) === 0 && isNoFigure(at)) return none('zero', '0');
  // A number stays a number, whatever stands beside it.
  return { ...marks, figure, reason: null };
}

function correctionOf(cell: PublishedCell, { key, period, asked }: At): Correction | undefined {
  return (asked.holding.corrections ?? asked.settings.corrections).find(
    (one) =>
      one.dataset === asked.holding.id &&
      one.period === period &&
      seriesKey(one) === key &&
      cell.text !== null &&
      compare(decimal(one.published), decimal(cell.text)) === 0,
  );
}

function wasAnotherNumber(cell: PublishedCell, { key, period, asked }: At): boolean {
  const { publications } = asked.holding;
  if (publications.length < 2) return false;
  const now = cell.text === null ? null : decimal(cell.text);
  return publications.slice(0, -1).some((earlier, at) => {
    const text = indexOf(earlier).get(key)?.cells.get(period)?.text ?? null;
    if (text === null || (now !== null && compare(decimal(text), now) === 0)) return false;
    // A 0 that was no figure then was not revised since.
    return compare(decimal(text), ZERO) !== 0 || wasFigure(key, period, { ...asked, upTo: at + 1 });
  });
}

function wasFigure(
  key: string,
  period: string,
  { holding, settings, upTo }: Asked & { readonly upTo: number },
): boolean {
  const then = readDataset({ ...holding, publications: holding.publications.slice(0, upTo) }, settings);
  const series = then?.series.find((one) => seriesKey(one.series) === key);
  return (series?.cells.get(period)?.figure ?? null) !== null;
}

/** A code outside its years, by the settings or by the source's own label. */
function hasEnded({ series, period, asked }: At): boolean {
  const { publication, settings } = asked;
  if (series.region === null || publication.form === 'grouped') return false;
  const { region } = series;
  const year = yearOf(period);
  if (year > (publication.ended[region] ?? Infinity)) return true;
  const places: readonly Place[] = publication.coverage === 'county' ? settings.counties : settings.municipalities;
  const known = places.flatMap(({ codes }) => codes.filter(({ code }) => code === region));
  return known.length > 0 && !known.some((years) => isInUse(years, year));
}

/** A 0 where there can be none. */
function isNoFigure(at: At): boolean {
  const { holding } = at.asked;
  if (holding.zero === 'impossible') return true;
  if (isUnpublishedPlace(at) || isUnpublishedPeriod(at)) return true;
  const last = at.last ?? lastOfForerunners(at);
  return holding.quantity === 'count' && last !== null && compare(last, FIFTY) >= 0;
}

/** What the codes that a code took over from held together in the year before. */
function lastOfForerunners({ series, period, asked }: At): Fraction | null {
  const { publication, settings } = asked;
  if (series.region === null || publication.form === 'grouped') return null;
  const places: readonly Place[] = publication.coverage === 'county' ? settings.counties : settings.municipalities;
  const place = places.find(({ codes }) => codes.some(({ code }) => code === series.region));
  const year = yearOf(period) - 1;
  const before = asked.periods.find((one) => yearOf(one) === year);
  if (place === undefined || before === undefined) return null;
  const texts = place.codes
    .filter((years) => isInUse(years, year))
    .flatMap(
      ({ code }) =>
        indexOf(publication)
          .get(seriesKey({ ...series, region: code }))
          ?.cells.get(before)?.text ?? [],
    );
  return texts.length === 0 ? null : texts.map(decimal).reduce(plus);
}

function isZero(cell: PublishedCell | undefined): boolean {
  return cell !== undefined && cell.text !== null && compare(decimal(cell.text), ZERO) === 0;
}

function isUnpublishedPeriod({ period, asked }: At): boolean {
  return !asked.publication.series.some(({ cells }) => {
    const cell = cells.get(period);
    return cell !== undefined && showsPublication(cell);
  });
}

/** Of a place with several cells: all are 0, and were not in the period before. */
function isUnpublishedPlace({ series, period, asked }: At): boolean {
  const own = asked.publication.series.filter(({ region }) => region === series.region);
  const before = asked.periods[asked.periods.indexOf(period) - 1];
  if (own.length < 2 || before === undefined) return false;
  return own.every(({ cells }) => isZero(cells.get(period))) && !own.every(({ cells }) => isZero(cells.get(before)));
}
