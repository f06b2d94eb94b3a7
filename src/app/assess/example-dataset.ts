import type { Series, StoredDataset } from '../../model/data/dataset.ts';
import type { IndicatorDefinition, IndicatorInput, SeriesTerm } from '../../model/plan/indicator.ts';
import { type Geography, placeOf } from '../../model/data/place.ts';
import { inOneDataset } from './example-ratio.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import type { IndicatorFile } from '../../settings/files/indicator-file.ts';

type Example = IndicatorFile['workedExample'];
type Categories = Readonly<Record<string, string>>;

const REGION = 'Region';
const RETRIEVED_AT = '2026-01-01T00:00:00.000Z';

/**
 * The datasets of an indicator's first input as its worked example describes them: of a ratio also what is divided by,
 * which may be other series of the same dataset.
 */
export function exampleDatasets(
  definition: IndicatorDefinition,
  example: Example,
  geography: Geography,
): readonly StoredDataset[] {
  const over = exampleDataset(definition, example, geography);
  const input = definition.inputs[0];
  const per = input?.per;
  if (input === undefined || per === undefined) return [over];
  // The places of a rule against one are written as ratios: what they are divided by takes the factor away again.
  const { places = {}, perPeers, per: own = [] } = example;
  const factors = Object.fromEntries(
    Object.entries(places).map(([code, figures]) => [code, figures.map(() => per.times)]),
  );
  const divisors = {
    ...example,
    own,
    ...(perPeers && { peers: perPeers }),
    ...(example.places && { places: factors }),
  };
  const under = exampleDataset({ ...definition, inputs: [{ ...input, ...per }] }, divisors, geography);
  return input.dataset === per.dataset ? [inOneDataset(over, under)] : [over, under];
}

/**
 * The dataset of an indicator's first input as its worked example describes it. Of several series that are summed the
 * first has the whole figure and the others 0; series that the input leaves out have a figure that must not count.
 */
function exampleDataset(definition: IndicatorDefinition, example: Example, geography: Geography): StoredDataset {
  const input = definition.inputs[0];
  if (input === undefined) throw new Error('an indicator without inputs');
  const hasPlaces = example.peers !== undefined || example.places !== undefined;
  const places = hasPlaces ? regionFigures(definition, example, geography) : [null];
  const series = places.flatMap((place) =>
    input.terms.flatMap((term, index) =>
      combinations(term).map((categories, position) => {
        const first = index === 0 && position === 0;
        const figures = figuresOf(
          input,
          term,
          categories,
          example,
          first ? (place?.figures ?? example.own) : undefined,
        );
        return toSeries(place === null ? categories : { ...categories, [REGION]: place.code }, figures, example);
      }),
    ),
  );
  return {
    publication: {
      datasetId: input.dataset,
      table: null,
      title: 'Worked example',
      source: 'Made up',
      publicationId: 1,
      updatedAt: null,
      retrievedAt: RETRIEVED_AT,
      alternative: 'example',
      coverage: 'municipality',
    },
    regions: hasPlaces ? { dimension: REGION, form: 'grouped', prefix: '' } : null,
    quantities: {},
    contentsDimension: null,
    labels: {},
    series,
    latestPeriod: Math.max(...example.periods.map(keyOf)),
    acceptances: [],
    latestPeriodSince: RETRIEVED_AT,
  };
}

/** Own figures, and those of each region under its first member, the other members having 0. */
function regionFigures(
  { peers }: IndicatorDefinition,
  { own = [], peers: figures = {}, places = {} }: Example,
  geography: Geography,
) {
  const group = geography.peerGroups.find(({ id }) => id === peers);
  const regions = Object.entries(figures).flatMap(([id, levels]) => {
    const members = group?.regions.find((region) => region.id === id)?.members ?? [];
    return members.map((code, index) => ({ code, figures: index === 0 ? levels : levels.map(() => 0) }));
  });
  const single = Object.entries(places).map(([code, levels]) => ({ code, figures: levels }));
  const unknown = [...regions, ...single].filter(({ code }) => placeOf(geography, code) === undefined);
  if (unknown.length > 0) throw new Error('a peer without a code history');
  const others = single.filter(({ code }) => !regions.some((one) => one.code === code));
  return [{ code: geography.own, figures: own }, ...regions, ...others];
}

/** One set of categories per series of a term, those it sums first; 'something-else' stands for what is not named. */
function combinations(term: SeriesTerm): Categories[] {
  return Object.entries(term).reduce<Categories[]>(
    (sets, [dimension, selection]) => {
      const codes = 'not' in selection ? ['something-else', ...selection.not] : selection;
      return codes.flatMap((code) => sets.map((set) => ({ ...set, [dimension]: code })));
    },
    [{}],
  );
}

function figuresOf(
  { over }: IndicatorInput,
  term: SeriesTerm,
  categories: Categories,
  { periods, groups }: Example,
  levels: readonly number[] | undefined,
): readonly number[] {
  const excluded = Object.entries(term).some(
    ([dimension, selection]) => 'not' in selection && selection.not.includes(categories[dimension] ?? ''),
  );
  if (excluded) return periods.map(() => 123_456);
  const none = periods.map(() => 0);
  return over === undefined ? (levels ?? none) : (groups?.[categories[over] ?? ''] ?? none);
}

function toSeries(categories: Categories, figures: readonly number[], { periods }: Example): Series {
  return {
    key: Object.values(categories).join('|'),
    categories,
    observations: periods.map((code, index) => ({
      period: keyOf(code),
      value: figures[index] ?? null,
      symbol: null,
      obsStatus: 'A',
      publicationId: 1,
      revised: false,
      taken: false,
      correction: null,
    })),
  };
}

/** Settings whose periods are none have been refused before. */
function keyOf(code: string): number {
  const period = parseTimePeriod(code);
  if (period === null) throw new Error(`'${code}' is not a period`);
  return periodKey(period);
}
