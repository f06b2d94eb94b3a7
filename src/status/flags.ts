import type { Flag, Status } from '../model/assessment.ts';
import { FLAGS } from '../model/assessment.ts';
import type { Situation } from './situation.ts';
import { isWithinVariation, unbrokenValues } from './variation.ts';

/** Statuses that rest on a comparison of two periods. */
const COMPARED: readonly Status[] = ['on-track', 'partly-met', 'stable', 'off-track'];

/**
 * What stands beside a status without changing it, in the order of `FLAGS`. Provisional and revised look at the
 * observations used, own and peers'; variation is asked about only where a change was judged.
 */
export function flagsOf(situation: Situation, status: Status, stale: boolean): readonly Flag[] {
  const { input, publication, observations } = situation.series;
  const reachesMunicipality = publication === null || publication.coverage === 'municipality';
  const raised: Readonly<Record<Flag, boolean>> = {
    proxy: !reachesMunicipality || input?.proxy === true,
    provisional: observations.some(({ provisional }) => provisional),
    stale,
    revised: observations.some(({ revised }) => revised),
    corrected: observations.some(({ correction }) => correction !== null),
    bounded: false,
    'within-uncertainty': false,
    'within-variation': COMPARED.includes(status) && isWithinVariation(unbrokenValues(situation)),
  };
  return FLAGS.filter((flag) => raised[flag]);
}
