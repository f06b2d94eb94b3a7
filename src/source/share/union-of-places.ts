import { PipelineError } from '../../model/errors.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { Geography } from '../../model/data/place.ts';
import { chooseAlternative } from '../choose/choose-alternative.ts';
import type { DataSelection } from '../ask/query-string.ts';
import { countCells } from '../ask/split-query.ts';
import { codesOfLists, readCodeLists } from '../describe/read-code-lists.ts';
import type { SsbClient } from '../ask/ssb-client.ts';
import { sameCode, type TableMetadata } from '../describe/table-metadata.ts';

/** A dataset of one of those who ask together, with the places it asks for. */
export interface AskedDataset {
  readonly definition: DatasetDefinition;
  readonly geography: Geography;
}

/** One question for several. */
export interface JointQuestion {
  readonly selection: DataSelection;
  /** Dimension of the places, by which the answer is cut; `null` where all ask the very same. */
  readonly dimension: string | null;
}

interface Wanted {
  readonly selection: DataSelection;
  readonly dimension: string | null;
}

/** Around one question about a table. */
export interface JointSurroundings {
  readonly metadata: TableMetadata;
  readonly maxCells: number;
  /** Of everyone, in an order that does not change: everyone then asks the same. */
  readonly datasets: readonly AskedDataset[];
}

/**
 * The question that asks at once for what everyone with the same question about other places wants, as far as the cell
 * limit of the source allows; `null` where nobody else asks it, or it is a part of a larger one.
 */
export async function findJointQuestion(
  client: SsbClient,
  selection: DataSelection,
  { metadata, maxCells, datasets }: JointSurroundings,
): Promise<JointQuestion | null> {
  const wanted: Wanted[] = [];
  for (const dataset of datasets) wanted.push(...(await selectionOf(client, dataset, metadata)));
  const own = wanted.find((one) => isSame(one.selection, selection));
  if (own === undefined) return null;
  const { dimension } = own;
  const rest = JSON.stringify(without(selection, dimension));
  const alike = wanted.filter(
    (one) => one.dimension === dimension && JSON.stringify(without(one.selection, dimension)) === rest,
  );
  if (alike.length < 2) return null;
  if (dimension === null) return { selection, dimension };
  const group = groupOf(
    own,
    alike,
    (codes) => countCells(withCodes(selection, dimension, codes), metadata) <= maxCells,
  );
  return group.askers < 2 ? null : { selection: withCodes(selection, dimension, group.codes), dimension };
}

/** Of a dataset on this table; none where the table does not offer it. */
async function selectionOf(
  client: SsbClient,
  { definition, geography }: AskedDataset,
  metadata: TableMetadata,
): Promise<readonly Wanted[]> {
  if (typeof definition.table === 'string' && !sameCode(definition.table, metadata.table)) return [];
  const codeLists = codesOfLists(await readCodeLists(client, definition, metadata));
  try {
    const { selection, regions } = chooseAlternative(definition, metadata, codeLists, geography);
    return [{ selection, dimension: regions?.dimension ?? null }];
  } catch (misfit) {
    if (misfit instanceof PipelineError) return [];
    throw misfit;
  }
}

interface Group {
  readonly codes: readonly string[];
  readonly askers: number;
}

/** The group that the own one is in: in their order, as many as fit together. */
function groupOf(own: Wanted, alike: readonly Wanted[], fits: (codes: readonly string[]) => boolean): Group {
  let group: Group = { codes: [], askers: 0 };
  let holdsOwn = false;
  for (const one of alike) {
    const codes = [...new Set([...group.codes, ...codesOf(one)])];
    if (group.askers === 0 || fits(codes)) group = { codes, askers: group.askers + 1 };
    else if (holdsOwn) break;
    else group = { codes: codesOf(one), askers: 1 };
    holdsOwn ||= one === own;
  }
  return group;
}

function codesOf({ selection, dimension }: Wanted): readonly string[] {
  return selection.find(({ variable }) => variable === dimension)?.codes ?? [];
}

function withCodes(selection: DataSelection, dimension: string, codes: readonly string[]): DataSelection {
  return selection.map((one) => (one.variable === dimension ? { ...one, codes } : one));
}

/** What is asked besides the places; the code list of the places is a part of it. */
function without(selection: DataSelection, dimension: string | null): DataSelection {
  return dimension === null ? selection : withCodes(selection, dimension, []);
}

function isSame(one: DataSelection, other: DataSelection): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
