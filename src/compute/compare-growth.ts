import { calculated, exactOf } from '../model/data/figure.ts';
import { compare, fractionOf, subtract } from '../model/fraction.ts';
import type { Figure, Known } from '../model/data/figure.ts';
import type { GrowthComparison } from '../model/plan/indicator-series.ts';
import type { Direction } from '../model/plan/rule.ts';
import { largest, mean, median, smallest } from './measures/average.ts';
import { growth } from './measures/growth.ts';
import { ratio, type RatioParts } from './measures/ratio.ts';
import { sumOf } from './missing.ts';

/** The level of a peer region in the two periods. */
export interface PeerLevels {
  readonly current: Figure;
  readonly previous: Figure;
  /** Both sums of a ratio, in the two periods. */
  readonly ratios?: { readonly current: RatioParts; readonly previous: RatioParts };
}

/** How the growth of others is compared with the own. */
export interface GrowthTerms {
  /** How many peers must have figures in both periods. */
  readonly required: number;
  readonly direction: Direction;
  /** A peer is beaten by more than this, in percentage points. */
  readonly margin: number;
}

/**
 * Own growth beside the peers'. `pooled` is the growth of the sum over all peers, `mean` and `median` are those of the
 * regions' growth, `each` is that of the region hardest to beat. With fewer than `required` peers that have figures in
 * both periods all four are `peer-missing`; with enough figures but too few positive bases, all but the pooled growth are
 * `base-not-positive`.
 */
export function compareGrowth(
  own: Figure,
  peers: readonly PeerLevels[],
  { required, direction, margin }: GrowthTerms,
): GrowthComparison {
  const complete = peers.filter(({ current, previous }) => 'value' in current && 'value' in previous);
  const growths = complete
    .map(({ current, previous }) => growth(current, previous))
    .flatMap((figure) => ('value' in figure ? [exactOf(figure)] : []));
  const sign = direction === 'increase' ? 1 : -1;
  const isBeaten = (mine: Known, theirs: (typeof growths)[number]) => {
    const lead = subtract(exactOf(mine), theirs);
    return sign * compare(lead, fractionOf(sign * margin)) > 0;
  };
  const beaten = 'value' in own ? growths.filter((theirs) => isBeaten(own, theirs)).length : 0;
  const shared = { own, beaten, compared: growths.length };
  if (complete.length === 0 || complete.length < required) return { ...shared, ...allMissing('peer-missing') };
  const pooled = growth(together(complete, 'current'), together(complete, 'previous'));
  if (growths.length === 0 || growths.length < required) {
    return { ...shared, ...allMissing('base-not-positive'), pooled };
  }
  const hardest = direction === 'increase' ? largest : smallest;
  return {
    ...shared,
    pooled,
    mean: calculated(mean(growths)),
    median: calculated(median(growths)),
    each: calculated(hardest(growths)),
  };
}

/** All peers as one: the sum of their levels, or the sum of what is divided over the sum of what it is divided by. */
function together(peers: readonly PeerLevels[], period: 'current' | 'previous'): Figure {
  const ratios = peers.flatMap((peer) => peer.ratios?.[period] ?? []);
  const [first] = ratios;
  if (first === undefined) return sumOf(peers.map((peer) => peer[period]));
  const [over, under] = [sumOf(ratios.map((one) => one.over)), sumOf(ratios.map((one) => one.under))];
  return ratio({ over, under, times: first.times });
}

/** The comparison where there is no earlier period to grow from. */
export function noGrowth(): GrowthComparison {
  return { own: { missing: 'no-previous-period' }, beaten: 0, compared: 0, ...allMissing('no-previous-period') };
}

function allMissing(missing: 'peer-missing' | 'base-not-positive' | 'no-previous-period') {
  return { pooled: { missing }, mean: { missing }, median: { missing }, each: { missing } } as const;
}
