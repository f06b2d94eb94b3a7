import { FLAGS, type Flag, type RuleVerdict, type Status } from '../model/assessment.ts';
import { periodFromKey } from '../model/time-period.ts';
import { isBounded } from './rules/annual-change.ts';
import { isAboutChange, periodsRead, pointsRead } from './periods-read.ts';
import type { Situation } from './situation.ts';
import { unbrokenValues, variationOf } from './variation.ts';

/** Statuses that rest on a comparison of two periods. */
const COMPARED: readonly Status[] = ['on-track', 'partly-met', 'stable', 'off-track'];

/**
 * What stands beside a status without changing it, in the order of `FLAGS`. Provisional, revised and corrected look at
 * the observations that the rule reads, own and peers'; variation is asked about only where a change was judged, bounds only where a
 * rule has spoken.
 */
export function flagsOf(situation: Situation, status: Status, stale: boolean, verdict: RuleVerdict | null) {
  const { input, publication } = situation.series;
  const read = periodsRead(situation).map((period) => periodFromKey(period).code);
  const observations = situation.series.observations.filter(({ period }) => read.includes(period));
  const reachesMunicipality = publication === null || publication.coverage === 'municipality';
  const raised: Readonly<Record<Flag, boolean>> = {
    proxy: !reachesMunicipality || input?.proxy === true,
    provisional: observations.some(({ provisional }) => provisional),
    stale,
    revised: observations.some(({ revised, correction }) => revised && correction === null),
    corrected: observations.some(({ correction }) => correction !== null),
    bounded: verdict !== null && restsOnBounds(situation),
    'within-variation':
      COMPARED.includes(status) &&
      isAboutChange(situation) &&
      variationOf(unbrokenValues(situation))?.isOrdinary === true,
    'within-uncertainty': false,
  };
  return FLAGS.filter((flag) => raised[flag]);
}

function restsOnBounds(situation: Situation): boolean {
  return pointsRead(situation).some(isBounded);
}
