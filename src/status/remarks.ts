import type { NamedAcceptance } from '../model/plan/acceptance.ts';
import type { Flag } from '../model/plan/assessment.ts';
import { NO_ROW } from '../model/data/dataset.ts';
import type { Remark } from '../model/plan/finding.ts';
import type { UsedObservation } from '../model/plan/indicator-series.ts';
import { periodFromKey } from '../model/time-period.ts';
import { observationsRead } from './periods-read.ts';
import { findBase } from './rules/stable-or-improved.ts';
import type { Situation } from './situation.ts';
import type { ChangeUncertainty } from './uncertainty.ts';
import { unbrokenValues, variationOf } from './variation.ts';

/** What must be said beside a verdict without changing it: corrections, what was let in, limits. */
export function remarksOf(
  situation: Situation,
  acceptances: readonly NamedAcceptance[],
  { flags, uncertainty }: { readonly flags: readonly Flag[]; readonly uncertainty: ChangeUncertainty | null },
): readonly Remark[] {
  const { rule } = situation.definition;
  const base = rule.id === 'stable-or-improved' ? findBase(rule, situation) : null;
  const read = observationsRead(situation);
  const isProvisional = () => variationOf(unbrokenValues(situation))?.isProvisional === true;
  return [
    ...correctionsOf(read),
    ...rowsLeftOut(read),
    ...acceptances.filter((one) => isUsed(one, read)).map(acceptanceOf),
    ...(base?.isReplaced === true ? [{ kind: 'base-replaced', period: base.period } as const] : []),
    ...(flags.includes('within-uncertainty') ? uncertaintyOf(situation, uncertainty) : []),
    ...(flags.includes('within-variation') && isProvisional() ? [{ kind: 'provisional-limits' } as const] : []),
  ];
}

function uncertaintyOf({ current, previous }: Situation, uncertainty: ChangeUncertainty | null): readonly Remark[] {
  if (uncertainty === null || current === null || previous === null) return [];
  const { width, respondents } = uncertainty;
  const periods = [periodFromKey(previous.period).code, periodFromKey(current.period).code] as const;
  return [{ kind: 'within-uncertainty', periods, width, respondents }];
}

/** A 0 without a row, where the other period has a number: one remark a period. */
function rowsLeftOut(observations: readonly UsedObservation[]): readonly Remark[] {
  const hasNumber = (series: string) => observations.some((one) => one.series === series && (one.value ?? 0) !== 0);
  const zeros = observations.filter(
    ({ symbol, role, series }) => symbol === NO_ROW && role === 'own' && hasNumber(series),
  );
  return [...new Set(zeros.map(({ period }) => period))].map((period) => {
    const names = zeros
      .filter((one) => one.period === period)
      .map(({ series }) => series.split('|').slice(-2).join(': '));
    return { kind: 'left-out', period, parts: [...new Set(names)] };
  });
}

/** Zeros in a period that is looked at, or a publication that one of the figures came with. */
function isUsed({ zeros, publicationId }: NamedAcceptance, observations: readonly UsedObservation[]): boolean {
  return zeros === null
    ? observations.some(({ publication }) => publication === publicationId)
    : observations.some(({ period, value }) => period === zeros.period && value === 0);
}

function acceptanceOf({ zeros, placeName, acceptedAt }: NamedAcceptance): Remark {
  const ofPlace = zeros === null ? null : { place: zeros.place, period: zeros.period };
  return { kind: 'accepted', zeros: ofPlace, placeName: placeName ?? null, acceptedAt };
}

/** Each once, however many figures it was made of. */
function correctionsOf(observations: readonly UsedObservation[]): readonly Remark[] {
  const made = observations.flatMap(({ correction, period, value }): readonly Remark[] => {
    if (correction === null || value === null) return [];
    const { published, reason, reference } = correction;
    return [{ kind: 'correction', period, published, corrected: value, reason, reference }];
  });
  return [...new Map(made.map((one) => [JSON.stringify(one), one])).values()];
}
