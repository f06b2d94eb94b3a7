import type { RuleVerdict } from '../../model/plan/assessment.ts';
import type { Tolerance } from '../../model/plan/rule.ts';
import type { Judgement } from '../comparison/comparison.ts';
import { decimalsOf, numberText } from '../number-text.ts';
import { periodText, type SentenceContext } from './sentence-context.ts';

/** How a verdict came out, in the words sentences need. */
export function judgementOf({ status, label }: RuleVerdict): Judgement {
  if (status === 'on-track') return label === 'stable' ? 'held' : 'better';
  return status === 'stable' ? 'same' : 'worse';
}

/** The latest period and the one before it, in words. */
export function periodsOf({ texts, evidence: { latestPeriod, previousPeriod } }: SentenceContext) {
  return { period: periodText(texts, latestPeriod), previousPeriod: periodText(texts, previousPeriod) };
}

/** The tolerance as it is written in the settings; `null` for nil. */
export function marginText({ texts }: SentenceContext, tolerance: Tolerance, unit: string): string | null {
  const [size, of] =
    'absolute' in tolerance ? [tolerance.absolute, unit] : [tolerance.percentOfPrevious, texts.percent];
  return size === 0 ? null : texts.amount(numberText(size, decimalsOf(size), texts), of);
}

/** Numbers of a verdict by name. Throws `RangeError` where it lacks one: the rule has a bug. */
export function numbersOf<Name extends string>(
  { numbers, rule }: RuleVerdict,
  names: readonly Name[],
): Record<Name, number> {
  const entries = names.map((name) => {
    const value = numbers[name];
    if (value === undefined) throw new RangeError(`The verdict of ${rule.id} has no number called ${name}`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Record<Name, number>;
}
