import { PipelineError } from '../../model/errors.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { Geography } from '../../model/data/place.ts';
import type { DataReply } from '../../model/data/retrieval.ts';
import { type Choice, chooseAlternative } from '../choose/choose-alternative.ts';
import { splitSelection } from './split-query.ts';
import type { SsbClient } from './ssb-client.ts';
import type { TableMetadata } from '../describe/table-metadata.ts';

export interface CheckedQuery {
  readonly definition: DatasetDefinition;
  readonly metadata: TableMetadata;
  readonly codeLists: ReadonlyMap<string, readonly string[]>;
  readonly geography: Geography;
  readonly maxCells: number;
}

export interface RetrievedReplies {
  readonly choice: Choice;
  /** One per request. */
  readonly replies: readonly DataReply[];
  /** Clauses about alternatives that fitted the metadata and were refused all the same. */
  readonly refusals: readonly string[];
}

/**
 * Asks for the first alternative that fits, and for the next one that does when the source refuses it: a code list can
 * hold codes that a table does not take. Throws the refusal when nothing is left, and any other error at once.
 */
export async function askForData(client: SsbClient, query: CheckedQuery): Promise<RetrievedReplies> {
  const { definition, metadata, codeLists, geography } = query;
  const choice = chooseAlternative(definition, metadata, codeLists, geography);
  try {
    return { choice, replies: await askInParts(client, choice, query), refusals: [] };
  } catch (refusal) {
    if (!isCode(refusal, 'source-rejected-query')) throw refusal;
    const later = definition.alternatives.slice(definition.alternatives.indexOf(choice.alternative) + 1);
    if (later.length === 0) throw refusal;
    const next = await askForData(client, { ...query, definition: { ...definition, alternatives: later } }).catch(
      (failure: unknown) => {
        throw isCode(failure, 'query-misfit') ? refusal : failure;
      },
    );
    const clause = `"${choice.alternative.id}" was refused by the source: ${refusal.message.replace(/\.$/, '')}`;
    return { ...next, refusals: [clause, ...next.refusals] };
  }
}

function isCode(failure: unknown, code: PipelineError['code']): failure is PipelineError {
  return failure instanceof PipelineError && failure.code === code;
}

async function askInParts(
  client: SsbClient,
  choice: Choice,
  { metadata, maxCells }: CheckedQuery,
): Promise<readonly DataReply[]> {
  const splitBy = metadata.variables
    .filter(({ code, role }) => role === 'time' || role === 'geo' || code === choice.regions?.dimension)
    .map(({ code }) => code);
  const replies: DataReply[] = [];
  for (const part of splitSelection(choice.selection, metadata, { maxCells, splitBy })) {
    replies.push(await client.data(metadata.table, part));
  }
  return replies;
}
