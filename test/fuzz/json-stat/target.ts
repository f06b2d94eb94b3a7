import fc from 'fast-check';
import { mergeCubes } from '../../../src/normalise/merge/merge-cubes.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { readJsonStat } from '../../../src/normalise/json-stat/read-json-stat.ts';
import { readReply } from '../../../src/source/read-replies.ts';
import type { Cube } from '../../../src/model/data/cube.ts';
import type { ErrorCode } from '../../../src/model/errors.ts';
import type { RetrievedDataset } from '../../../src/model/data/retrieval.ts';
import { BYTE_CHANGE_NAMES, BYTE_CHANGES, type ByteChangeName } from '../support/mutate-bytes.ts';
import { randomFrom } from '../support/random.ts';
import { requireCleanPrototypes, requireRefusal } from '../support/refusal.ts';
import type { Answer, FuzzTarget } from '../support/target.ts';
import { requireSameCells } from './cube-reading.ts';
import { CHANGE_NAMES, type ChangeName, mutateTree } from './mutate-tree.ts';
import type { SourceDocument } from './source-documents.ts';
import { openTrialDatabase, type TrialDatabase } from './trial-database.ts';
import { writeJson } from './write-json.ts';

export interface JsonStatCase {
  readonly source: number;
  readonly changes: readonly (readonly [change: ChangeName, seed: number])[];
  readonly byteChanges: readonly (readonly [change: ByteChangeName, seed: number])[];
}

const REFUSALS: readonly ErrorCode[] = ['source-contract', 'time-period-format', 'publication-quarantined'];
const REPLY = {
  what: 'The data of table 00000',
  address: 'http://127.0.0.1/data?x=1',
  contentType: 'application/json; charset=utf-8',
  request: 'GET http://127.0.0.1/data?x=1',
};
/** Writing takes a hundred times as long as reading; every so many of those that are read are written too. */
const WRITE_EVERY = 12;

const seed = fc.nat({ max: 2 ** 31 - 1 });

/** Replies of a statistical office, changed where it hurts. What is read may be written; what is written is read back. */
export function jsonStatTarget(sources: readonly SourceDocument[]): FuzzTarget<JsonStatCase> {
  const database = openTrialDatabase();
  let read = 0;
  return {
    cases: fc.record({
      source: fc.nat({ max: sources.length - 1 }),
      changes: fc.array(fc.tuple(fc.constantFrom(...CHANGE_NAMES), seed), { maxLength: 4 }),
      byteChanges: fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(fc.tuple(fc.constantFrom(...BYTE_CHANGE_NAMES), seed), { maxLength: 2 }) },
      ),
    }),
    attempt: (input) => {
      const cube = readOrRefuse(bytesOf(input, sources));
      requireCleanPrototypes();
      if (cube === null) return 'refused';
      read += 1;
      return read % WRITE_EVERY === 0 ? writeOrRefuse(cube, database) : 'taken in';
    },
    show: (input) => `${sources[input.source]!.name}: ${bytesOf(input, sources).toString('utf8').slice(0, 3000)}`,
    finish: () => database.close(),
  };
}

function bytesOf({ source, changes, byteChanges }: JsonStatCase, sources: readonly SourceDocument[]): Buffer {
  const document = structuredClone(sources[source]!.document);
  for (const [change, seedOfChange] of changes) mutateTree(document, change, randomFrom(seedOfChange));
  return byteChanges.reduce(
    (bytes: Buffer, [change, seedOfChange]) => BYTE_CHANGES[change](bytes, randomFrom(seedOfChange)),
    Buffer.from(writeJson(document)),
  );
}

/** The way of a reply through the product, held against the reply itself; `null` when it was refused. */
function readOrRefuse(body: Buffer): Cube | null {
  let document: unknown;
  let cube: Cube;
  try {
    document = readReply({ ...REPLY, body });
    cube = readJsonStat(document);
  } catch (error) {
    requireRefusal(error, REFUSALS);
    return null;
  }
  requireSameCells(cube, JSON.parse(body.toString('utf8').replace(/^\ufeff/, '')));
  mergeCubes([cube, cube]);
  try {
    return normalise(retrieved(document, cube), { own: '3301', municipalities: [], counties: [], peerGroups: [] }, [])
      .cube;
  } catch (error) {
    requireRefusal(error, REFUSALS);
    return null;
  }
}

/** As if all that came had been asked for. The document serves as its own metadata in English. */
function retrieved(document: unknown, { dimensions, time }: Cube): RetrievedDataset {
  const expected = [...dimensions, time].map(
    ({ code, categories }) => [code, categories.map((each) => each.code)] as const,
  );
  return {
    datasetId: 'fuzz',
    table: '00000',
    documents: [document],
    metadataEn: document,
    body: Buffer.from(''),
    sha256: '',
    request: [],
    licence: 'CC BY 4.0',
    retrievedAt: '2026-03-02T10:00:00.000Z',
    alternative: 'only',
    alternativeReason: 'The first alternative is offered.',
    coverage: 'municipality',
    regions: null,
    quantities: {},
    contentsRules: {},
    expected: Object.fromEntries(expected),
  };
}

function writeOrRefuse(cube: Cube, database: TrialDatabase): Answer {
  try {
    database.takeInAndUndo(cube);
    return 'taken in';
  } catch (error) {
    requireRefusal(error, REFUSALS);
    return 'refused';
  }
}
