import type { RegionWitness } from '../../model/data/place-witness.ts';
import type { Choice } from './choose-alternative.ts';
import { type CodeLists, readWitnessList } from '../describe/read-code-lists.ts';
import type { SsbClient } from '../ask/ssb-client.ts';
import { findVariable, type TableMetadata } from '../describe/table-metadata.ts';

/**
 * What the table says of its own regions: the label of every code it offers, and the list that sums them. `null` for a
 * choice without regions.
 */
export async function readRegionWitness(
  client: SsbClient,
  { alternative, regions }: Choice,
  { metadata, codeLists }: { readonly metadata: TableMetadata; readonly codeLists: CodeLists },
): Promise<RegionWitness | null> {
  const variable = regions === null ? undefined : findVariable(metadata, regions.dimension);
  if (variable === undefined) return null;
  const used = alternative.regions?.codeList?.id;
  const codeList = await readWitnessList(client, codeLists, { used, offered: variable.codeLists });
  const labelled = [...variable.categories, ...(used === undefined ? [] : (codeList ?? []))];
  return { labels: Object.fromEntries(labelled.map(({ code, label }) => [code, label])), codeList };
}
