import { PipelineError } from '../../model/errors.ts';
import type { FetchedDataset } from '../../model/data/retrieval.ts';
import type { DataSelection } from '../ask/query-string.ts';
import type { SsbClient } from '../ask/ssb-client.ts';

/**
 * English labels of the codes that a query takes from code lists, by variable and code: the table's own metadata has
 * none of them. One request a list, and none for one that the client has asked for before. Only labels come from it, so
 * a list that cannot be retrieved has none, and figures are ingested without.
 */
export async function readEnglishLabels(
  client: SsbClient,
  selection: DataSelection,
): Promise<NonNullable<FetchedDataset['labelsEn']>> {
  const labels: Record<string, Readonly<Record<string, string>>> = {};
  for (const { variable, codeList } of selection) {
    if (codeList === undefined) continue;
    labels[variable] = await labelsOf(client, codeList);
  }
  return labels;
}

async function labelsOf(client: SsbClient, codeList: string): Promise<Readonly<Record<string, string>>> {
  try {
    const values = await client.codeListInEnglish(codeList);
    return Object.fromEntries(values.map(({ code, label }) => [code, label]));
  } catch (failure) {
    if (failure instanceof PipelineError) return {};
    throw failure;
  }
}
