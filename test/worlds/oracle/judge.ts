import type { Fraction } from './fraction.ts';
import { mean, minus } from './fraction.ts';
import type { Facts, Indicator, MissingPart, OracleSettings, Place, Rule } from './facts.ts';
import type { ReadDataset } from './cells.ts';
import { readDataset, showsPublication, yearOf } from './cells.ts';
import type { Level, Question, UsedCell } from './levels.ts';
import { codesIn, levelOf } from './levels.ts';
import type { Numbers, Span, Verdict } from './rules.ts';
import { growth, speak } from './rules.ts';
import { isWithinVariation } from './variation.ts';

export type Reason =
  | 'no-value'
  | 'declared-break'
  | 'marked-break'
  | 'border-change'
  | 'only-one-period'
  | 'periods-not-adjacent'
  | 'own-figure-missing'
  | 'peer-missing'
  | 'base-not-positive';
export type Status = Verdict | 'not-measured' | 'insufficient' | 'break';
export type Flag = 'proxy' | 'provisional' | 'stale' | 'revised' | 'corrected' | 'bounded' | 'within-variation';

/** What can be said of one indicator about one period. */
export interface Judged {
  readonly status: Status;
  readonly reason: Reason | null;
  readonly period: string | null;
  readonly value: Fraction | null;
  readonly bounds: Span | null;
  readonly numbers: Numbers;
  readonly missing: readonly MissingPart[];
  readonly used: readonly UsedCell[];
  /** The base period asked about, if any. */
  readonly base: string | null;
  /** Any compared figure is known within bounds only. */
  readonly isBounded: boolean;
  /** Which dataset spoke. */
  readonly dataset: string | null;
  readonly alternative: string | null;
  readonly coverage: 'municipality' | 'county' | 'national' | null;
}

export interface Said extends Judged {
  readonly flags: readonly Flag[];
  readonly lastKnown: Pick<Judged, 'period' | 'value' | 'status'> | null;
}

const NOTHING: Judged = {
  ...{ status: 'not-measured', reason: 'no-value', period: null, value: null, bounds: null, numbers: {} },
  ...{ missing: [], used: [], base: null, isBounded: false, dataset: null, alternative: null, coverage: null },
};

/** What domain.md lets be said about an indicator, with the figures and settings at hand. */
export function judge(indicator: Indicator, facts: Facts): Said {
  const dataset = readDataset(facts.holdings.get(indicator.dataset), facts.settings);
  const published = dataset === null ? [] : publishedPeriods(dataset, facts);
  const latest = published.at(-1);
  if (dataset === null || latest === undefined) return { ...NOTHING, flags: [], lastKnown: null };
  const question = { settings: facts.settings, indicator, dataset };
  if (!isMeasured(question, published)) return { ...NOTHING, flags: [], lastKnown: null };
  const about = (period: string): Judged => judgeWithSecond(question, period, published, facts);
  const said = about(latest);
  const earlier = said.reason === null ? [] : published.slice(0, -1).toReversed();
  const known = earlier.map(about).find(({ reason }) => reason === null);
  const lastKnown = known === undefined ? null : { period: known.period, value: known.value, status: known.status };
  return { ...said, flags: flagsOf(said, { question, published, facts }), lastKnown };
}

/** Was there ever a figure of the own place, be it within bounds? */
function isMeasured(question: Question, published: readonly string[]): boolean {
  const places = ownPlaces(question);
  return published.some((period) => levelOf(places, { ...question, role: 'own', period }).low !== null);
}

function ownPlaces(question: Question): readonly string[] | null {
  if (question.dataset.publication.coverage === 'national') return null;
  return [placeCode(question.settings.own, question)];
}

/** Of the whole table, whatever place and dataset: the periods in which something is published, ascending. */
export function publishedPeriods(dataset: ReadDataset, { holdings }: Facts): readonly string[] {
  const { table } = dataset.publication;
  const newest = [...holdings.values()].flatMap(({ publications }) => publications.at(-1) ?? []);
  const cells = newest
    .filter((one) => one.table === table)
    .flatMap(({ series }) => series.flatMap((one) => [...one.cells]));
  const shown = new Set(cells.filter(([, cell]) => showsPublication(cell)).map(([period]) => period));
  return [...shown].toSorted((a, b) => yearOf(a) - yearOf(b));
}

function judgeWithSecond(question: Question, period: string, published: readonly string[], facts: Facts): Judged {
  const first = judgeAt(question, period, published);
  if (first.reason !== 'own-figure-missing' || !first.isBounded) return first;
  const { second } = question.indicator;
  const other = second === undefined ? null : readDataset(facts.holdings.get(second), facts.settings);
  return other === null ? first : judgeAt({ ...question, dataset: other }, period, published);
}

interface Situation extends Question {
  readonly period: string;
  readonly previous: string | null;
  readonly published: readonly string[];
}

function yearsBefore(period: string, years: number): number {
  return yearOf(period) - years;
}

/** About one period, by one dataset. */
function judgeAt(question: Question, period: string, published: readonly string[]): Judged {
  const { indicator } = question;
  const before = yearsBefore(period, indicator.stepYears);
  const previous = published.find((one) => yearOf(one) === before) ?? null;
  return judgeRule(indicator.rule, { ...question, period, previous, published });
}

function judgeRule(rule: Rule, situation: Situation): Judged {
  if (rule.id !== 'all-of') return judgePart(rule, situation);
  const parts = rule.parts.map((part) => judgePart(part, situation));
  const stopped =
    parts.find(({ status }) => status === 'insufficient') ?? parts.find(({ status }) => status === 'break');
  if (stopped !== undefined) return { ...stopped, used: parts.flatMap(({ used }) => used) };
  const figures = figuresOf(rule, situation);
  const spoken = speak(rule, comparedOf(figures));
  const [first] = parts;
  if (first === undefined || spoken.status === null) throw new Error('Every part has spoken, so the whole can.');
  return { ...first, status: spoken.status, numbers: spoken.numbers, used: usedOf(figures) };
}

function judgePart(rule: Rule, situation: Situation): Judged {
  const figures = figuresOf(rule, situation);
  const { period, indicator, dataset } = situation;
  const judged = {
    ...NOTHING,
    ...{ period, value: valueOf(figures, indicator), bounds: boundsOf(figures.own) },
    ...{ used: usedOf(figures), isBounded: ownLevels(figures).some(({ isBounded }) => isBounded) },
    base: basePeriod(rule, situation),
    ...{ dataset: dataset.holding.id, alternative: dataset.publication.alternative },
    coverage: dataset.publication.coverage,
  };
  const stop = (reason: Reason, missing: readonly MissingPart[] = []): Judged => ({
    ...{ ...judged, reason, missing },
    status: reason.endsWith('break') || reason === 'border-change' ? 'break' : 'insufficient',
  });
  const guard = guardOf(rule, figures, situation);
  if (guard !== null) return stop(guard.reason, guard.missing);
  const spoken = speak(rule, comparedOf(figures));
  if (spoken.status !== null) return { ...judged, reason: null, status: spoken.status, numbers: spoken.numbers };
  if (spoken.why === 'base-not-positive') return stop('base-not-positive');
  return stop(
    'own-figure-missing',
    ownLevels(figures).flatMap(({ hidden }) => hidden),
  );
}

/** The levels a rule reads. */
interface Figures {
  readonly own: Level;
  readonly previous: Level | null;
  readonly base: Level | null;
  readonly regions: readonly RegionLevels[];
  /** Those that have a figure in both periods, or in the one where there is no other. */
  readonly complete: readonly RegionLevels[];
}

interface RegionLevels {
  readonly current: Level;
  readonly previous: Level | null;
}

function readsPeers(rule: Rule): boolean {
  return (
    rule.id === 'growth-lead' ||
    rule.id === 'relative-position' ||
    (rule.id === 'all-of' && rule.parts.some(readsPeers))
  );
}

function figuresOf(rule: Rule, situation: Situation): Figures {
  const { indicator, period, previous } = situation;
  const own = ownPlaces(situation);
  const ask = (members: readonly string[] | null, role: 'own' | 'peer', at: string): Level =>
    levelOf(members, { ...situation, role, period: at });
  const reads = rule.id === 'not-set' ? null : previous;
  const base = basePeriod(rule, situation);
  const comparesPeers = readsPeers(rule) || indicator.measure === 'gap';
  const regions =
    rule.id === 'not-set' || !comparesPeers
      ? []
      : peerRegions(situation).map((members) => ({
          current: ask(members, 'peer', period),
          previous: reads === null ? null : ask(members, 'peer', reads),
        }));
  return {
    own: ask(own, 'own', period),
    previous: reads === null ? null : ask(own, 'own', reads),
    base: base === null ? null : ask(own, 'own', base),
    regions,
    complete: regions.filter((one) => one.current.low !== null && one.previous?.low !== null),
  };
}

function placeCode(municipality: string, { settings, dataset }: Question): string {
  if (dataset.publication.coverage !== 'county') return municipality;
  return settings.municipalities.find(({ code }) => code === municipality)?.county ?? municipality;
}

/** Members of every region compared with; on counties each once and the own left out. */
function peerRegions(question: Question): readonly (readonly string[])[] {
  const { settings, indicator, dataset } = question;
  const regions = settings.groups[indicator.peers ?? ''] ?? [];
  const others = regions.filter(({ members }) => !members.includes(settings.own));
  if (dataset.publication.coverage !== 'county') return others.map(({ members }) => members);
  const counties = new Set(others.flatMap(({ members }) => members.map((one) => placeCode(one, question))));
  counties.delete(placeCode(settings.own, question));
  return [...counties].map((county) => [county]);
}

/** The base that is asked about, moved to the first period from a break on; `null` while it is not asked. */
function basePeriod(rule: Rule, situation: Situation): string | null {
  if (rule.id !== 'stable-or-improved' || rule.base === undefined) return null;
  const { period, published } = situation;
  if (yearOf(period) <= rule.base.year) return null;
  const breaks = [...declaredBreaks(situation), ...markedBreaks(situation)].filter((year) => year <= yearOf(period));
  const year = Math.max(rule.base.year, ...breaks);
  if (yearOf(period) <= year) return null;
  return published.find((one) => yearOf(one) >= year) ?? String(year);
}

function declaredBreaks({ settings, dataset }: Question): readonly number[] {
  return settings.breaks.filter((one) => one.dataset === dataset.holding.id).map(({ period }) => yearOf(period));
}

/** Years in which the own series carries the source's own mark of a break. */
function markedBreaks(situation: Situation): readonly number[] {
  const own = ownPlaces(situation);
  return situation.published
    .filter((period) => {
      const { used } = levelOf(own, { ...situation, role: 'own', period });
      return used.some(({ cell }) => cell.isBreak);
    })
    .map(yearOf);
}

function guardOf(
  rule: Rule,
  figures: Figures,
  situation: Situation,
): { readonly reason: Reason; readonly missing: readonly MissingPart[] } | null {
  const { indicator, period, previous, published } = situation;
  const stop = (reason: Reason, missing: readonly MissingPart[] = []) => ({ reason, missing });
  if (rule.id !== 'not-set') {
    const broken = breakOf(figures, situation);
    if (broken !== null) return stop(broken);
    const earlier = published.filter((one) => yearOf(one) < yearOf(period));
    if (earlier.length === 0) return stop('only-one-period');
    if (previous === null) return stop('periods-not-adjacent');
  }
  const own = ownLevels(figures).flatMap(({ missing }) => missing);
  if (own.length > 0 || ownLevels(figures).some(({ low }) => low === null)) return stop('own-figure-missing', own);
  const wanted = indicator.requiredPeers ?? figures.regions.length;
  if (readsPeers(rule) && figures.complete.length < Math.max(1, wanted)) {
    return stop(
      'peer-missing',
      figures.regions.flatMap((one) => [...one.current.missing, ...(one.previous?.missing ?? [])]),
    );
  }
  return null;
}

function breakOf(figures: Figures, situation: Situation): Reason | null {
  const { period, indicator } = situation;
  const from = yearsBefore(period, indicator.stepYears);
  const until = yearOf(period);
  if (declaredBreaks(situation).some((year) => from < year && year <= until)) return 'declared-break';
  const latest = [figures.own, ...figures.regions.map(({ current }) => current)];
  if (latest.some(({ used }) => used.some(({ cell }) => cell.isBreak))) return 'marked-break';
  return usedPlaces(figures, situation).some((place) => hasNewBorders(place, from, until, situation))
    ? 'border-change'
    : null;
}

function usedPlaces(figures: Figures, situation: Situation): readonly Place[] {
  const { settings, dataset } = situation;
  if (dataset.publication.coverage === 'national') return [];
  const peers = figures.regions.length > 0 ? peerRegions(situation).flat() : [];
  const codes = new Set([placeCode(settings.own, situation), ...peers]);
  const places: readonly Place[] =
    dataset.publication.coverage === 'county' ? settings.counties : settings.municipalities;
  return places.filter(({ code }) => codes.has(code));
}

/** A split, or for percentages a merger, between two years. */
function hasNewBorders(place: Place, from: number, until: number, { dataset }: Situation): boolean {
  const before = codesIn(place, from);
  const after = codesIn(place, until);
  if (before.length === 0 && after.length > 0) return place.codes.some(({ to }) => to !== undefined && to < from);
  return dataset.holding.quantity === 'percentage' && before.length > 1 && after.length === 1;
}

function ownLevels({ own, previous, base }: Figures): readonly Level[] {
  return [own, previous, base].flatMap((level) => level ?? []);
}

function usedOf(figures: Figures): readonly UsedCell[] {
  const peers = figures.regions.flatMap(({ current, previous }) =>
    previous === null ? [current] : [current, previous],
  );
  return [...ownLevels(figures), ...peers].flatMap(({ used }) => used);
}

function spanOf(level: Level | null): Span | null {
  return level === null || level.low === null || level.high === null ? null : { low: level.low, high: level.high };
}

function boundsOf(level: Level): Span | null {
  return level.isBounded ? spanOf(level) : null;
}

function comparedOf({ own, previous, base, complete }: Figures) {
  const current = spanOf(own);
  if (current === null) throw new Error('The guards let a missing figure through.');
  const regions = complete.flatMap((one) => {
    const [now, before] = [one.current.low, one.previous?.low];
    return now === null || before === null || before === undefined ? [] : [{ current: now, previous: before }];
  });
  return { current, previous: spanOf(previous), base: spanOf(base), regions };
}

/** The measure of the definition; `null` where any part of it is missing or known within bounds only. */
function valueOf(
  { own, previous, regions, complete }: Figures,
  { measure, requiredPeers }: Indicator,
): Fraction | null {
  if (own.low === null || own.isBounded) return null;
  if (measure === 'growth') return previous === null || previous.low === null ? null : growth(previous.low, own.low);
  if (measure !== 'gap') return own.low;
  const others = complete.flatMap(({ current }) => current.low ?? []);
  const isEnough = others.length >= Math.max(1, requiredPeers ?? regions.length);
  return isEnough ? minus(own.low, mean(others)) : null;
}

interface FlagContext {
  readonly question: Question;
  readonly published: readonly string[];
  readonly facts: Facts;
}

function flagsOf(said: Judged, context: FlagContext): readonly Flag[] {
  const { indicator } = context.question;
  const isUsed = (test: (cell: UsedCell['cell']) => boolean): boolean => said.used.some(({ cell }) => test(cell));
  const all: readonly (readonly [Flag, boolean])[] = [
    ['proxy', indicator.proxy || said.coverage === 'county'],
    ['provisional', isUsed((cell) => cell.isProvisional)],
    ['stale', isStale(context)],
    ['revised', isUsed((cell) => cell.isRevised)],
    ['corrected', isUsed((cell) => cell.isCorrected)],
    ['bounded', said.isBounded && said.reason === null],
    ['within-variation', isOrdinary(context)],
  ];
  return all.filter(([, is]) => is).map(([flag]) => flag);
}

const DAY_MS = 86_400_000;

function isStale({ question, published, facts }: FlagContext): boolean {
  const { holding, publication } = question.dataset;
  const now = Date.parse(facts.now);
  const allowed = holding.allowedAgeDays * DAY_MS;
  const latest = published.at(-1) ?? '';
  const first = holding.publications.find((one) =>
    one.series.some(({ cells }) => {
      const cell = cells.get(latest);
      return cell !== undefined && showsPublication(cell);
    }),
  );
  const next = Date.UTC(yearOf(latest) + 1 + question.indicator.stepYears, 0, 1);
  return [Date.parse(publication.updatedAt), Date.parse(first?.updatedAt ?? publication.updatedAt), next].some(
    (since) => now - since > allowed,
  );
}

/** Of the measure's values in the unbroken series up to the latest period. */
function isOrdinary({ question, published }: FlagContext): boolean {
  const { indicator } = question;
  if (indicator.rule.id === 'not-set' && published.length === 0) return false;
  const values: Fraction[] = [];
  for (const period of published.toReversed()) {
    const previous = published.find((one) => yearOf(one) === yearsBefore(period, indicator.stepYears)) ?? null;
    const situation = { ...question, period, previous, published };
    const figures = figuresOf(indicator.rule, situation);
    const value = valueOf(figures, indicator);
    if (value === null) break;
    values.unshift(value);
    if (previous === null || breakOf(figures, situation) !== null) break;
  }
  return isWithinVariation(values);
}

/** Everything an oracle is asked of: every indicator of the settings. */
export function judgeAll(facts: Facts): ReadonlyMap<string, Said> {
  const { indicators }: OracleSettings = facts.settings;
  return new Map(indicators.map((indicator) => [indicator.id, judge(indicator, facts)]));
}
