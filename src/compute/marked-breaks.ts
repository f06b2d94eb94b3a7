import type { MarkedBreak } from '../model/plan/indicator-series.ts';
import type { Place } from '../model/data/place.ts';
import type { ComparedRegion } from './compared-regions.ts';
import type { PlaceSelection } from './place-series.ts';
import { placeSeries } from './place-series.ts';

/** The periods from which on the source marks a break (obs status B) in the own figures, or in those of a peer. */
export function findMarkedBreaks(
  selection: PlaceSelection,
  own: Place | undefined,
  peers: readonly ComparedRegion[],
  periods: readonly number[],
): readonly MarkedBreak[] {
  const breaksOf = (place: Place | undefined, peer: string | null) =>
    periods
      .filter((period) =>
        placeSeries(selection, place, period).some(({ byPeriod }) => byPeriod.get(period)?.obsStatus === 'B'),
      )
      .map((period) => ({ period, place: place?.name ?? '', peer }));
  return [
    ...breaksOf(own, null),
    ...peers.flatMap(({ id, members }) => members.flatMap((place) => breaksOf(place, id))),
  ];
}
