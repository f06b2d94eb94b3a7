import type { StoredDataset } from '../model/data/dataset.ts';
import type { Figure } from '../model/data/figure.ts';
import type { IndicatorInput } from '../model/plan/indicator.ts';
import type { Place } from '../model/data/place.ts';
import { type ComparedRegion, regionFigure } from './compared-regions.ts';
import { ratio, type RatioParts } from './measures/ratio.ts';
import { placeFigure, placeParts, type PlaceSelection, selectSeries } from './place-series.ts';
import { categoriesOf } from './select-term.ts';

/** Reads the figures of an input, place by place and period by period: as published, or one over another. */
export interface FigureReader {
  /** What the figures are read from: of a ratio, also what they are divided by. */
  readonly selections: readonly PlaceSelection[];
  /** Ascending; ends with the latest period, the newest that every table has published. */
  readonly periods: readonly number[];
  readonly ofPlace: (place: Place | undefined, period: number) => Figure;
  readonly ofRegion: (region: ComparedRegion, period: number) => Figure;
  /** What a sum over all there are is made of, where the settings do not list it. */
  readonly partsOf: (place: Place | undefined, period: number) => readonly string[] | undefined;
  /** Both sums of a region; `undefined` for figures as published. */
  readonly ratioOf: (region: ComparedRegion, period: number) => RatioParts | undefined;
}

/** A reader of figures as published; of one figure over another where `under` says what to divide by. */
export function createReader(
  input: Pick<IndicatorInput, 'terms' | 'per'>,
  over: StoredDataset,
  under: StoredDataset | null,
): FigureReader {
  const above = selectSeries(over, categoriesOf(over), input.terms);
  const { per } = input;
  if (per === undefined || under === null) return publishedReader(above);
  return ratioReader(above, selectSeries(under, categoriesOf(under), per.terms), per.times);
}

function publishedReader(selection: PlaceSelection): FigureReader {
  return {
    selections: [selection],
    periods: publishedPeriods(selection),
    ofPlace: (place, period) => placeFigure(selection, place, period),
    ofRegion: (region, period) => regionFigure(selection, region, period),
    partsOf: (place, period) => placeParts(selection, place, period),
    ratioOf: () => undefined,
  };
}

function ratioReader(above: PlaceSelection, below: PlaceSelection, times: number): FigureReader {
  const ratioOf = (region: ComparedRegion, period: number): RatioParts => ({
    over: regionFigure(above, region, period),
    under: regionFigure(below, region, period),
    times,
  });
  const inBoth = new Set(publishedPeriods(below));
  return {
    selections: [above, below],
    periods: publishedPeriods(above).filter((period) => inBoth.has(period)),
    ofPlace: (place, period) =>
      ratio({ over: placeFigure(above, place, period), under: placeFigure(below, place, period), times }),
    ofRegion: (region, period) => ratio(ratioOf(region, period)),
    partsOf: (place, period) => partsOfBoth(above, below, place, period),
    ratioOf,
  };
}

/** Each named by its dataset too, so that the two are not taken for each other. */
function partsOfBoth(above: PlaceSelection, below: PlaceSelection, place: Place | undefined, period: number) {
  const parts = [above, below].map((selection) =>
    placeParts(selection, place, period)?.map((part) => `${selection.dataset.publication.datasetId}|${part}`),
  );
  return parts.every((one) => one === undefined) ? undefined : parts.flatMap((one) => one ?? []);
}

/** The periods a table has published: none after its latest, and that one also where the series at hand lack it. */
function publishedPeriods({ periods, dataset: { latestPeriod } }: PlaceSelection): readonly number[] {
  if (latestPeriod === null) return [];
  return [...periods.filter((period) => period < latestPeriod), latestPeriod];
}
