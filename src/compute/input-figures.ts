import type { StoredDataset } from '../model/dataset.ts';
import type { Figure, IndicatorDefinition, IndicatorInput, SeriesTerm } from '../model/indicator.ts';
import type { Geography } from '../model/place.ts';
import type { ComparedRegion } from './compared-regions.ts';
import { comparedRegions, ownPlace, regionFigure } from './compared-regions.ts';
import { diversity } from './measures/diversity.ts';
import type { Selection } from './place-series.ts';
import { placeFigure, selectSeries } from './place-series.ts';
import type { DatasetCategories } from './select-term.ts';
import { categoriesOf } from './select-term.ts';

/** Figures by period key. */
export type FiguresByPeriod = ReadonlyMap<number, Figure>;

/** Everything one input says about the own place and its peers, before any measure compares. */
export interface InputFigures {
  readonly selection: Selection;
  /** Ascending; ends with the last period in which anyone has a number. */
  readonly periods: readonly number[];
  readonly own: FiguresByPeriod;
  /** Only for the measure `diversity`. */
  readonly diversity: FiguresByPeriod | null;
  readonly peers: readonly { readonly region: ComparedRegion; readonly levels: FiguresByPeriod }[];
}

/** Reads an input of a definition out of its dataset. A diversity index has no level and no peers. */
export function readInput(
  definition: IndicatorDefinition,
  input: IndicatorInput,
  dataset: StoredDataset,
  geography: Geography,
): InputFigures {
  const categories = categoriesOf(dataset);
  const selection = selectSeries(dataset, categories, input.terms);
  const place = ownPlace(geography, dataset.publication.coverage);
  const { periods } = selection;
  const byPeriod = (figure: (period: number) => Figure) => new Map(periods.map((period) => [period, figure(period)]));
  if (definition.measure === 'diversity') {
    const groups = groupSelections(dataset, categories, input);
    const index = byPeriod((period) =>
      diversity(groups.map(({ selection: group }) => placeFigure(group, place, period))),
    );
    const own = byPeriod(() => ({ missing: 'not-possible' }));
    return { selection, own, diversity: index, peers: [], periods: published(periods, [index]) };
  }
  const group = geography.peerGroups.find(({ id }) => id === definition.peers);
  const regions = dataset.regions === null ? [] : comparedRegions(group, geography, dataset.publication.coverage);
  const own = byPeriod((period) => placeFigure(selection, place, period));
  const peers = regions.map((region) => ({
    region,
    levels: byPeriod((period) => regionFigure(selection, region, period)),
  }));
  const figures = [own, ...peers.map(({ levels }) => levels)];
  return { selection, own, diversity: null, peers, periods: published(periods, figures) };
}

/** One selection per listed category of the dimension an index runs over, by the code of the category. */
export function groupSelections(
  dataset: StoredDataset,
  categories: DatasetCategories,
  { over, terms }: IndicatorInput,
): readonly { readonly code: string; readonly selection: Selection }[] {
  if (over === undefined) return [];
  const groups = [...new Set(terms.flatMap((term) => groupsOf(term, over, categories)))];
  return groups.map((group) => {
    const having = terms.filter((term) => groupsOf(term, over, categories).includes(group));
    const narrowed = having.map((term) => ({ ...term, [over]: [group] }));
    return { code: group, selection: selectSeries(dataset, categories, narrowed) };
  });
}

function groupsOf(term: SeriesTerm, over: string, categories: DatasetCategories): readonly string[] {
  const selection = term[over];
  if (selection === undefined) return [];
  if (!('not' in selection)) return selection;
  return [...(categories.get(over) ?? [])].filter((code) => !selection.not.includes(code));
}

/** Leaves out the last periods in which nobody has a number: they are not published yet. */
function published(periods: readonly number[], figures: readonly FiguresByPeriod[]): readonly number[] {
  const last = periods.findLastIndex((period) => figures.some((byPeriod) => hasNumber(byPeriod.get(period))));
  return periods.slice(0, last + 1);
}

function hasNumber(figure: Figure | undefined): boolean {
  return figure !== undefined && 'value' in figure;
}
