export type Direction = 'increase' | 'decrease';

/** Always written out: absolute in the unit of the measure, or per cent of the previous value. */
export type Tolerance = { readonly absolute: number } | { readonly percentOfPrevious: number };

/** In the unit of the measure. */
export interface AbsoluteTolerance {
  readonly absolute: number;
}

/** Which of the peers' growth the own growth must beat. */
export type Against = 'pooled' | 'mean' | 'median' | 'each';

export type Rule =
  | {
      readonly id: 'annual-change';
      readonly direction: Direction;
      readonly tolerance: Tolerance;
      /** The change that is demanded, written as a tolerance is, and greater than it; any beyond that when left out. */
      readonly atLeast?: Tolerance;
    }
  | {
      readonly id: 'stable-or-improved';
      readonly direction: Direction;
      readonly tolerance: Tolerance;
      /** A year the value must not fall behind by more than a tolerance of its own. */
      readonly base?: { readonly year: number; readonly tolerance: Tolerance };
    }
  | {
      readonly id: 'growth-lead';
      readonly against: Against;
      readonly tolerance: Tolerance;
      /** `increase` when left out. */
      readonly direction?: Direction;
    }
  | { readonly id: 'relative-position'; readonly direction: Direction; readonly tolerance: Tolerance }
  | {
      readonly id: 'threshold';
      /** Limits of the value, one or both of them there; inclusive, as the outer ones are. */
      readonly min?: number;
      readonly max?: number;
      /** Between a limit and the outer one the ambition is partly met. */
      readonly outer?: { readonly min?: number; readonly max?: number };
    }
  | {
      readonly id: 'target';
      readonly direction: Direction;
      /** The value to be reached, or what it is to differ from the base by; one of the two. */
      readonly value?: number;
      readonly change?: TargetChange;
      /** The year that a change is counted from, and that a straight path begins in. */
      readonly base?: number;
      /** The year it is to be reached. */
      readonly year: number;
      readonly path: TargetPath;
      readonly tolerance: AbsoluteTolerance;
    }
  | { readonly id: 'rank'; readonly direction: Direction; readonly within: number }
  | {
      readonly id: 'against';
      /** Today's code of the place compared with; `0` is the country. */
      readonly place: string;
      /** The own level in per cent of the other place's, or less it. */
      readonly as: 'share' | 'difference';
      /** For a decrease the most that it may be. */
      readonly min: number;
      readonly direction: Direction;
      readonly tolerance: AbsoluteTolerance;
    }
  | {
      readonly id: 'no-worse-than-mean';
      readonly direction: Direction;
      /** Over how many periods before the latest the mean is. */
      readonly periods: number;
      readonly tolerance: Tolerance;
    }
  | { readonly id: 'all-of'; readonly parts: readonly Rule[] }
  | { readonly id: 'not-set' };
export type RuleId = Rule['id'];

const LEVEL_RULES = ['threshold', 'target', 'rank', 'against', 'no-worse-than-mean'] as const;

/** A rule that asks where the latest value stands, and not how it has moved since the period before. */
export type LevelRule = Extract<Rule, { id: (typeof LEVEL_RULES)[number] }>;

/** Does the rule ask where the latest value stands? */
export function isLevelRule(rule: Rule): rule is LevelRule {
  return LEVEL_RULES.some((id) => id === rule.id);
}

/** In the unit of the measure, or in per cent of the base. */
export type TargetChange = { readonly absolute: number } | { readonly percentOfBase: number };

/** `straight`: by equal steps from the base. `at-end`: nothing is asked before the year. */
export type TargetPath = 'straight' | 'at-end';
