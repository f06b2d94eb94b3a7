import { PipelineError } from '../model/errors.ts';
import type { DatasetAlternative, DatasetDefinition } from '../model/job.ts';
import { needsList } from './fit-categories.ts';
import type { SsbClient } from './ssb-client.ts';
import { findVariable, type TableMetadata } from './table-metadata.ts';

/**
 * The code lists that alternatives name and the table offers; one whose codes the variable has itself is not needed. One that SSB refuses is left out, and its alternative with
 * it; a source that is down must not make a worse alternative look like the best, so any other failure is thrown on.
 */
export async function readCodeLists(
  client: SsbClient,
  { alternatives }: DatasetDefinition,
  metadata: TableMetadata,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = alternatives.flatMap((alternative) => [
    ...regionLists(alternative, metadata),
    ...selectedLists(alternative, metadata),
  ]);
  const lists = new Map<string, readonly string[]>();
  for (const id of new Set(wanted)) {
    try {
      lists.set(id, await client.codeList(id));
    } catch (failure) {
      if (!(failure instanceof PipelineError && failure.code === 'source-rejected-query')) throw failure;
    }
  }
  return lists;
}

function regionLists({ regions }: DatasetAlternative, metadata: TableMetadata): readonly string[] {
  const offered = regions === undefined ? [] : (findVariable(metadata, regions.variable)?.codeLists ?? []);
  return offered.filter((id) => id === regions?.codeList?.id);
}

function selectedLists({ select }: DatasetAlternative, metadata: TableMetadata): readonly string[] {
  return Object.entries(select).flatMap(([name, wanted]) => {
    const variable = findVariable(metadata, name);
    if (variable === undefined || typeof wanted === 'string' || !('codes' in wanted)) return [];
    return needsList(wanted, variable) ? [wanted.codeList] : [];
  });
}
