import type { StoredDataset } from '../model/dataset.ts';
import type { IndicatorDefinition, IndicatorInput, IndicatorPoint, IndicatorSeries } from '../model/indicator.ts';
import type { Geography } from '../model/place.ts';
import { ownPlace } from './compared-regions.ts';
import { indicatorPoints } from './indicator-points.ts';
import { readInput } from './input-figures.ts';
import { usedObservations } from './used-observations.ts';

const NOTHING: IndicatorSeries = { input: null, publication: null, peerGroup: null, points: [], observations: [] };

/**
 * What the figures say about an indicator, period by period. The first input whose dataset is there and has a number
 * for the own place is used; with none the series is empty. Figures are in the unit of the input (growth in per cent,
 * a gap in the unit of the figures, a diversity index from 0 to 1). Observations are those behind the latest period
 * and the one a step before it. A term that does not fit its dataset gives figures missing as `not-in-dataset`.
 */
export function computeIndicator(
  definition: IndicatorDefinition,
  datasets: ReadonlyMap<string, StoredDataset>,
  geography: Geography,
): IndicatorSeries {
  for (const input of definition.inputs) {
    const dataset = datasets.get(input.dataset);
    const series = dataset && computeInput(definition, input, dataset, geography);
    if (series?.points.some(isMeasured)) return series;
  }
  return NOTHING;
}

function computeInput(
  definition: IndicatorDefinition,
  input: IndicatorInput,
  dataset: StoredDataset,
  geography: Geography,
): IndicatorSeries {
  const figures = readInput(definition, input, dataset, geography);
  const points = indicatorPoints(definition, figures);
  const group = geography.peerGroups.find(({ id }) => id === definition.peers);
  const place = ownPlace(geography, dataset.publication.coverage);
  const regions = figures.peers.map(({ region }) => region);
  return {
    input,
    publication: dataset.publication,
    peerGroup: group === undefined ? null : { id: group.id, title: group.title, confirmed: group.confirmed },
    points,
    observations: usedObservations(figures.selection, place, regions, points.at(-1)),
  };
}

function isMeasured({ own, value }: IndicatorPoint): boolean {
  return 'value' in own || 'value' in value;
}
