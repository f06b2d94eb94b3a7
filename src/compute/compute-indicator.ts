import type { Observation, StoredDataset } from '../model/data/dataset.ts';
import type { Figure, MissingReason } from '../model/data/figure.ts';
import type { IndicatorDefinition, IndicatorInput } from '../model/plan/indicator.ts';
import type { IndicatorSeries } from '../model/plan/indicator-series.ts';
import type { Geography, PeerGroup, Place } from '../model/data/place.ts';
import { type ComparedRegion, ownPlace } from './compared-regions.ts';
import { indicatorPoints } from './indicator-points.ts';
import { type InputDatasets, type InputFigures, readInput } from './input-figures.ts';
import { findMarkedBreaks } from './marked-breaks.ts';
import { missingParts } from './missing-parts.ts';
import { neededPeriods } from './needed-periods.ts';
import { joinFigures } from './join-figures.ts';
import { isOfPlace, type PlaceSelection } from './place-series.ts';
import { settlePoints } from './settle-points.ts';
import { spansOf } from './spans.ts';
import { addRespondents } from './survey-respondents.ts';
import { markPoint, usedObservations } from './used-observations.ts';

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
 * whose dataset has published any figure for the own place is used, whatever its terms find there; failing that, the
 * first whose source has taken its figures away; with none the series is empty. Figures are in the unit of the input
 * (growth in per cent, a gap in the unit of the figures, a diversity index from 0 to 1). Observations and missing parts
 * are those of the latest period and of those before it that the rule reads. A term that does not fit its dataset gives
 * figures missing as `not-in-dataset`. Both datasets of a ratio must reach equally far down.
 */
export function computeIndicator(
  definition: IndicatorDefinition,
  datasets: ReadonlyMap<string, StoredDataset>,
  geography: Geography,
): IndicatorSeries {
  const sources = definition.inputs.flatMap((input) => {
    const found = datasetsOf(input, datasets);
    return found === null ? [] : [{ input, found }];
  });
  const source =
    sources.find(({ found }) => everyOwn(found, geography, isPublished)) ??
    sources.find(({ found }) => everyOwn(found, geography, (one) => one.taken || isPublished(one)));
  if (source === undefined) return NOTHING;
  const { input, found } = source;
  const series = computeInput(definition, input, found, geography);
  const second = input.secondTable === undefined ? undefined : datasets.get(input.secondTable);
  if (second === undefined) return series;
  const sameQuestion = { ...input, dataset: second.publication.datasetId };
  const other = { over: upTo(found.over, second), under: null };
  return { ...series, second: computeInput(definition, sameQuestion, other, geography) };
}

/** The datasets of an input; `null` where one is unknown, or those of a ratio do not reach equally far down. */
function datasetsOf(
  { dataset, per }: IndicatorInput,
  datasets: ReadonlyMap<string, StoredDataset>,
): InputDatasets | null {
  const over = datasets.get(dataset);
  if (over === undefined || per === undefined) return over === undefined ? null : { over, under: null };
  const under = datasets.get(per.dataset);
  return under?.publication.coverage === over.publication.coverage ? { over, under } : null;
}

/** The second table as far as the first has come: it answers for the first's latest period, not for a later one. */
function upTo({ latestPeriod: first }: StoredDataset, second: StoredDataset): StoredDataset {
  const isAhead = first !== null && second.latestPeriod !== null && second.latestPeriod > first;
  return isAhead ? { ...second, latestPeriod: first } : second;
}

/** Is there such a figure of the own place, and of what it is divided by? */
function everyOwn(
  { over, under }: InputDatasets,
  geography: Geography,
  isSuch: (one: Observation) => boolean,
): boolean {
  return anyOwn(over, geography, isSuch) && (under === null || anyOwn(under, geography, isSuch));
}

function anyOwn(dataset: StoredDataset, geography: Geography, isSuch: (one: Observation) => boolean): boolean {
  const place = ownPlace(geography, dataset.publication.coverage);
  if (dataset.earlier?.some((one) => anyOwn(one, geography, isSuch)) === true) return true;
  return dataset.series.some((series) => isOfPlace(dataset, series, place) && series.observations.some(isSuch));
}

/** Also one that is withheld. */
function isPublished({ value, obsStatus }: Observation): boolean {
  return value !== null || obsStatus === 'Q';
}

function computeInput(
  definition: IndicatorDefinition,
  input: IndicatorInput,
  datasets: InputDatasets,
  geography: Geography,
): IndicatorSeries {
  const { over, under } = datasets;
  const spans = spansOf(input, datasets).map((span) => ({
    ...span,
    figures: readInput(definition, span.input, span.datasets, geography),
  }));
  const figures = joinFigures(spans);
  const { periods } = figures;
  const place = ownPlace(geography, over.publication.coverage);
  const found = indicatorPoints(definition, figures);
  const settled = spans.flatMap(({ input: words, datasets: { over: table }, holds }) => {
    const own = found.filter(({ period }) => holds(period));
    return addRespondents(settlePoints(own, words, table, place), words, table);
  });
  const group = geography.peerGroups.find(({ id }) => id === definition.peers);
  const regions = comparedWith(figures);
  const needed = neededPeriods(definition, settled);
  // The whole of an index is used only where groups are withheld, or do not make it up.
  const restsOnWhole = (period: number) => {
    const reason = missingIn(figures.diversity?.get(period));
    return reason === 'confidential' || reason === 'parts-differ';
  };
  /** Each selection is asked of the periods that its table answers for. */
  const ofEach = <T>(ask: (asked: ObservationQuery) => readonly T[], those: readonly number[]) =>
    spans.flatMap(({ figures: { selections, bounding }, holds }) => {
      const own = those.filter(holds);
      return [
        ...selections.flatMap((selection) => ask({ selection, regions, periods: own })),
        ...bounding.flatMap((selection) => ask({ selection, regions: [], periods: own.filter(restsOnWhole) })),
      ];
    });
  const ownFigures = (those: readonly number[]) =>
    ofEach(({ selection, periods: asked }) => usedObservations(selection, place, [], asked), those);
  return {
    input,
    publication: over.publication,
    ...(under && { perPublication: under.publication }),
    peerGroup: group === undefined ? null : nameOf(group),
    points: settled.map((point) => markPoint(point, ownFigures([point.period]))),
    observations: ofEach((asked) => usedObservations(asked.selection, place, asked.regions, asked.periods), needed),
    missing: spans.flatMap(({ figures: { selections }, holds }) =>
      selections.flatMap((selection) => missingOf(selection, place, regions, needed.filter(holds))),
    ),
    markedBreaks: ofEach((asked) => findMarkedBreaks(asked.selection, place, asked.regions, asked.periods), periods),
    latestPeriodSince: latestSince([over, ...(under === null ? [] : [under])], periods.at(-1)),
    second: null,
  };
}

interface ObservationQuery {
  readonly selection: PlaceSelection;
  readonly regions: readonly ComparedRegion[];
  readonly periods: readonly number[];
}

function missingIn(figure: Figure | undefined): MissingReason | null {
  return figure !== undefined && 'missing' in figure ? figure.missing : null;
}

function nameOf({ id, title, titleNn, titleEn, confirmed }: PeerGroup): NonNullable<IndicatorSeries['peerGroup']> {
  return { id, title, ...(titleNn === undefined ? {} : { titleNn }), titleEn, confirmed };
}

/** Every region and single place that is compared with; a place that is a region of its own stands there once. */
function comparedWith({ peers, places }: InputFigures): readonly ComparedRegion[] {
  const regions = peers.map(({ region }) => region);
  const known = new Set(regions.flatMap(({ members }) => members.map((place) => place?.code)));
  const others = places.map(({ region }) => region).filter(({ members: [place] }) => !known.has(place?.code));
  return [...regions, ...others];
}

/** When the last of the tables that have the latest period as theirs published it. */
function latestSince(datasets: readonly StoredDataset[], latest: number | undefined): string | null {
  const ends = datasets.filter(({ latestPeriod }) => latestPeriod === latest);
  return (
    ends
      .flatMap(({ latestPeriodSince }) => latestPeriodSince ?? [])
      .sort()
      .at(-1) ?? null
  );
}

function missingOf(
  selection: PlaceSelection,
  own: Place | undefined,
  regions: readonly ComparedRegion[],
  periods: readonly number[],
) {
  const partsOf = (place: Place | undefined, role: 'own' | 'peer') =>
    periods.flatMap((period) => missingParts(selection, { role, place, period }));
  return [
    ...partsOf(own, 'own'),
    ...regions.flatMap(({ members }) => members.flatMap((place) => partsOf(place, 'peer'))),
  ];
}
