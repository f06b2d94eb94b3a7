import { formIn, type Language } from '../../model/language.ts';
import type { Evidence, RuleVerdict } from '../../model/plan/assessment.ts';
import type { FindingFacts } from '../../model/plan/finding.ts';
import type { AbsoluteTolerance, Rule, Tolerance } from '../../model/plan/rule.ts';
import { inMillions, millionsOf, perMillion } from '../millions.ts';

/** As many decimals more as it takes to keep every digit that was published. */
const MORE_DECIMALS = 3;
/** Numbers of a verdict that count something else than the unit does. */
const COUNTS = ['year', 'periods', 'rank', 'worstRank', 'ranked', 'within'];
/** What is told in per cent where another place's level is compared with by a share. */
const SHARES = ['against', 'required', 'tolerance'];

type Limits = Pick<Extract<Rule, { id: 'threshold' }>, 'min' | 'max'>;

interface Told {
  readonly evidence: Evidence;
  readonly facts: FindingFacts;
}

/**
 * A finding about thousands as one about millions, where there are so many; any other as it is. All of it is told in one
 * unit, so that what is subtracted in a sentence adds up.
 */
export function toldInMillions({ evidence, facts }: Told, language: Language): Told {
  const { unit, measure, known } = facts;
  const { verdict, lastKnown } = evidence;
  if (unit === null || known === null || measure !== 'level') return { evidence, facts };
  if (!inMillions(known.value, formIn(language, unit), language).isScaled) return { evidence, facts };
  const value = lastKnown?.value ?? null;
  const ofFigure = facts.unitInWords?.[language];
  const words = (text: string) => millionsOf(text, language) ?? text;
  return {
    evidence: {
      ...evidence,
      verdict: verdict && verdictInMillions(verdict),
      lastKnown: lastKnown && { ...lastKnown, value: value === null ? null : perMillion(value) },
    },
    facts: {
      ...facts,
      unit: {
        norwegian: words(unit.norwegian),
        ...(unit.nynorsk !== undefined && { nynorsk: words(unit.nynorsk) }),
        english: words(unit.english),
      },
      ...(ofFigure === undefined ? {} : { unitInWords: { [language]: words(ofFigure) } }),
      decimals: facts.decimals + MORE_DECIMALS,
      known: { ...known, value: perMillion(known.value) },
    },
  };
}

function verdictInMillions(verdict: RuleVerdict): RuleVerdict {
  const { rule, numbers, parts } = verdict;
  const told = { ...verdict, ...(parts && { parts: parts.map(verdictInMillions) }) };
  // What is counted is no part of a sentence about growth.
  if (rule.id === 'growth-lead') return told;
  const others = rule.id === 'against' && rule.as === 'share' ? [...COUNTS, ...SHARES] : COUNTS;
  const inUnit = Object.entries(numbers).map(
    ([name, number]) => [name, others.includes(name) ? number : perMillion(number)] as const,
  );
  return { ...told, rule: ruleInMillions(rule), numbers: Object.fromEntries(inUnit) };
}

function ruleInMillions(rule: Rule): Rule {
  switch (rule.id) {
    case 'annual-change': {
      const { atLeast, tolerance } = rule;
      return {
        ...{ ...rule, tolerance: marginInMillions(tolerance) },
        ...(atLeast && { atLeast: marginInMillions(atLeast) }),
      };
    }
    case 'stable-or-improved': {
      const { base, tolerance } = rule;
      return {
        ...{ ...rule, tolerance: marginInMillions(tolerance) },
        ...(base && { base: { ...base, tolerance: marginInMillions(base.tolerance) } }),
      };
    }
    case 'no-worse-than-mean':
      return { ...rule, tolerance: marginInMillions(rule.tolerance) };
    case 'threshold':
      return { ...rule, ...limitsInMillions(rule), ...(rule.outer && { outer: limitsInMillions(rule.outer) }) };
    case 'target':
      return targetInMillions(rule);
    case 'against': {
      const { as, min, tolerance } = rule;
      return as === 'share' ? rule : { ...rule, min: perMillion(min), tolerance: marginInMillions(tolerance) };
    }
    case 'growth-lead':
    case 'relative-position':
    case 'rank':
    case 'all-of':
    case 'not-set':
      return rule;
  }
}

function limitsInMillions({ min, max }: Limits): Limits {
  return {
    ...(min !== undefined && { min: perMillion(min) }),
    ...(max !== undefined && { max: perMillion(max) }),
  };
}

function targetInMillions(rule: Extract<Rule, { id: 'target' }>): Rule {
  const { value, change, tolerance } = rule;
  return {
    ...{ ...rule, tolerance: marginInMillions(tolerance) },
    ...(value !== undefined && { value: perMillion(value) }),
    ...(change !== undefined && 'absolute' in change && { change: { absolute: perMillion(change.absolute) } }),
  };
}

function marginInMillions(tolerance: AbsoluteTolerance): AbsoluteTolerance;
function marginInMillions(tolerance: Tolerance): Tolerance;
function marginInMillions(tolerance: Tolerance): Tolerance {
  return 'absolute' in tolerance ? { absolute: perMillion(tolerance.absolute) } : tolerance;
}
