import type { StoredDataset } from '../model/data/dataset.ts';
import type { Bounds, Figure } from '../model/data/figure.ts';
import type { IndicatorDefinition, IndicatorInput, SeriesTerm } from '../model/plan/indicator.ts';
import type { Geography, Place } from '../model/data/place.ts';
import { placesAgainst } from '../model/plan/rule-reach.ts';
import type { ComparedRegion } from './compared-regions.ts';
import { comparedPlaces, comparedRegions, ownPlace } from './compared-regions.ts';
import { createReader, type FigureReader } from './figure-reader.ts';
import { diversity, diversityBounds, diversityOfWhole } from './measures/diversity.ts';
import type { RatioParts } from './measures/ratio.ts';
import type { PlaceSelection } from './place-series.ts';
import { placeFigure, placeSeries, selectSeries } from './place-series.ts';
import type { DatasetCategories } from './select-term.ts';
import { categoriesOf } from './select-term.ts';

/** Figures by period key. */
export type FiguresByPeriod = ReadonlyMap<number, Figure>;

/** Everything one input says about the own place and its peers, before any measure compares. */
export interface InputFigures {
  /** What the figures are read from: of a ratio, also what they are divided by. */
  readonly selections: readonly PlaceSelection[];
  /** Ascending; ends with the latest period, the newest that every table used has published. */
  readonly periods: readonly number[];
  readonly own: FiguresByPeriod;
  /** Only for the measure `diversity`. */
  readonly diversity: FiguresByPeriod | null;
  /** Of a diversity index in periods with withheld groups. */
  readonly bounds: ReadonlyMap<number, Bounds>;
  /**
   * The total of the groups and what has no group, which bound an index where groups are withheld, and show whether the
   * groups are complete.
   */
  readonly bounding: readonly PlaceSelection[];
  /** What the own sum was made of, where the settings do not list it. */
  readonly parts: ReadonlyMap<number, readonly string[]>;
  readonly peers: readonly ComparedFigures[];
  /** The single places that the rule compares the own level with. */
  readonly places: readonly ComparedFigures[];
}

/** The figures of a region, or of a single place, that the own ones are compared with. */
export interface ComparedFigures {
  readonly region: ComparedRegion;
  readonly levels: FiguresByPeriod;
  /** Both sums of a ratio, by period; `undefined` for any other measure. */
  readonly ratioIn: (period: number) => RatioParts | undefined;
}

/** The datasets of one input. */
export interface InputDatasets {
  readonly over: StoredDataset;
  /** What a ratio is divided by; `null` for every other measure. */
  readonly under: StoredDataset | null;
}

/** Reads an input of a definition out of its datasets. A diversity index has no level and no peers. */
export function readInput(
  definition: IndicatorDefinition,
  input: IndicatorInput,
  { over, under }: InputDatasets,
  geography: Geography,
): InputFigures {
  const reader = createReader(input, over, under);
  const { coverage } = over.publication;
  const place = ownPlace(geography, coverage);
  if (definition.measure === 'diversity') return readIndex(input, over, reader, place);
  const { periods, selections } = reader;
  const group = geography.peerGroups.find(({ id }) => id === definition.peers);
  const hasPlaces = selections.every(({ dataset }) => dataset.regions !== null);
  const regions = hasPlaces ? comparedRegions(group, geography, coverage) : [];
  const places = hasPlaces ? comparedPlaces(placesAgainst(definition.rule), geography, coverage) : [];
  const parts = periods.flatMap((period) => {
    const found = reader.partsOf(place, period);
    return found === undefined ? [] : [[period, found] as const];
  });
  return {
    selections,
    periods,
    diversity: null,
    bounds: new Map(),
    bounding: [],
    parts: new Map(parts),
    own: new Map(periods.map((period) => [period, reader.ofPlace(place, period)])),
    peers: regions.map((region) => comparedFigures(reader, region)),
    places: places.map((region) => comparedFigures(reader, region)),
  };
}

function comparedFigures(reader: FigureReader, region: ComparedRegion): ComparedFigures {
  const levels = new Map(reader.periods.map((period) => [period, reader.ofRegion(region, period)]));
  return { region, levels, ratioIn: (period) => reader.ratioOf(region, period) };
}

function readIndex(
  input: IndicatorInput,
  dataset: StoredDataset,
  { selections, periods }: FigureReader,
  place: Place | undefined,
): InputFigures {
  const categories = categoriesOf(dataset);
  const groups = groupSelections(dataset, categories, input);
  const figuresOf = (period: number) => groups.map(({ selection: group }) => placeFigure(group, place, period));
  const whole = wholeOf(dataset, categories, input);
  const indexAt = (period: number): Figure => {
    const [total, unspecified = NOT_APART] = whole.map((selection) => placeFigure(selection, place, period));
    const all = [...whole, ...groups.map(({ selection: group }) => group)];
    // What the municipality has corrected need not agree with what the source gives in all.
    const isOurs = all.some((selection) => hasCorrection(selection, place, period));
    return total === undefined || isOurs
      ? diversity(figuresOf(period))
      : diversityOfWhole(figuresOf(period), total, unspecified);
  };
  const bounds = periods.flatMap((period) => {
    const [total, unspecified = NOT_APART] = whole.map((selection) => placeFigure(selection, place, period));
    const found = total === undefined ? null : diversityBounds(figuresOf(period), total, unspecified);
    return found === null ? [] : [[period, found] as const];
  });
  return {
    selections,
    periods,
    peers: [],
    places: [],
    parts: new Map(),
    bounds: new Map(bounds),
    bounding: whole,
    own: new Map(periods.map((period) => [period, { missing: 'not-possible' }])),
    diversity: new Map(periods.map((period) => [period, indexAt(period)])),
  };
}

function hasCorrection(selection: PlaceSelection, place: Place | undefined, period: number): boolean {
  return placeSeries(selection, place, period).some(
    ({ byPeriod }) => (byPeriod.get(period)?.correction ?? null) !== null,
  );
}

/** A table without a group for what has none counts everything in one of the others. */
const NOT_APART: Figure = { value: 0 };

/** The total of the groups, then what has no group, where the table has that; none where the settings name no total. */
function wholeOf(
  dataset: StoredDataset,
  categories: DatasetCategories,
  { over, whole, terms }: IndicatorInput,
): readonly PlaceSelection[] {
  if (over === undefined || whole === undefined) return [];
  const [term = {}] = terms;
  const { total, unspecified } = whole;
  const hasUnspecified = unspecified !== undefined && categories.get(over)?.has(unspecified) === true;
  const codes = hasUnspecified ? [total, unspecified] : [total];
  return codes.map((code) => selectSeries(dataset, categories, [{ ...term, [over]: [code] }]));
}

/** One selection per listed category of the dimension an index runs over, by the code of the category. */
export function groupSelections(
  dataset: StoredDataset,
  categories: DatasetCategories,
  { over, terms }: IndicatorInput,
): readonly { readonly code: string; readonly selection: PlaceSelection }[] {
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
