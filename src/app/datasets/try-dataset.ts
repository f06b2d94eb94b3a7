import { findPartsGaps, judgeParts } from '../../contract/judge-parts.ts';
import { judgeNewPeriods } from '../../contract/judge-publication.ts';
import { placesAskedOf } from '../../model/data/asked-places.ts';
import { ABSENT, type Cube } from '../../model/data/cube.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { FetchedDataset } from '../../model/data/retrieval.ts';
import { meaningsIn } from '../../model/data/symbol-meaning.ts';
import { PipelineError } from '../../model/errors.ts';
import type { Settings } from '../../model/plan/settings.ts';
import { normalise } from '../../normalise/normalise.ts';
import { NO_DOUBT } from '../../places/place-question.ts';
import { systemClock } from '../../platform/clock.ts';
import { createSsbClient } from '../../source/ask/ssb-client.ts';
import { fetchDataset } from '../../source/fetch-dataset.ts';
import { readReplies } from '../../source/read-replies.ts';
import { judgeRegions } from '../intake/judge-regions.ts';
import { openEnvironment, openSettings } from '../open-settings.ts';
import type { Progress } from '../progress.ts';
import { pacing, reportWaits } from '../source/pacing.ts';
import { unknownName } from '../unknown-name.ts';
import { describeFinding } from '../messages/find-place-troubles.ts';

/** A dimension of what came. */
export interface TriedDimension {
  readonly code: string;
  readonly label: string;
  readonly categories: readonly string[];
}

/** One series with the figures of the newest periods; a missing one is its symbol. */
export interface TriedSeries {
  /** Labels of its places and of what distinguishes it from others. */
  readonly place: string;
  readonly series: string;
  readonly figures: readonly string[];
}

/** What came of one table of a dataset; nothing of it is stored. */
export interface TriedTable {
  readonly table: string;
  readonly title: string;
  readonly alternative: string;
  readonly reason: string;
  readonly request: readonly string[];
  readonly dimensions: readonly TriedDimension[];
  readonly periods: { readonly first: string; readonly last: string; readonly count: number };
  readonly numbers: number;
  readonly missing: number;
  /** Symbol → how many cells it stands in. */
  readonly symbols: Readonly<Record<string, number>>;
  /** The newest periods, oldest first, and series by series what they hold. */
  readonly newest: readonly string[];
  readonly series: readonly TriedSeries[];
  /** What is missing or contradicted without the reply being refused: sentences. */
  readonly remarks: readonly string[];
}

/** What came of a dataset: of each of its tables, oldest first. */
export interface DatasetTrial {
  readonly datasetId: string;
  readonly isFetched: boolean;
  readonly tables: readonly TriedTable[];
  /** Why an ingest would refuse it; `null` for no reason. */
  readonly refused: { readonly code: string; readonly message: string; readonly hint: string } | null;
}

const SHOWN_PERIODS = 4;

/**
 * Fetches a dataset of the settings and says what an ingest into an empty database would make of it. Nothing is stored,
 * and no database is opened or made. What would be refused is in the answer. Throws `usage` for an unknown dataset, and
 * what the client throws where the source gives no answer.
 */
export async function tryDataset(id: string, progress: Progress): Promise<DatasetTrial> {
  const environment = openEnvironment();
  const settings = openSettings(environment);
  const fetched = settings.jobs.flatMap(({ datasets }) => datasets);
  const known = [...fetched, ...settings.unused.map(({ definition }) => definition)];
  const definition = known.find((one) => one.id === id);
  if (definition === undefined)
    throw unknownName(
      'dataset',
      id,
      known.map((one) => one.id),
    );
  const client = createSsbClient({
    baseUrl: environment.ssbApiUrl,
    ...pacing(systemClock, undefined, reportWaits(progress)),
  });
  const tables: TriedTable[] = [];
  let refused: DatasetTrial['refused'] = null;
  const { earlier = [], ...last } = definition;
  try {
    for (const one of [...earlier, last]) {
      const places = placesAskedOf(id, settings);
      const reply = await fetchDataset(client, one, places, { now: () => systemClock.now() });
      const { tried, cube } = readTrial(reply, settings);
      tables.push(tried);
      judge(cube, one, reply);
    }
  } catch (failure) {
    if (!(failure instanceof PipelineError) || failure.retry !== 'terminal') throw failure;
    const { code, message, hint } = failure;
    refused = { code, message, hint };
  }
  return { datasetId: id, isFetched: fetched.includes(definition), tables, refused };
}

/** What holds a first reply back. */
function judge(cube: Cube, { parts = [] }: DatasetDefinition, { quantities }: FetchedDataset): void {
  judgeNewPeriods(cube);
  judgeParts(cube, findPartsGaps(cube, { parts, quantities }));
}

function readTrial(fetched: FetchedDataset, settings: Settings): { readonly tried: TriedTable; readonly cube: Cube } {
  const { geography, symbols, corrections } = settings;
  let judgement = NO_DOUBT;
  const retrieved = { ...fetched, documents: readReplies(fetched) };
  const { cube, unknownSymbols } = normalise(
    retrieved,
    geography,
    corrections.filter(({ dataset }) => dataset === fetched.datasetId),
    [],
    (asked) => {
      judgement = judgeRegions(fetched, geography, asked);
      return judgement.doubts;
    },
    meaningsIn(fetched.table, symbols),
  );
  const remarks = [
    ...(fetched.missingPlaces ?? []).map(({ name, lack, file }) => `Without ${name}: ${lack} (see ${file}).`),
    ...judgement.findings.map(describeFinding),
    ...unknownSymbols.map(({ symbol }) => `The symbol '${symbol}' is not known: write its meaning in symbols.yaml.`),
  ];
  return { tried: describeReply(fetched, cube, remarks), cube };
}

function describeReply(fetched: FetchedDataset, cube: Cube, remarks: readonly string[]): TriedTable {
  const { table, alternative, alternativeReason: reason, request } = fetched;
  const { periods, values, obsStatuses } = cube;
  const numbers = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const absent = obsStatuses.reduce((count, status) => (status === ABSENT ? count + 1 : count), 0);
  const from = Math.max(0, periods.length - SHOWN_PERIODS);
  return {
    ...{ table, title: cube.title, alternative, reason, request },
    dimensions: cube.dimensions.map(({ code, label, categories }) => ({
      ...{ code, label },
      categories: categories.map((one) => one.code),
    })),
    periods: { first: periods[0]?.code ?? '', last: periods.at(-1)?.code ?? '', count: periods.length },
    ...{ numbers, missing: values.length - numbers - absent, symbols: countSymbols(cube) },
    newest: periods.slice(from).map(({ code }) => code),
    series: cube.seriesKeys.map((_, series) => describeSeries(cube, series, from)),
    remarks,
  };
}

function countSymbols({ symbols, symbolTable }: Cube): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const at of symbols) {
    const symbol = symbolTable[at] ?? '';
    if (symbol !== '') counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

function describeSeries(cube: Cube, series: number, from: number): TriedSeries {
  const { dimensions, seriesCategories, periods, values, symbols, symbolTable } = cube;
  const labels = dimensions.map((dimension, at) => ({
    dimension,
    label: dimension.categories[seriesCategories[series * dimensions.length + at] ?? 0]?.label ?? '',
  }));
  const told = labels.filter(({ dimension: { role, categories } }) => role !== 'geo' && categories.length > 1);
  return {
    place: labels.find(({ dimension }) => dimension.role === 'geo')?.label ?? '',
    series: told.map(({ label }) => label).join(', '),
    figures: periods.slice(from).map((_, column) => {
      const cell = series * periods.length + from + column;
      const value = values[cell] ?? NaN;
      if (!Number.isNaN(value)) return String(value);
      const symbol = symbolTable[symbols[cell] ?? 0] ?? '';
      // A code out of its years: no figure of anything.
      return symbol === '0' ? '–' : symbol;
    }),
  };
}
