import type { Acceptance } from '../model/dataset.ts';
import type { UsedObservation } from '../model/indicator.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';
import { decimalsOf, numberText } from './number-text.ts';
import { periodText } from './sentence-context.ts';
import { findBase } from './rules/stable-or-improved.ts';
import type { Situation } from './situation.ts';
import type { Texts } from './texts.ts';
import { unbrokenValues, variationOf } from './variation.ts';

/** What must be said beside a verdict without changing it, in sentences: corrections, what was let in, limits. */
export function remarksOf(
  texts: Texts,
  situation: Situation,
  acceptances: readonly Acceptance[],
  isWithinVariation: boolean,
): readonly string[] {
  const { rule } = situation.definition;
  const base = rule.id === 'stable-or-improved' ? findBase(rule, situation) : null;
  return [
    ...correctionsOf(texts, situation.series.observations),
    ...acceptances.map(({ place, period, acceptedAt }) =>
      texts.accepted(place, period === null ? null : periodWords(texts, period), acceptedAt.slice(0, 10)),
    ),
    ...(base?.isReplaced === true ? [texts.baseReplaced(periodWords(texts, base.period))] : []),
    ...(isWithinVariation && variationOf(unbrokenValues(situation))?.isProvisional ? [texts.provisionalLimits] : []),
  ];
}

function correctionsOf(texts: Texts, observations: readonly UsedObservation[]): readonly string[] {
  const number = (value: number) => numberText(value, decimalsOf(value), texts);
  const said = observations.flatMap(({ correction, period, value }) => {
    if (correction === null || value === null) return [];
    const { published, reason, reference } = correction;
    const words = { period: periodWords(texts, period), reason: reason.replace(/\.$/, ''), reference };
    return [texts.correction({ ...words, published: number(published), corrected: number(value) })];
  });
  return [...new Set(said)];
}

function periodWords(texts: Texts, code: string): string {
  const period = parseTimePeriod(code);
  return period === null ? code : periodText(texts, periodKey(period));
}
