import { calculated, exactOf } from '../../model/data/figure.ts';
import { subtract } from '../../model/fraction.ts';
import type { Figure } from '../../model/data/figure.ts';
import { mean } from './average.ts';

/**
 * Unweighted mean of the peers that have a figure, when they are at least `required`; else `peer-missing`. Each city
 * counts the same whatever its size, as the plan compares cities and not inhabitants.
 */
export function peerMean(peers: readonly Figure[], required: number): Figure {
  const values = peers.flatMap((peer) => ('value' in peer ? [exactOf(peer)] : []));
  return values.length === 0 || values.length < required ? { missing: 'peer-missing' } : calculated(mean(values));
}

/** Own figure less the mean of the others (own left out), in the unit of the figures. */
export function gap(own: Figure, meanOfOthers: Figure): Figure {
  if ('missing' in own) return own;
  if ('missing' in meanOfOthers) return meanOfOthers;
  return calculated(subtract(exactOf(own), exactOf(meanOfOthers)));
}
