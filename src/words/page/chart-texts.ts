import type { Frequency } from '../../model/time-period.ts';
import type { Against, Direction } from '../../model/plan/rule.ts';
import type { FigureMark } from '../../model/plan/indicator-series.ts';
import type { SeriesBreak } from '../../model/plan/series-facts.ts';

/** In how many of the periods judged something held. */
export interface Tally {
  readonly met: number;
  readonly judged: number;
  readonly frequency: Frequency;
}

/** A span of a series as it is told: its two ends with their figures written out. */
export interface Span {
  readonly moved: 'up' | 'down' | 'same';
  readonly first: string;
  readonly from: string;
  readonly last: string;
  readonly to: string;
}

/** A rule put into the words of a finding; what it compares with is named as the page names it. */
export interface RuleWords {
  readonly change: Readonly<Record<Direction, RulePhrase>>;
  /** More than a margin is asked for. */
  readonly clearChange: Readonly<Record<Direction, RulePhrase>>;
  /** A change that the plan demands. */
  readonly demanded: Readonly<Record<Direction, RulePhrase>>;
  readonly held: RulePhrase;
  readonly lead: Readonly<Record<Direction, RulePhrase>>;
  readonly position: RulePhrase;
  readonly within: RulePhrase;
  readonly path: RulePhrase;
  readonly ranked: RulePhrase;
  readonly against: RulePhrase;
  readonly mean: RulePhrase;
}

/** Said of a place and of whom or what it is compared with (a group, a place, a number), and as the name of a demand. */
export interface RulePhrase {
  readonly finding: (place: string, other: string, tally: string) => string;
  readonly demand: (other: string) => string;
}

/** Every text of the charts in one language. */
export interface ChartTexts {
  readonly tally: (tally: Tally) => string;
  readonly rules: RuleWords;
  /** Finding of one demand of several. */
  readonly part: (number: number, of: number, demand: string, tally: string) => string;
  readonly trend: (place: string, span: Span) => string;
  readonly onlyFigure: (place: string, figure: string, period: string) => string;
  readonly largest: (group: string, share: string, period: string) => string;
  readonly kinds: Readonly<Record<'lines' | 'columns' | 'bars', string>>;
  readonly direction: Readonly<Record<Direction, string>>;
  readonly names: {
    readonly peersGrowth: Readonly<Record<Against, (group: string) => string>>;
    readonly ownGrowth: (place: string) => string;
    readonly meanOf: (group: string) => string;
    readonly lead: string;
    readonly gap: string;
    readonly gapOf: (place: string) => string;
    readonly spread: string;
    readonly margin: (amount: string) => string;
    readonly marginAround: (amount: string) => string;
    readonly ordinary: string;
    readonly ordinaryProvisional: string;
    /** The limit that a base and its margin put, for an ambition of more, or of less. */
    readonly base: Readonly<Record<Direction, (period: string, amount: string) => string>>;
    readonly limit: Readonly<Record<'min' | 'max' | 'outerMin' | 'outerMax', (amount: string) => string>>;
    readonly goal: (year: string, amount: string) => string;
    readonly path: string;
    readonly meanBefore: (periods: number) => string;
    readonly required: (place: string) => string;
    readonly cut: (within: number) => string;
  };
  readonly key: {
    readonly met: string;
    readonly notMet: string;
    readonly silent: string;
    readonly provisional: string;
    readonly bounded: string;
    readonly others: string;
    readonly annotation: string;
  };
  readonly marks: Readonly<Record<FigureMark, string>>;
  /** Letters that stand above a figure in a chart. */
  readonly letters: Readonly<Record<Exclude<FigureMark, 'provisional'>, string>>;
  readonly break: {
    /** Why, in few words. */
    readonly reason: Readonly<Record<SeriesBreak['kind'], (detail: string) => string>>;
    readonly short: string;
    readonly label: (reason: string) => string;
    readonly told: (period: string, reason: string) => string;
    readonly cell: string;
  };
  readonly lacking: (periods: string) => string;
  readonly provisionalIs: (periods: string) => string;
  readonly latestLead: (period: string, own: string, peers: string, lead: string) => string;
  readonly latestGap: (period: string, gap: string, isAbove: boolean, mean: string) => string;
  readonly latestRank: (place: string, rank: number, of: number, period: string) => string;
  /** Name of the fold with the figures of one chart. */
  readonly figuresOf: (what: string) => string;
  readonly about: {
    readonly level: string;
    readonly growth: (group: string) => string;
    readonly gap: (group: string) => string;
    readonly mix: string;
    readonly rank: string;
    readonly place: (place: string) => string;
    readonly part: (number: number, what: string) => string;
  };
  readonly table: {
    readonly period: string;
    readonly met: string;
    readonly yes: string;
    readonly no: string;
    readonly note: string;
    readonly place: string;
    readonly group: string;
    readonly share: (period: string) => string;
    readonly spread: string;
  };
  readonly annotations: string;
  readonly empty: string;
}
