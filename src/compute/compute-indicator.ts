import type { StoredDataset } from '../model/dataset.ts';
import type { IndicatorDefinition, IndicatorInput, IndicatorPoint, IndicatorSeries } from '../model/indicator.ts';
import type { Geography, Place } from '../model/place.ts';
import { periodFromKey } from '../model/time-period.ts';
import { ownPlace } from './compared-regions.ts';
import { indicatorPoints } from './indicator-points.ts';
import { type InputFigures, readInput } from './input-figures.ts';
import { findMarkedBreaks } from './marked-breaks.ts';
import { missingParts } from './missing-parts.ts';
import { isOfPlace } from './place-series.ts';
import { settlePoints } from './settle-points.ts';
import { usedObservations } from './used-observations.ts';

const NOTHING: IndicatorSeries = {
  input: null,
  publication: null,
  peerGroup: null,
  points: [],
  observations: [],
  missing: [],
  markedBreaks: [],
  latestPeriodSince: null,
  second: null,
};

/**
 * What the figures say about an indicator, period by period, up to the latest its table has published. The first input
 * whose dataset has published any figure for the own place is used, whatever its terms find there; with none the series
 * is empty. Figures are in the unit of the input (growth in per cent, a gap in the unit of the figures, a diversity index
 * from 0 to 1). Observations and missing parts are those of the latest period, the one a step before it, and the base. A
 * term that does not fit its dataset gives figures missing as `not-in-dataset`.
 */
export function computeIndicator(
  definition: IndicatorDefinition,
  datasets: ReadonlyMap<string, StoredDataset>,
  geography: Geography,
): IndicatorSeries {
  for (const input of definition.inputs) {
    const dataset = datasets.get(input.dataset);
    if (dataset === undefined || !hasPublished(dataset, ownPlace(geography, dataset.publication.coverage))) continue;
    const series = computeInput(definition, input, dataset, geography);
    const second = input.secondTable === undefined ? undefined : datasets.get(input.secondTable);
    if (second === undefined) return series;
    const sameQuestion = { ...input, dataset: second.publication.datasetId };
    return { ...series, second: computeInput(definition, sameQuestion, second, geography) };
  }
  return NOTHING;
}

/** Any figure of the place, also one that is withheld. */
function hasPublished(dataset: StoredDataset, place: Place | undefined): boolean {
  return dataset.series.some(
    (series) =>
      isOfPlace(dataset, series, place) &&
      series.observations.some(({ value, obsStatus }) => value !== null || obsStatus === 'Q'),
  );
}

function computeInput(
  definition: IndicatorDefinition,
  input: IndicatorInput,
  dataset: StoredDataset,
  geography: Geography,
): IndicatorSeries {
  const figures = readInput(definition, input, dataset, geography);
  const { selection, periods } = figures;
  const place = ownPlace(geography, dataset.publication.coverage);
  const points = settlePoints(indicatorPoints(definition, figures), input, dataset, place);
  const group = geography.peerGroups.find(({ id }) => id === definition.peers);
  const regions = figures.peers.map(({ region }) => region);
  const needed = neededPeriods(definition, points);
  return {
    input,
    publication: dataset.publication,
    peerGroup: group === undefined ? null : { id: group.id, title: group.title, confirmed: group.confirmed },
    points,
    observations: usedObservations(selection, place, regions, needed),
    missing: missingOf(figures, place, needed),
    markedBreaks: findMarkedBreaks(selection, place, regions, periods),
    latestPeriodSince: dataset.latestPeriodSince,
    second: null,
  };
}

/** The latest period, the one a step before it, and the base, ascending. */
function neededPeriods({ rule }: IndicatorDefinition, points: readonly IndicatorPoint[]): readonly number[] {
  const latest = points.at(-1);
  if (latest === undefined) return [];
  const base = rule.id === 'stable-or-improved' ? rule.base?.year : undefined;
  const bases = points.map(({ period }) => period).filter((period) => periodFromKey(period).year === base);
  const all = [...bases, ...(latest.previousPeriod === null ? [] : [latest.previousPeriod]), latest.period];
  return [...new Set(all)].sort((a, b) => a - b);
}

function missingOf({ selection, peers }: InputFigures, own: Place | undefined, periods: readonly number[]) {
  const partsOf = (place: Place | undefined, role: 'own' | 'peer') =>
    periods.flatMap((period) => missingParts(selection, { role, place, period }));
  const members = peers.flatMap(({ region }) => region.members);
  return [...partsOf(own, 'own'), ...members.flatMap((place) => partsOf(place, 'peer'))];
}
