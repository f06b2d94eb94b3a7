import type { StoredDataset } from '../model/data/dataset.ts';
import type { Figure } from '../model/data/figure.ts';
import type { IndicatorInput } from '../model/plan/indicator.ts';
import type { IndicatorPoint } from '../model/plan/indicator-series.ts';
import type { Geography } from '../model/data/place.ts';
import { ownPlace } from './compared-regions.ts';
import { groupSelections } from './input-figures.ts';
import { placeFigure } from './place-series.ts';
import { categoriesOf } from './select-term.ts';
import { spansOf } from './spans.ts';

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
  const span = spansOf(input, { over: dataset, under: null }).find(({ holds }) => holds(period));
  if (span === undefined) return [];
  const { over } = span.input;
  if (over === undefined) return [];
  const table = span.datasets.over;
  const place = ownPlace(geography, dataset.publication.coverage);
  // The groups of another table are not these, whatever their codes.
  const before = previousPeriod === null || !span.holds(previousPeriod) ? null : previousPeriod;
  return groupSelections(table, categoriesOf(table), span.input).map(({ code, selection }) => ({
    label: table.labels[over]?.[code] ?? code,
    now: placeFigure(selection, place, period),
    before: before === null ? { missing: 'no-previous-period' } : placeFigure(selection, place, before),
  }));
}
