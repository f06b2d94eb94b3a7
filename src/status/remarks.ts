import type { NamedAcceptance } from '../model/plan/acceptance.ts';
import type { Flag } from '../model/plan/assessment.ts';
import { NO_ROW } from '../model/data/dataset.ts';
import type { UsedObservation } from '../model/plan/indicator-series.ts';
import { COUNTRY } from '../model/data/place.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';
import { decimalsOf, numberText } from '../words/number-text.ts';
import { observationsRead } from './periods-read.ts';
import { periodText } from '../words/finding/sentence-context.ts';
import { findBase } from './rules/stable-or-improved.ts';
import type { Situation } from './situation.ts';
import type { Texts } from '../words/finding/texts.ts';
import type { ChangeUncertainty } from './uncertainty.ts';
import { unbrokenValues, variationOf } from './variation.ts';

/** What must be said beside a verdict without changing it, in sentences: corrections, what was let in, limits. */
export function remarksOf(
  texts: Texts,
  situation: Situation,
  acceptances: readonly NamedAcceptance[],
  { flags, uncertainty }: { readonly flags: readonly Flag[]; readonly uncertainty: ChangeUncertainty | null },
): readonly string[] {
  const { rule } = situation.definition;
  const base = rule.id === 'stable-or-improved' ? findBase(rule, situation) : null;
  return [
    ...correctionsOf(texts, observationsRead(situation)),
    ...rowsLeftOut(texts, observationsRead(situation)),
    ...acceptances.filter((one) => isUsed(one, observationsRead(situation))).map((one) => acceptedText(texts, one)),
    ...(base?.isReplaced === true ? [texts.baseReplaced(periodWords(texts, base.period))] : []),
    ...(flags.includes('within-uncertainty') ? uncertaintyText(texts, situation, uncertainty) : []),
    ...(flags.includes('within-variation') && variationOf(unbrokenValues(situation))?.isProvisional
      ? [texts.provisionalLimits]
      : []),
  ];
}

function uncertaintyText(
  texts: Texts,
  { current, previous, series }: Situation,
  uncertainty: ChangeUncertainty | null,
): readonly string[] {
  if (uncertainty === null || current === null || previous === null) return [];
  const [first, second] = uncertainty.respondents.map((count) => numberText(count, 0, texts));
  return [
    texts.withinUncertainty({
      periods: [periodText(texts, previous.period), periodText(texts, current.period)],
      width: numberText(uncertainty.width, Math.max(1, series.input?.decimals ?? 1), texts),
      respondents: [first ?? '', second ?? ''],
    }),
  ];
}

/** A 0 without a row, where the other period has a number: one sentence a period. */
function rowsLeftOut(texts: Texts, observations: readonly UsedObservation[]): readonly string[] {
  const hasNumber = (series: string) => observations.some((one) => one.series === series && (one.value ?? 0) !== 0);
  const zeros = observations.filter(
    ({ symbol, role, series }) => symbol === NO_ROW && role === 'own' && hasNumber(series),
  );
  return [...new Set(zeros.map(({ period }) => period))].map((period) => {
    const names = zeros
      .filter((one) => one.period === period)
      .map(({ series }) => series.split('|').slice(-2).join(': '));
    return texts.leftOut([...new Set(names)], periodWords(texts, period));
  });
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
