import type { Observation } from '../model/data/dataset.ts';
import {
  FIGURE_MARKS,
  type FigureMark,
  type IndicatorPoint,
  type UsedObservation,
} from '../model/plan/indicator-series.ts';
import type { Place } from '../model/data/place.ts';
import { periodFromKey } from '../model/time-period.ts';
import type { ComparedRegion } from './compared-regions.ts';
import { isNotThePlace } from './missing.ts';
import type { PlaceSelection } from './place-series.ts';
import { factsOf, placeSeries } from './place-series.ts';

/**
 * The observations behind some periods: own first, then peer by peer, each in order of period. A cell the source has no
 * row for has no entry.
 */
export function usedObservations(
  selection: PlaceSelection,
  own: Place | undefined,
  peers: readonly ComparedRegion[],
  periods: readonly number[],
): readonly UsedObservation[] {
  const used = (place: Place | undefined, role: UsedObservation['role']) =>
    periods.flatMap((period) => observationsAt(selection, place, period, role));
  return [...used(own, 'own'), ...peers.flatMap((peer) => peer.members.flatMap((place) => used(place, 'peer')))];
}

function observationsAt(
  selection: PlaceSelection,
  place: Place | undefined,
  period: number,
  role: UsedObservation['role'],
): readonly UsedObservation[] {
  const { publication, tables } = selection.dataset;
  return placeSeries(selection, place, period).flatMap(({ series, byPeriod }) => {
    const observation = byPeriod.get(period);
    if (observation === undefined) return [];
    const { value, symbol, publicationId, revised, obsStatus, correction } = observation;
    const table = tables?.[publicationId] ?? publication.table;
    const where = { table, series: series.key, period: periodFromKey(period).code };
    // What is not taken for the place any more has not been revised by the source.
    const isRevised = revised && !isNotThePlace(observation, factsOf(selection.dataset, series));
    const figure = { value, symbol, obsStatus, publication: publicationId, revised: isRevised, correction };
    return [{ ...where, ...figure, role, provisional: isProvisional(observation) }];
  });
}

/** Provisional or estimated by the source; a correction of ours is neither. */
function isProvisional({ obsStatus, correction }: Observation): boolean {
  return obsStatus === 'P' || (obsStatus === 'E' && correction === null);
}

/**
 * The point with what is said of the own figures behind it: one mark where it holds of any of them. What the municipality
 * has corrected is not the source's revision.
 */
export function markPoint(point: IndicatorPoint, own: readonly UsedObservation[]): IndicatorPoint {
  const holds: Readonly<Record<FigureMark, boolean>> = {
    provisional: own.some(({ provisional }) => provisional),
    corrected: own.some(({ correction }) => correction !== null),
    revised: own.some(({ revised, correction }) => revised && correction === null),
  };
  const marks = FIGURE_MARKS.filter((mark) => holds[mark]);
  return marks.length === 0 ? point : { ...point, marks };
}
