import { PipelineError } from '../../model/errors.ts';
import type { Successor } from '../../model/data/source-description.ts';
import {
  chooseSuccessor,
  findSuccessor,
  type Kinship,
  type OwnTable,
  searchForTwins,
} from '../../source/describe/find-successor.ts';
import type { SsbClient } from '../../source/ask/ssb-client.ts';
import type { TableSummary } from '../../source/describe/table-metadata.ts';
import { saysClosed } from '../../source/describe/table-title.ts';

/** Finds the table that continues an ended one, or a newer one beside it; `null` for none. */
export type FindSuccessor = (own: OwnTable, kinship: Kinship) => Promise<Successor | null>;

/**
 * Searches through a client, each table once whatever the number of datasets on it. A search that fails has found
 * nothing, and is handed to `onFailure`.
 */
export function searchOnce(client: SsbClient, onFailure: (failure: PipelineError) => void): FindSuccessor {
  const searched = new Map<string, Promise<Successor | null>>();
  return (own, kinship) => {
    const key = `${own.id}/${kinship}`;
    const known = searched.get(key);
    if (known !== undefined) return known;
    const asked = findSuccessor(client, own, kinship).catch((failure: unknown) => {
      if (!(failure instanceof PipelineError)) throw failure;
      onFailure(failure);
      return null;
    });
    searched.set(key, asked);
    return asked;
  };
}

/**
 * As `searchOnce`, for many tables: the twins of all those named are searched for with one request, when the first is
 * asked for; tables that have ended each with their own.
 */
export function searchTogether(
  client: SsbClient,
  tables: readonly OwnTable[],
  onFailure: (failure: PipelineError) => void,
): FindSuccessor {
  const alone = searchOnce(client, onFailure);
  let together: Promise<readonly TableSummary[]> | undefined;
  return async (own, kinship) => {
    if (kinship === 'heir') return alone(own, kinship);
    together ??= searchForTwins(client, tables).catch((failure: unknown) => {
      if (!(failure instanceof PipelineError)) throw failure;
      onFailure(failure);
      return [];
    });
    return chooseSuccessor(await together, own, 'twin');
  };
}

/** Does the entry of a table say that it is closed? An entry that cannot be retrieved says nothing. */
export async function entrySaysClosed(client: SsbClient, table: string): Promise<boolean> {
  try {
    return saysClosed(await client.table(table));
  } catch (failure) {
    if (failure instanceof PipelineError) return false;
    throw failure;
  }
}
