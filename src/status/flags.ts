import { FLAGS, type Flag, type RuleVerdict, type Status } from '../model/assessment.ts';
import { isBounded } from './rules/annual-change.ts';
import { findBase } from './rules/stable-or-improved.ts';
import type { Situation } from './situation.ts';
import { unbrokenValues, variationOf } from './variation.ts';

/** Statuses that rest on a comparison of two periods. */
const COMPARED: readonly Status[] = ['on-track', 'partly-met', 'stable', 'off-track'];

/**
 * What stands beside a status without changing it, in the order of `FLAGS`. Provisional, revised and corrected look at
 * the observations used, own and peers'; variation is asked about only where a change was judged, bounds only where a
 * rule has spoken.
 */
export function flagsOf(situation: Situation, status: Status, stale: boolean, verdict: RuleVerdict | null) {
  const { input, publication, observations } = situation.series;
  const reachesMunicipality = publication === null || publication.coverage === 'municipality';
  const raised: Readonly<Record<Flag, boolean>> = {
    proxy: !reachesMunicipality || input?.proxy === true,
    provisional: observations.some(({ provisional }) => provisional),
    stale,
    revised: observations.some(({ revised, correction }) => revised && correction === null),
    corrected: observations.some(({ correction }) => correction !== null),
    bounded: verdict !== null && restsOnBounds(situation, verdict),
    'within-variation': COMPARED.includes(status) && variationOf(unbrokenValues(situation))?.isOrdinary === true,
    'within-uncertainty': false,
  };
  return FLAGS.filter((flag) => raised[flag]);
}

function restsOnBounds(situation: Situation, { rule, parts = [] }: RuleVerdict): boolean {
  const { current, previous } = situation;
  if (parts.length > 0) return parts.some((part) => restsOnBounds(situation, part));
  if (rule.id === 'not-set') return isBounded(current);
  const base = rule.id === 'stable-or-improved' ? (findBase(rule, situation)?.point ?? null) : null;
  return [current, previous, base].some(isBounded);
}
