import { PipelineError } from '../../model/errors.ts';
import type { DatasetAlternative, DatasetDefinition } from '../../model/data/job.ts';
import type { CodeListValue } from '../../model/data/place-witness.ts';
import { needsList } from '../choose/fit-categories.ts';
import type { SsbClient } from '../ask/ssb-client.ts';
import { findVariable, type TableMetadata } from './table-metadata.ts';

/** By id. */
export type CodeLists = ReadonlyMap<string, readonly CodeListValue[]>;

/** Lists that sum municipalities to today's borders, under each of the spellings that tables use. */
const SUMMING = /^agg_KommSummer/i;

/**
 * The code lists that alternatives name and the table offers; one whose codes the variable has itself is not needed. One that SSB refuses is left out, and its alternative with
 * it; a source that is down must not make a worse alternative look like the best, so any other failure is thrown on.
 */
export async function readCodeLists(
  client: SsbClient,
  { alternatives }: DatasetDefinition,
  metadata: TableMetadata,
): Promise<CodeLists> {
  const wanted = alternatives.flatMap((alternative) => [
    ...regionLists(alternative, metadata),
    ...selectedLists(alternative, metadata),
  ]);
  const lists = new Map<string, readonly CodeListValue[]>();
  for (const id of new Set(wanted)) {
    const list = await readIfKnown(client, id);
    if (list !== null) lists.set(id, list);
  }
  return lists;
}

/** The codes of each list alone. */
export function codesOfLists(lists: CodeLists): ReadonlyMap<string, readonly string[]> {
  return new Map([...lists].map(([id, values]) => [id, values.map(({ code }) => code)]));
}

/**
 * The list by which the regions of a choice can be checked: its own, else one that sums to today's borders, which costs a
 * request when no alternative names it. `null` when the table offers none.
 */
export async function readWitnessList(
  client: SsbClient,
  lists: CodeLists,
  { used, offered }: { readonly used: string | undefined; readonly offered: readonly string[] },
): Promise<readonly CodeListValue[] | null> {
  if (used !== undefined) return lists.get(used) ?? null;
  const summing = offered.filter((id) => SUMMING.test(id));
  const read = summing.find((id) => lists.has(id));
  if (read !== undefined) return lists.get(read) ?? null;
  return summing[0] === undefined ? null : readIfKnown(client, summing[0]);
}

async function readIfKnown(client: SsbClient, id: string): Promise<readonly CodeListValue[] | null> {
  try {
    return await client.codeList(id);
  } catch (failure) {
    if (!(failure instanceof PipelineError && failure.code === 'source-rejected-query')) throw failure;
    return null;
  }
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
