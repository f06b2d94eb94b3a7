import type { StoredDataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import type { IndicatorInput } from '../model/indicator.ts';
import type { IndicatorPoint } from '../model/indicator-series.ts';
import type { Geography } from '../model/place.ts';
import { ownPlace } from './compared-regions.ts';
import { groupSelections } from './input-figures.ts';
import { placeFigure } from './place-series.ts';
import { categoriesOf } from './select-term.ts';

/** One group of an index over groups: its label, and its own figure in the two periods compared. */
export interface IndexGroup {
  readonly label: string;
  readonly now: Figure;
  readonly before: Figure;
}

/** The groups behind a point of an index over groups, in the order of the settings; none for any other measure. */
export function indexGroups(
  input: IndicatorInput,
  dataset: StoredDataset,
  geography: Geography,
  { period, previousPeriod }: Pick<IndicatorPoint, 'period' | 'previousPeriod'>,
): readonly IndexGroup[] {
  const { over } = input;
  if (over === undefined) return [];
  const place = ownPlace(geography, dataset.publication.coverage);
  return groupSelections(dataset, categoriesOf(dataset), input).map(({ code, selection }) => ({
    label: dataset.labels[over]?.[code] ?? code,
    now: placeFigure(selection, place, period),
    before: previousPeriod === null ? { missing: 'no-previous-period' } : placeFigure(selection, place, previousPeriod),
  }));
}
