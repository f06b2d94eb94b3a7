import type { Language } from '../../model/language.ts';
import type { RuleId } from '../../model/plan/rule.ts';

type Names = Readonly<Record<string, string>>;
type RuleNames = Readonly<
  Record<Extract<RuleId, 'threshold' | 'target' | 'rank' | 'against' | 'no-worse-than-mean'>, string>
>;

/** What the numbers of rules on levels are called, and of a change that is demanded. */
export const levelNames: Readonly<Record<Language, Names>> = {
  nb: {
    demand: 'Endringen som kreves',
    min: 'Nedre grense',
    max: 'Øvre grense',
    outerMin: 'Ytre grense, nedre',
    outerMax: 'Ytre grense, øvre',
    goal: 'Mål',
    year: 'År for målet',
    path: 'Veien til målet nå',
    distance: 'Avstand',
    rank: 'Plassering',
    worstRank: 'Plassering, dårligst mulig',
    ranked: 'Steder som er rangert',
    within: 'Plassering som kreves',
    placeLevel: 'Nivået på stedet det sammenliknes med',
    against: 'Eget nivå mot det',
    required: 'Krav',
    meanBefore: 'Gjennomsnittet av periodene før',
    meanBeforeLow: 'Gjennomsnittet av periodene før, minst',
    meanBeforeHigh: 'Gjennomsnittet av periodene før, høyst',
    periods: 'Perioder i gjennomsnittet',
  },
  en: {
    demand: 'Change demanded',
    min: 'Lower limit',
    max: 'Upper limit',
    outerMin: 'Outer limit, lower',
    outerMax: 'Outer limit, upper',
    goal: 'Target',
    year: 'Year of the target',
    path: 'Path to the target now',
    distance: 'Distance',
    rank: 'Rank',
    worstRank: 'Rank at worst',
    ranked: 'Places ranked',
    within: 'Rank required',
    placeLevel: 'Level of the place compared with',
    against: 'Own level against it',
    required: 'Requirement',
    meanBefore: 'Mean of the periods before',
    meanBeforeLow: 'Mean of the periods before, at least',
    meanBeforeHigh: 'Mean of the periods before, at most',
    periods: 'Periods in the mean',
  },
};

/** What a rule on levels compares, as the caption of its numbers. */
export const levelRules: Readonly<Record<Language, RuleNames>> = {
  nb: {
    threshold: 'Verdi mot grense',
    target: 'Verdi mot mål',
    rank: 'Plassering i sammenlikningsgruppen',
    against: 'Nivå mot ett sted',
    'no-worse-than-mean': 'Verdi mot gjennomsnittet av periodene før',
  },
  en: {
    threshold: 'Value against a limit',
    target: 'Value against a target',
    rank: 'Rank in the comparison group',
    against: 'Level against one place',
    'no-worse-than-mean': 'Value against the mean of the periods before',
  },
};

/** Numbers that are counts or years, and have no unit. */
export const PLAIN_NUMBERS: ReadonlySet<string> = new Set(['rank', 'worstRank', 'ranked', 'within', 'year', 'periods']);
