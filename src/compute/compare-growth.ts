import { difference } from '../model/decimal.ts';
import type { Figure, GrowthComparison } from '../model/indicator.ts';
import { mean, median } from './measures/average.ts';
import { growth } from './measures/growth.ts';
import { sumOf } from './missing.ts';

/** The level of a peer region in the two periods. */
export interface PeerLevels {
  readonly current: Figure;
  readonly previous: Figure;
}

/**
 * Own growth beside the peers'. `pooled` is the growth of the sum over all peers, `mean` and `median` are those of the
 * regions' growth. With fewer than `required` peers that have figures in both periods all three are `peer-missing`;
 * with enough figures but too few positive bases, mean and median are `base-not-positive`.
 */
export function compareGrowth(own: Figure, peers: readonly PeerLevels[], required: number): GrowthComparison {
  const complete = peers.filter(({ current, previous }) => 'value' in current && 'value' in previous);
  const growths = complete
    .map(({ current, previous }) => growth(current, previous))
    .flatMap((figure) => ('value' in figure ? [figure.value] : []));
  const beaten = 'value' in own ? growths.filter((peer) => difference(own.value, peer) > 0).length : 0;
  const shared = { own, beaten, compared: growths.length };
  if (complete.length === 0 || complete.length < required) return { ...shared, ...allMissing('peer-missing') };
  const pooled = growth(sumOf(complete.map(({ current }) => current)), sumOf(complete.map(({ previous }) => previous)));
  if (growths.length === 0 || growths.length < required) {
    return { ...shared, ...allMissing('base-not-positive'), pooled };
  }
  return { ...shared, pooled, mean: { value: mean(growths) }, median: { value: median(growths) } };
}

/** The comparison where there is no earlier period to grow from. */
export function noGrowth(): GrowthComparison {
  return { own: { missing: 'no-previous-period' }, beaten: 0, compared: 0, ...allMissing('no-previous-period') };
}

function allMissing(missing: 'peer-missing' | 'base-not-positive' | 'no-previous-period') {
  return { pooled: { missing }, mean: { missing }, median: { missing } } as const;
}
