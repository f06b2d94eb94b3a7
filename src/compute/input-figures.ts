import type { StoredDataset } from '../model/dataset.ts';
import type { Bounds, Figure, IndicatorDefinition, IndicatorInput, SeriesTerm } from '../model/indicator.ts';
import type { Geography, Place } from '../model/place.ts';
import type { ComparedRegion } from './compared-regions.ts';
import { comparedRegions, ownPlace, regionFigure } from './compared-regions.ts';
import { diversity, diversityBounds } from './measures/diversity.ts';
import type { Selection } from './place-series.ts';
import { placeFigure, placeParts, selectSeries } from './place-series.ts';
import type { DatasetCategories } from './select-term.ts';
import { categoriesOf } from './select-term.ts';

/** Figures by period key. */
export type FiguresByPeriod = ReadonlyMap<number, Figure>;

/** Everything one input says about the own place and its peers, before any measure compares. */
export interface InputFigures {
  readonly selection: Selection;
  /** Ascending; ends with the latest period, the newest that the table has published. */
  readonly periods: readonly number[];
  readonly own: FiguresByPeriod;
  /** Only for the measure `diversity`. */
  readonly diversity: FiguresByPeriod | null;
  /** Of a diversity index in periods with withheld groups. */
  readonly bounds: ReadonlyMap<number, Bounds>;
  /** What the own sum was made of, where the settings do not list it. */
  readonly parts: ReadonlyMap<number, readonly string[]>;
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
  const periods = publishedPeriods(selection.periods, dataset.latestPeriod);
  const byPeriod = (figure: (period: number) => Figure) => new Map(periods.map((period) => [period, figure(period)]));
  const none = { bounds: new Map<number, Bounds>(), parts: new Map<number, readonly string[]>() };
  if (definition.measure === 'diversity') {
    const groups = groupSelections(dataset, categories, input);
    const figuresOf = (period: number) => groups.map(({ selection: group }) => placeFigure(group, place, period));
    const index = byPeriod((period) => diversity(figuresOf(period)));
    const own = byPeriod(() => ({ missing: 'not-possible' }));
    const whole = wholeOf(dataset, categories, input, place);
    const bounds = periods.flatMap((period) => {
      const found = whole === null ? null : diversityBounds(figuresOf(period), ...whole(period));
      return found === null ? [] : [[period, found] as const];
    });
    return { ...none, selection, own, diversity: index, bounds: new Map(bounds), peers: [], periods };
  }
  const group = geography.peerGroups.find(({ id }) => id === definition.peers);
  const regions = dataset.regions === null ? [] : comparedRegions(group, geography, dataset.publication.coverage);
  const own = byPeriod((period) => placeFigure(selection, place, period));
  const peers = regions.map((region) => ({
    region,
    levels: byPeriod((period) => regionFigure(selection, region, period)),
  }));
  const parts = periods.flatMap((period) => {
    const found = placeParts(selection, place, period);
    return found === undefined ? [] : [[period, found] as const];
  });
  return { ...none, selection, own, diversity: null, peers, parts: new Map(parts), periods };
}

/** The periods a table has published: none after its latest, and that one also where the series at hand lack it. */
function publishedPeriods(periods: readonly number[], latest: number | null): readonly number[] {
  return latest === null ? [] : [...periods.filter((period) => period < latest), latest];
}

/** Reads the total of the groups, and what has no group, in a period; `null` where the settings name no total. */
function wholeOf(
  dataset: StoredDataset,
  categories: DatasetCategories,
  { over, whole, terms }: IndicatorInput,
  place: Place | undefined,
): ((period: number) => readonly [whole: Figure, unspecified: Figure]) | null {
  if (over === undefined || whole === undefined) return null;
  const reader = (code: string) => {
    const [term = {}] = terms;
    const selection = selectSeries(dataset, categories, [{ ...term, [over]: [code] }]);
    return (period: number) => placeFigure(selection, place, period);
  };
  const total = reader(whole.total);
  const { unspecified } = whole;
  // A table without such a group counts everything in one of the others.
  const hasUnspecified = unspecified !== undefined && categories.get(over)?.has(unspecified) === true;
  const rest = hasUnspecified ? reader(unspecified) : () => ({ value: 0 });
  return (period) => [total(period), rest(period)];
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
