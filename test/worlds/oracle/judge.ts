import type { Fraction } from './fraction.ts';
import { mean, minus } from './fraction.ts';
import type { Facts, Indicator, MissingPart, OracleSettings, Place, Rule } from './facts.ts';
import type { ReadDataset } from './cells.ts';
import { readDataset, showsPublication, yearOf } from './cells.ts';
import type { Level, Question, UsedCell } from './levels.ts';
import { codesIn, levelOf } from './levels.ts';
import type { Numbers, Span, Verdict } from './rules.ts';
import { growth, speak } from './rules.ts';
import { isWithinUncertainty } from './uncertainty.ts';
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
export type Flag =
  'proxy' | 'provisional' | 'stale' | 'revised' | 'corrected' | 'bounded' | 'within-variation' | 'within-uncertainty';

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

export type LastKnown = Pick<Judged, 'period' | 'value' | 'status'>;

export interface Said extends Judged {
  readonly flags: readonly Flag[];
  /** Flags that one reading of the meaning gives and another does not. */
  readonly doubtful: readonly Flag[];
  /** Withheld groups, which may be named beside what is missing. */
  readonly hidden: readonly MissingPart[];
  readonly lastKnown: LastKnown | null;
  /** What was said when the rule last spoke, of figures that may be gone since. */
  readonly saidLast?: LastKnown | null;
}

/** Flags of figures; of what was never measured those of the others may be told. */
const OF_FIGURES: readonly Flag[] = ['provisional', 'revised', 'corrected'];

const NOTHING: Judged = {
  ...{ status: 'not-measured', reason: 'no-value', period: null, value: null, bounds: null, numbers: {} },
  ...{ missing: [], used: [], base: null, isBounded: false, dataset: null, alternative: null, coverage: null },
};

/** What domain.md lets be said about an indicator, with the figures and settings at hand. */
export function judge(indicator: Indicator, facts: Facts): Said {
  const dataset = readDataset(facts.holdings.get(indicator.dataset), facts.settings);
  const published = dataset === null ? [] : publishedPeriods(dataset, facts);
  const latest = published.at(-1);
  if (dataset === null || latest === undefined) {
    return { ...NOTHING, flags: indicator.proxy ? ['proxy'] : [], doubtful: [], hidden: [], lastKnown: null };
  }
  const question = { settings: facts.settings, indicator, dataset };
  if (!isMeasured(question, published)) {
    const nothing = { ...NOTHING, period: latest, used: [] };
    const flags = flagsOf(nothing, { question, published, facts });
    return { ...nothing, flags, doubtful: OF_FIGURES, hidden: [], lastKnown: null };
  }
  const about = (period: string): Judged => judgeWithSecond(question, period, published, facts);
  const said = about(latest);
  const earlier = said.reason === null ? [] : published.slice(0, -1).toReversed();
  const known = earlier.map(about).find(({ reason }) => reason === null);
  const lastKnown = known === undefined ? null : { period: known.period, value: known.value, status: known.status };
  const flags = flagsOf(said, { question, published, facts });
  return {
    ...said,
    flags,
    doubtful: doubtfulOf({ ...said, flags }, indicator),
    hidden: hiddenOf(said),
    lastKnown,
  };
}

/** Was there ever a figure of the own place, be it within bounds? */
function isMeasured(question: Question, published: readonly string[]): boolean {
  const places = ownPlaces(question);
  const has = (dataset: ReadDataset): boolean =>
    published.some((period) => levelOf(places, { ...question, dataset, role: 'own', period }).low !== null);
  if (has(question.dataset)) return true;
  const { holding } = question.dataset;
  const earlier = holding.publications.slice(0, -1).map((_, at) => holding.publications.slice(0, at + 1));
  return earlier.some((publications) => {
    const dataset = readDataset({ ...holding, publications }, question.settings);
    return dataset !== null && has(dataset);
  });
}

function ownPlaces(question: Question): readonly string[] | null {
  if (hasNoPlaces(question)) return null;
  return [placeCode(question.settings.own, question)];
}

/** Of the country, or a file of the municipality's own that names no place. */
function hasNoPlaces({ dataset }: Question): boolean {
  const { coverage, series } = dataset.publication;
  return coverage === 'national' || series.every(({ region }) => region === null);
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

/** Where nothing but withheld groups is in the way, the second table answers if it can. */
function judgeWithSecond(question: Question, period: string, published: readonly string[], facts: Facts): Judged {
  const first = judgeAt(question, period, published);
  const isWithheld = first.missing.length > 0 && first.missing.every(({ reason }) => reason === 'confidential');
  if (first.reason !== 'own-figure-missing' || !isWithheld) return first;
  const other = secondOf(question, facts);
  const second = other === null ? first : judgeAt({ ...question, dataset: other }, period, published);
  return second.reason === null ? second : first;
}

function secondOf({ indicator }: Question, { holdings, settings }: Facts): ReadDataset | null {
  return indicator.second === undefined ? null : readDataset(holdings.get(indicator.second), settings);
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
  const previous = question.dataset.periods.find((one) => yearOf(one) === before) ?? null;
  return judgeRule(indicator.rule, { ...question, period, previous, published });
}

function judgeRule(rule: Rule, situation: Situation): Judged {
  if (rule.id !== 'all-of') return judgePart(rule, situation);
  const parts = rule.parts.map((part) => judgePart(part, situation));
  const stopped =
    parts.find(({ status }) => status === 'insufficient') ?? parts.find(({ status }) => status === 'break');
  if (stopped !== undefined) {
    const missing = parts.flatMap((part) => (part.reason === null ? [] : part.missing));
    return { ...stopped, missing, used: parts.flatMap(({ used }) => used) };
  }
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
    // Where nothing is compared with the period before, the others need not be there in it.
    value: valueOf({ ...figures, complete: [] }, indicator),
    status: reason.endsWith('break') || reason === 'border-change' ? 'break' : 'insufficient',
  });
  const guard = guardOf(rule, figures, situation);
  if (guard !== null) return stop(guard.reason, guard.missing);
  const spoken = speak(rule, comparedOf(figures));
  if (spoken.status !== null) {
    // Where some of the group are enough, those that are missing are named all the same.
    const missing = indicator.requiredPeers === undefined || !readsPeers(rule) ? [] : peersMissing(figures);
    return { ...judged, missing, reason: null, status: spoken.status, numbers: spoken.numbers };
  }
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
  readonly members: readonly string[];
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
          members,
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
  const { indicator, dataset, period, previous } = situation;
  const stop = (reason: Reason, missing: readonly MissingPart[] = []) => ({ reason, missing });
  if (rule.id !== 'not-set') {
    const broken = breakOf(figures, situation);
    if (broken !== null) return stop(broken);
    const earlier = dataset.periods.filter((one) => yearOf(one) < yearOf(period));
    if (earlier.length === 0) return stop('only-one-period');
    if (previous === null) return stop('periods-not-adjacent');
  }
  const own = ownLevels(figures).flatMap(({ missing }) => missing);
  const others = readsPeers(rule) ? peersMissing(figures) : [];
  if (own.length > 0 || ownLevels(figures).some(({ low }) => low === null)) {
    return stop('own-figure-missing', [...own, ...others]);
  }
  const wanted = indicator.requiredPeers ?? figures.regions.length;
  if (readsPeers(rule) && figures.complete.length < Math.max(1, wanted)) {
    return stop('peer-missing', others);
  }
  return null;
}

function peersMissing({ regions }: Figures): readonly MissingPart[] {
  return regions.flatMap((one) => [...one.current.missing, ...(one.previous?.missing ?? [])]);
}

function breakOf(figures: Figures, situation: Situation): Reason | null {
  const { period, indicator } = situation;
  const from = yearsBefore(period, indicator.stepYears);
  const until = yearOf(period);
  if (declaredBreaks(situation).some((year) => from < year && year <= until)) return 'declared-break';
  const latest = [figures.own, ...usedRegions(figures, situation).map(({ current }) => current)];
  if (latest.some(({ used }) => used.some(({ cell }) => cell.isBreak))) return 'marked-break';
  return usedPlaces(figures, situation).some((place) => hasNewBorders(place, from, until, situation))
    ? 'border-change'
    : null;
}

/** Those compared with: where some are enough, the ones with a figure in both periods. */
function usedRegions({ regions, complete }: Figures, { indicator }: Situation): readonly RegionLevels[] {
  const { requiredPeers } = indicator;
  return requiredPeers !== undefined ? complete : regions;
}

function usedPlaces(figures: Figures, situation: Situation): readonly Place[] {
  const { settings, dataset } = situation;
  if (hasNoPlaces(situation)) return [];
  const { requiredPeers = 0 } = situation.indicator;
  // Where borders that have changed leave too few, all of the group are asked.
  const regions = figures.complete.length < requiredPeers ? figures.regions : usedRegions(figures, situation);
  const peers = regions.flatMap(({ members }) => members);
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
  return level === null || level.low === null || level.high === null
    ? null
    : { low: level.low, high: level.high, isBounded: level.isBounded };
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
  // Where some are enough, they are the same in both periods; where all are asked for, the latest says it alone.
  const isEither = requiredPeers === undefined || complete.length < requiredPeers;
  const others = (isEither ? regions : complete).flatMap(({ current }) => current.low ?? []);
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
    ['revised', isUsed((cell) => cell.isRevised === true)],
    ['corrected', isUsed((cell) => cell.isCorrected)],
    ['bounded', said.isBounded && said.reason === null],
    // Where the rule cannot speak nothing is said of its change.
    ['within-variation', said.reason === null && isOrdinary(said, context)],
    ['within-uncertainty', said.reason === null && isUncertain(said, context)],
  ];
  return all.filter(([, is]) => is).map(([flag]) => flag);
}

function hiddenOf({ used, missing }: Judged): readonly MissingPart[] {
  const places = new Map(missing.map((part) => [part.role, part.place]));
  return used.flatMap(({ role, period, cell }): MissingPart[] =>
    cell.reason === 'confidential'
      ? [{ role, place: places.get(role) ?? null, period, reason: 'confidential', symbol: cell.symbol }]
      : [],
  );
}

/**
 * A figure that was taken away: revised, or not? And where some of the group are enough, which are they in a series that
 * others have left and come back to?
 */
function doubtfulOf(
  { used, flags }: Judged & { readonly flags: readonly Flag[] },
  indicator: Indicator,
): readonly Flag[] {
  const isRevised = flags.includes('revised');
  return [
    // What the source has revised and the municipality has corrected since is shown as corrected.
    ...(used.some(({ cell }) => (isRevised ? cell.isRevised === true && cell.isCorrected : cell.isRevised === 'maybe'))
      ? (['revised'] as const)
      : []),
    ...(indicator.measure === 'gap' && indicator.requiredPeers !== undefined ? (['within-variation'] as const) : []),
  ];
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
function isOrdinary({ dataset }: Judged, { question: asked, published, facts }: FlagContext): boolean {
  const { indicator } = asked;
  const second = dataset === asked.dataset.holding.id ? null : secondOf(asked, facts);
  const question = second === null ? asked : { ...asked, dataset: second };
  if (indicator.rule.id === 'not-set') return false;
  // A break of those compared with is none of the own level or growth.
  const compared = (figures: Figures): Figures =>
    indicator.measure === 'gap' ? figures : { ...figures, regions: [], complete: [] };
  const values: Fraction[] = [];
  for (const period of published.toReversed()) {
    const previous = published.find((one) => yearOf(one) === yearsBefore(period, indicator.stepYears)) ?? null;
    const situation = { ...question, period, previous, published };
    const figures = figuresOf(indicator.rule, situation);
    const value = valueOf(figures, indicator);
    if (value === null) break;
    values.unshift(value);
    if (previous === null || breakOf(compared(figures), situation) !== null) break;
  }
  return isWithinVariation(values);
}

/** Only of a survey, whose files may say how many answered. */
function isUncertain(
  { dataset, period }: Judged,
  { question: { indicator, dataset: read }, published }: FlagContext,
): boolean {
  if (dataset !== 'survey' || period === null || indicator.rule.id === 'not-set') return false;
  const previous = published.find((one) => yearOf(one) === yearsBefore(period, indicator.stepYears));
  return previous !== undefined && isWithinUncertainty(read.publication, previous, period);
}

/** Everything an oracle is asked of: every indicator of the settings. */
export function judgeAll(facts: Facts): ReadonlyMap<string, Said> {
  const { indicators }: OracleSettings = facts.settings;
  return new Map(indicators.map((indicator) => [indicator.id, judge(indicator, facts)]));
}
