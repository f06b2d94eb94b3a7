import { FLAGS, type Flag, type RuleVerdict, type Status } from '../model/plan/assessment.ts';
import { periodFromKey } from '../model/time-period.ts';
import { isBounded } from './rules/annual-change.ts';
import { isAboutChange, periodsRead, pointsRead } from './periods-read.ts';
import type { Situation } from './situation.ts';
import type { ChangeUncertainty } from './uncertainty.ts';
import { unbrokenValues, variationOf } from './variation.ts';

/** Statuses that rest on a comparison of two periods. */
const COMPARED: readonly Status[] = ['on-track', 'partly-met', 'stable', 'off-track'];

/** What flags rest on besides the figures. */
export interface FlagFacts {
  /** Are the figures older than they may be? */
  readonly stale: boolean;
  readonly uncertainty: ChangeUncertainty | null;
}

/**
 * What stands beside a status without changing it, in the order of `FLAGS`. Provisional, revised and corrected look at
 * the observations that the rule reads, own and peers'; variation and uncertainty are asked about only where a change was
 * judged, bounds only where a rule has spoken.
 */
export function flagsOf(
  situation: Situation,
  status: Status,
  verdict: RuleVerdict | null,
  { stale, uncertainty }: FlagFacts,
): readonly Flag[] {
  const { input, publication } = situation.series;
  const read = periodsRead(situation).map((period) => periodFromKey(period).code);
  const observations = situation.series.observations.filter(({ period }) => read.includes(period));
  const reachesMunicipality = publication === null || publication.coverage === 'municipality';
  const isChange = COMPARED.includes(status) && isAboutChange(situation);
  const raised: Readonly<Record<Flag, boolean>> = {
    proxy: !reachesMunicipality || input?.proxy === true,
    provisional: observations.some(({ provisional }) => provisional),
    stale,
    revised: observations.some(({ revised, correction }) => revised && correction === null),
    corrected: observations.some(({ correction }) => correction !== null),
    bounded: verdict !== null && restsOnBounds(situation),
    'within-variation': isChange && variationOf(unbrokenValues(situation))?.isOrdinary === true,
    'within-uncertainty': isChange && uncertainty?.isWithin === true,
  };
  return FLAGS.filter((flag) => raised[flag]);
}

function restsOnBounds(situation: Situation): boolean {
  return pointsRead(situation).some(isBounded);
}
