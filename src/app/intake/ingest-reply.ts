import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { findPlace, type Geography } from '../../model/data/place.ts';
import type { ChangeCounts, ChangeSummary, NewPublication } from '../../model/data/publication.ts';
import type { PlaceFinding } from '../../model/data/place-witness.ts';
import type { FetchedDataset } from '../../model/data/retrieval.ts';
import type { Correction } from '../../model/plan/settings.ts';
import { type DeclaredSymbols, meaningsIn } from '../../model/data/symbol-meaning.ts';
import { judgeJoin } from '../../contract/judge-join.ts';
import { judgeChanges, judgeContract, judgeNewPeriods } from '../../contract/judge-publication.ts';
import { judgeParts } from '../../contract/judge-parts.ts';
import { judgeDecimals, judgeUnits } from '../../contract/judge-units.ts';
import type { FindDoubtfulCodes } from '../../normalise/mark-doubtful.ts';
import { type NormalisedReply, normalise } from '../../normalise/normalise.ts';
import { type PlaceJudgement, NO_DOUBT } from '../../places/place-question.ts';
import { readReplies } from '../../source/read-replies.ts';
import { recordAcceptances } from '../../store/intake/acceptances.ts';
import { readContract } from '../../store/intake/contract.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import { createDatasetReader } from '../../store/read/read-dataset.ts';
import type { Store } from '../../store/store.ts';
import { storePublication } from '../../store/intake/store-publication.ts';
import { recordUnknownSymbols } from '../../store/read/unknown-symbols.ts';
import { type Accepting, acceptedBefore, openGate } from './acceptance-gate.ts';
import { isEmpty } from './dataset-result.ts';
import { exceptDoubtful, judgeRegions } from './judge-regions.ts';
import { findNewGaps } from './find-new-gaps.ts';

/** All that is needed to take one reply in: nothing but data, so that another thread can do it. */
export interface IntakeOrder {
  readonly fetched: FetchedDataset;
  readonly geography: Geography;
  readonly corrections: readonly Correction[];
  readonly symbols: DeclaredSymbols;
  /** Tells one question from another, see `queryFingerprint`. */
  readonly query: string;
  readonly runId: number;
  /** Compare every figure with what is stored: the audit of the digests, and of the database. */
  readonly exactly: boolean;
  /** What a person wants let in; `null` for nothing. */
  readonly accept: Accepting | null;
}

export type Intake = (
  | { readonly counts: ChangeCounts }
  /** `cells` of the reply that was refused; 0 when it could not be read. */
  | { readonly counts: null; readonly failure: unknown; readonly cells: number }
) & {
  /** What the source contradicts of the settings' places; `null` when it could not be read. */
  readonly places: readonly PlaceFinding[] | null;
};

const compress = promisify(gzip);

/** Half the time of the level that zlib would take, for 3 % more bytes. */
const COMPRESSION_LEVEL = 4;
/** Of a reply, once compressed; one that takes more comes in two pieces. */
const EXPECTED_SHARE = 0.5;
/** The smallest piece that zlib allows. */
const MIN_CHUNK_BYTES = 64;

/** Reads a reply, checks it, and takes it in whole or not at all. Never throws: what went wrong is in the answer. */
export async function ingestReply(store: Store, order: IntakeOrder): Promise<Intake> {
  let cells = 0;
  let places: Intake['places'] = null;
  try {
    // Begun first: another core compresses while this one reads. In one piece, since after each it waits for this one.
    const { body: reply } = order.fetched;
    const compressing = compress(reply, {
      level: COMPRESSION_LEVEL,
      chunkSize: Math.max(Math.ceil(reply.byteLength * EXPECTED_SHARE), MIN_CHUNK_BYTES),
    });
    const [body, { reply: read, judgement }] = await Promise.all([compressing, readReply(store, order)]);
    cells = read.cube.values.length;
    places = judgement.findings;
    return { counts: storeCube(store, order, { ...read, body }, judgement), places };
  } catch (failure) {
    return { counts: null, failure, cells, places };
  }
}

async function readReply(
  store: Store,
  order: IntakeOrder,
): Promise<{ readonly reply: NormalisedReply; readonly judgement: PlaceJudgement }> {
  const { fetched, geography, corrections, accept } = order;
  const zeros = [...acceptedBefore(store, fetched.datasetId), ...(accept?.zeros ?? [])];
  const retrieved = { ...fetched, documents: readReplies(fetched) };
  let judgement = NO_DOUBT;
  const findDoubtful: FindDoubtfulCodes = (cube) => {
    judgement = judgeRegions(fetched, geography, cube);
    return judgement.doubts;
  };
  const meanings = meaningsIn(fetched.table, order.symbols);
  const reply = normalise(retrieved, geography, corrections, zeros, findDoubtful, meanings);
  return Promise.resolve({ reply, judgement });
}

function storeCube(
  store: Store,
  order: IntakeOrder,
  { acceptedZeros, unknownSymbols, ...reply }: NormalisedReply & Pick<NewPublication, 'body'>,
  { doubts }: PlaceJudgement,
): ChangeCounts {
  const { fetched, query, runId, exactly, accept } = order;
  const { datasetId, table, alternative } = fetched;
  const { cube } = reply;
  // A table that answers for some years only is held against itself, whichever was read last.
  const before = fetched.years === undefined ? null : findNewestPublication(store, datasetId, table);
  const last = findNewestPublication(store, datasetId);
  const newest = before ?? last;
  const isSameQuery = newest?.query === query;
  const isSameReply = isSameQuery && last?.publicationId === newest.publicationId && newest.sha256 === fetched.sha256;
  const isNewTable = newest !== null && newest.table !== table;
  const contract = readContract(store, datasetId, before?.table ?? null);
  const gate = openGate(accept);
  const notOffered = codesNotOffered(order);
  judgeUnits(contract, cube, isSameQuery ? null : fetched.contentsRules);
  gate.hold(() => judgeDecimals(contract, cube));
  if (isSameQuery) gate.hold(() => judgeContract(contract, cube, { alternative, isNewTable, notOffered }));
  // A period that has been let in once is not a new one.
  if (newest?.latestPeriod !== reply.latestPeriod) gate.hold(() => judgeNewPeriods(cube));
  // Tables are held against each other when a question is new: the same one again has been let in.
  if (fetched.years !== undefined && before?.query !== query) {
    const stored = createDatasetReader(store)(datasetId);
    if (stored?.publication.alternative === alternative) gate.hold(() => judgeJoin(cube, table, stored));
  }
  const gaps = findNewGaps(store, fetched, reply);
  gate.hold(() => judgeParts(cube, gaps));
  const isSameTable = newest !== null && !isNewTable && newest.alternative === alternative;
  const publication: NewPublication = {
    datasetId,
    ...reply,
    table,
    licence: fetched.licence,
    retrievedAt: fetched.retrievedAt,
    sha256: fetched.sha256,
    request: fetched.request,
    query,
    // What was not asked for has not been withdrawn.
    completeness: !isSameTable ? 'partial' : isSameQuery && notOffered.length === 0 ? 'whole' : 'whole-series',
    alternative,
    alternativeReason: fetched.alternativeReason,
    coverage: fetched.coverage,
    ...(fetched.years && { years: fetched.years }),
    regions: fetched.regions,
    quantities: fetched.quantities,
  };
  // Numbers in force before are nearly those of now; the judge counts what is gone.
  const numbers = cube.values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const judge = (changes: ChangeSummary) => {
    gate.hold(() => judgeChanges(exceptDoubtful(changes, cube, fetched.regions, doubts), numbers));
    // The reply that is stored already need not be stored twice.
    if (isSameReply && isEmpty(changes)) return 'undo';
    recordAcceptances(store, datasetId, gate.acceptances(acceptedZeros));
    recordUnknownSymbols(store, datasetId, unknownSymbols);
    return 'keep';
  };
  const { publicationId, ...changes } = storePublication(store, publication, judge, runId, exactly);
  // The same figures, and yet a program of today may know a symbol that it did not know when it took them in.
  if (publicationId === null) recordUnknownSymbols(store, datasetId, unknownSymbols);
  return countsOf(changes);
}

/** Every code of the places that the table does not offer, as its region variable would have them. */
function codesNotOffered({ fetched, geography }: IntakeOrder): readonly string[] {
  const { missingPlaces = [], regions, coverage } = fetched;
  if (regions === null) return [];
  const level = coverage === 'county' ? 'county' : 'municipality';
  return missingPlaces.flatMap(({ code }) => {
    const older = findPlace(geography, level, code)?.codes.map((validity) => validity.code) ?? [];
    return [code, ...older].map((one) => `${regions.prefix}${one}`);
  });
}

function countsOf({ inserted, revised, unchanged, withdrawn }: ChangeSummary): ChangeCounts {
  return { inserted, revised, unchanged, withdrawn };
}
