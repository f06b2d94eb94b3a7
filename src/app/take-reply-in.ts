import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Geography } from '../model/place.ts';
import type { ChangeCounts, ChangeSummary, NewPublication } from '../model/publication.ts';
import type { FetchedDataset } from '../model/retrieval.ts';
import type { Correction } from '../model/settings.ts';
import { judgeChanges, judgeContract, judgeNewPeriods } from '../contract/judge-publication.ts';
import { type NormalisedReply, normalise } from '../normalise/normalise.ts';
import { readReplies } from '../source/read-replies.ts';
import { readContract } from '../store/contract.ts';
import { findNewestPublication } from '../store/newest-publication.ts';
import type { Store } from '../store/store.ts';
import { takeIn } from '../store/take-in.ts';
import { isEmpty } from './dataset-result.ts';

/** All that is needed to take one reply in: nothing but data, so that another thread can do it. */
export interface IntakeOrder {
  readonly fetched: FetchedDataset;
  readonly geography: Geography;
  readonly corrections: readonly Correction[];
  /** Tells one question from another, see `queryText`. */
  readonly query: string;
  readonly runId: number;
  /** Compare every figure with what is stored: the audit of the digests, and of the database. */
  readonly exactly: boolean;
  /** A person has looked at the quarantined reply and wants it in. */
  readonly accept: boolean;
}

export type Intake =
  | { readonly counts: ChangeCounts }
  /** `cells` of the reply that was refused; 0 when it could not be read. */
  | { readonly counts: null; readonly failure: unknown; readonly cells: number };

const compress = promisify(gzip);

/** Half the time of the level that zlib would take, for 3 % more bytes. */
const COMPRESSION_LEVEL = 4;
/** Of a reply, once compressed; one that takes more comes in two pieces. */
const EXPECTED_SHARE = 0.5;
/** The smallest piece that zlib allows. */
const MIN_CHUNK_BYTES = 64;

/** Reads a reply, checks it, and takes it in whole or not at all. Never throws: what went wrong is in the answer. */
export async function takeReplyIn(store: Store, order: IntakeOrder): Promise<Intake> {
  let cells = 0;
  try {
    // Begun first: another core compresses while this one reads. In one piece, since after each it waits for this one.
    const { body: reply } = order.fetched;
    const compressing = compress(reply, {
      level: COMPRESSION_LEVEL,
      chunkSize: Math.max(Math.ceil(reply.byteLength * EXPECTED_SHARE), MIN_CHUNK_BYTES),
    });
    const [body, read] = await Promise.all([compressing, readReply(order)]);
    cells = read.cube.values.length;
    return { counts: takeCubeIn(store, order, { ...read, body }) };
  } catch (failure) {
    return { counts: null, failure, cells };
  }
}

async function readReply({ fetched, geography, corrections }: IntakeOrder): Promise<NormalisedReply> {
  return Promise.resolve(normalise({ ...fetched, documents: readReplies(fetched) }, geography, corrections));
}

/** Ends an audit that found nothing: the store undoes everything when its judge throws. */
class NothingToKeep extends Error {
  readonly changes: ChangeSummary;

  constructor(changes: ChangeSummary) {
    super('nothing to keep');
    this.changes = changes;
  }
}

function takeCubeIn(
  store: Store,
  order: IntakeOrder,
  reply: NormalisedReply & Pick<NewPublication, 'body'>,
): ChangeCounts {
  const { fetched, query, runId, exactly, accept } = order;
  const { datasetId, alternative } = fetched;
  const { cube } = reply;
  const newest = findNewestPublication(store, datasetId);
  const isSameQuery = newest?.query === query;
  const isSameReply = isSameQuery && newest.sha256 === fetched.sha256;
  if (isSameQuery && !accept) judgeContract(readContract(store, datasetId), cube, alternative);
  if (!accept) judgeNewPeriods(cube);
  const publication: NewPublication = {
    datasetId,
    ...reply,
    table: fetched.table,
    licence: fetched.licence,
    retrievedAt: fetched.retrievedAt,
    sha256: fetched.sha256,
    request: fetched.request,
    query,
    completeness: isSameQuery ? 'whole' : 'partial',
    alternative,
    alternativeReason: fetched.alternativeReason,
    coverage: fetched.coverage,
    regions: fetched.regions,
    quantities: fetched.quantities,
  };
  // Numbers in force before are nearly those of now; the judge counts what is gone.
  const numbers = cube.values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const judge = (changes: ChangeSummary) => {
    if (!accept) judgeChanges(changes, numbers);
    // The reply that is stored already need not be stored twice.
    if (isSameReply && isEmpty(changes)) throw new NothingToKeep(changes);
  };
  try {
    return countsOf(takeIn(store, publication, judge, runId, exactly));
  } catch (end) {
    if (end instanceof NothingToKeep) return countsOf(end.changes);
    throw end;
  }
}

function countsOf({ inserted, revised, unchanged, withdrawn }: ChangeSummary): ChangeCounts {
  return { inserted, revised, unchanged, withdrawn };
}
