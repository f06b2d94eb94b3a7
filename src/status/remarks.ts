import type { NamedAcceptance } from '../model/acceptance.ts';
import type { UsedObservation } from '../model/indicator-series.ts';
import { COUNTRY } from '../model/place.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';
import { decimalsOf, numberText } from './number-text.ts';
import { observationsRead } from './periods-read.ts';
import { periodText } from './sentence-context.ts';
import { findBase } from './rules/stable-or-improved.ts';
import type { Situation } from './situation.ts';
import type { Texts } from './texts.ts';
import { unbrokenValues, variationOf } from './variation.ts';

/** What must be said beside a verdict without changing it, in sentences: corrections, what was let in, limits. */
export function remarksOf(
  texts: Texts,
  situation: Situation,
  acceptances: readonly NamedAcceptance[],
  isWithinVariation: boolean,
): readonly string[] {
  const { rule } = situation.definition;
  const base = rule.id === 'stable-or-improved' ? findBase(rule, situation) : null;
  return [
    ...correctionsOf(texts, observationsRead(situation)),
    ...acceptances.filter((one) => isUsed(one, observationsRead(situation))).map((one) => acceptedText(texts, one)),
    ...(base?.isReplaced === true ? [texts.baseReplaced(periodWords(texts, base.period))] : []),
    ...(isWithinVariation && variationOf(unbrokenValues(situation))?.isProvisional ? [texts.provisionalLimits] : []),
  ];
}

/** Zeros in a period that is looked at, or a publication that one of the figures came with. */
function isUsed({ zeros, publicationId }: NamedAcceptance, observations: readonly UsedObservation[]): boolean {
  return zeros === null
    ? observations.some(({ publication }) => publication === publicationId)
    : observations.some(({ period, value }) => period === zeros.period && value === 0);
}

function acceptedText(texts: Texts, { zeros, placeName, acceptedAt }: NamedAcceptance): string {
  const day = acceptedAt.slice(0, 10);
  if (zeros === null) return texts.accepted(null, null, day);
  const place = zeros.place === COUNTRY ? texts.place('national', '') : (placeName ?? zeros.place);
  return texts.accepted(place, periodWords(texts, zeros.period), day);
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
