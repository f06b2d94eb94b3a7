import { formIn, type Language } from '../../model/language.ts';
import type { Evidence, RuleVerdict } from '../../model/plan/assessment.ts';
import type { FindingFacts } from '../../model/plan/finding.ts';
import type { Rule, Tolerance } from '../../model/plan/rule.ts';
import { inMillions, millionsOf, perMillion } from '../millions.ts';

/** As many decimals more as it takes to keep every digit that was published. */
const MORE_DECIMALS = 3;
/** Of these rules nothing is told that stands in the settings as it was written there but the margin. */
const TOLD_RULES: readonly Rule['id'][] = ['annual-change', 'stable-or-improved', 'not-set', 'growth-lead', 'all-of'];

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
  const isToldSo = verdict === null || rulesOf(verdict).every(({ id }) => TOLD_RULES.includes(id));
  if (unit === null || known === null || measure !== 'level' || !isToldSo) return { evidence, facts };
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

function rulesOf({ rule, parts = [] }: RuleVerdict): readonly Rule[] {
  return [rule, ...parts.flatMap(rulesOf)];
}

function verdictInMillions(verdict: RuleVerdict): RuleVerdict {
  const { rule, numbers, parts } = verdict;
  const told = { ...verdict, ...(parts && { parts: parts.map(verdictInMillions) }) };
  // What is counted is no part of a sentence about growth.
  if (rule.id !== 'annual-change' && rule.id !== 'stable-or-improved') return told;
  const inUnit = Object.entries(numbers).map(([name, number]) => [name, perMillion(number)] as const);
  return { ...told, rule: ruleInMillions(rule), numbers: Object.fromEntries(inUnit) };
}

function ruleInMillions(rule: Extract<Rule, { id: 'annual-change' | 'stable-or-improved' }>): Rule {
  const tolerance = marginInMillions(rule.tolerance);
  if (rule.id === 'annual-change') {
    return { ...rule, tolerance, ...(rule.atLeast && { atLeast: marginInMillions(rule.atLeast) }) };
  }
  const { base } = rule;
  return { ...rule, tolerance, ...(base && { base: { ...base, tolerance: marginInMillions(base.tolerance) } }) };
}

function marginInMillions(tolerance: Tolerance): Tolerance {
  return 'absolute' in tolerance ? { absolute: perMillion(tolerance.absolute) } : tolerance;
}
