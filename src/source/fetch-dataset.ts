import { subtle } from 'node:crypto';
import { PipelineError } from '../model/errors.ts';
import type { DatasetDefinition } from '../model/data/job.ts';
import type { Geography } from '../model/data/place.ts';
import type { FetchedDataset } from '../model/data/retrieval.ts';
import { askForData } from './ask/ask-for-data.ts';
import { describeTable } from './describe/describe-table.ts';
import { readEnglishLabels } from './describe/english-code-lists.ts';
import { locateTable } from './describe/find-table.ts';
import { cachedMetadata, type MetadataCache, type ReadMetadata } from './describe/metadata-cache.ts';
import { codesOfLists, readCodeLists } from './describe/read-code-lists.ts';
import { readRegionWitness } from './choose/region-witness.ts';
import { DEFAULT_MAX_CELLS } from './ask/split-query.ts';
import type { SsbClient } from './ask/ssb-client.ts';

export interface FetchOptions {
  readonly now: () => Date;
  /** Handed in to share metadata between the datasets of a run. */
  readonly metadataCache?: MetadataCache;
}

/**
 * One dataset, brought home: its table found, its query checked against the table's metadata before it is sent, then
 * asked for in as few requests as the cell limit allows. The replies are not read yet. Throws `query-misfit` when the
 * table offers none of the alternatives, and whatever the client throws.
 */
export async function fetchDataset(
  client: SsbClient,
  definition: DatasetDefinition,
  geography: Geography,
  { now, metadataCache = new Map() }: FetchOptions,
): Promise<FetchedDataset> {
  const config = await client.config();
  const readMetadata = cachedMetadata(client, metadataCache);
  const table = await locateTable(client, definition, readMetadata);
  const metadata = await readMetadata(table.id, 'no');
  const codeLists = await readCodeLists(client, definition, metadata);
  const query = {
    definition,
    metadata,
    codeLists: codesOfLists(codeLists),
    geography,
    maxCells: config.maxDataCells ?? DEFAULT_MAX_CELLS,
  };
  const { choice, replies, refusals } = await askForData(client, query);
  const metadataEn = await englishMetadata(readMetadata, table.id);
  const body = joined(replies.map((reply) => reply.body));
  return {
    datasetId: definition.id,
    table: table.id,
    replies,
    metadataEn,
    description: describeTable({ metadata, codeLists, metadataEn, selection: choice.selection }),
    labelsEn: await readEnglishLabels(client, choice.selection),
    body,
    sha256: await sha256(body),
    request: replies.map(({ request }) => request),
    licence: config.licence,
    retrievedAt: now().toISOString(),
    alternative: choice.alternative.id,
    alternativeReason: asSentence([choice.reason, ...refusals, ...table.notes]),
    coverage: choice.alternative.coverage,
    regions: choice.regions,
    quantities: choice.quantities,
    contentsRules: choice.contentsRules,
    expected: choice.expected,
    missingPlaces: choice.missingPlaces,
    ...(definition.years && { years: definition.years }),
    ...(definition.sameAs && { sameAs: definition.sameAs }),
    parts: definition.parts ?? [],
    regionWitness: await readRegionWitness(client, choice, { metadata, codeLists }),
  };
}

/** Only labels come from it, so figures are ingested without. */
async function englishMetadata(readMetadata: ReadMetadata, table: string): Promise<unknown> {
  try {
    return (await readMetadata(table, 'en')).document;
  } catch (failure) {
    if (failure instanceof PipelineError) return null;
    throw failure;
  }
}

function asSentence(clauses: readonly string[]): string {
  return `${clauses.join('; ')}.`;
}

/** Off this thread: a large body would hold it up. */
async function sha256(body: Uint8Array): Promise<string> {
  return Buffer.from(await subtle.digest('SHA-256', body)).toString('hex');
}

function joined(bodies: readonly Uint8Array[]): Uint8Array {
  const [only] = bodies;
  if (bodies.length === 1 && only !== undefined) return only;
  return Buffer.concat(bodies.flatMap((body, i) => (i === 0 ? [body] : [Buffer.from('\n'), body])));
}
