import { isTransient, PipelineError } from '../../model/errors.ts';
import type { Settings } from '../../model/plan/settings.ts';
import { systemClock } from '../../platform/clock.ts';
import { byNearness } from '../../platform/nearest-word.ts';
import { createSsbClient, type SsbClient } from '../../source/ask/ssb-client.ts';
import { readGoneTable } from '../../source/describe/gone-table.ts';
import { type DatasetProposal, placeLists, proposeDataset } from '../../source/describe/propose-dataset.ts';
import { metadataSaysClosed } from '../../source/describe/table-title.ts';
import type { TableMetadata, TableSummary } from '../../source/describe/table-metadata.ts';
import { openEnvironment, openSettings } from '../open-settings.ts';
import { pacing } from '../source/pacing.ts';
import { unknownName } from '../unknown-name.ts';
import { proposalLines, proposeId } from './proposal-lines.ts';

/** What `dataset add` found. */
export interface TableProposal {
  readonly id: string;
  readonly job: string;
  readonly discontinued: boolean;
  readonly proposal: DatasetProposal;
  /** Lines for `datasets.yaml`. */
  readonly lines: readonly string[];
}

const NEAREST = 8;
const OWN_JOB = 'own';

/**
 * Reads a table's metadata and proposes a dataset on it, without a database. Throws `usage` for a job there is not, for
 * words in place of a number and for a number that the source does not know, with the tables that a search finds;
 * otherwise what the client throws.
 */
export async function proposeTable(table: string, job: string | undefined): Promise<TableProposal> {
  const environment = openEnvironment();
  const settings = openSettings(environment);
  const jobs = [...new Set([...settings.jobs.map(({ id }) => id), ...settings.unused.map((one) => one.job)])];
  if (job !== undefined && !jobs.includes(job)) throw unknownName('job', job, jobs);
  const client = createSsbClient({ baseUrl: environment.ssbApiUrl, ...pacing(systemClock) });
  const metadata = await readTable(client, table);
  const english = await optional(client.metadata(table, 'en'));
  const own = ownPlaces(settings);
  const proposal = proposeDataset({ metadata, english, codeLists: await readLists(client, metadata), own });
  const taken = [
    ...settings.jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id)),
    ...settings.unused.map(({ definition }) => definition.id),
  ];
  const id = proposeId(proposal, taken);
  const discontinued = metadataSaysClosed(metadata) || (await optional(client.table(table)))?.discontinued === true;
  const inJob = job ?? OWN_JOB;
  const remarks = [
    `Proposed from the metadata of table ${table}; paste it into datasets.yaml, then: config check, dataset try ${id}.`,
    ...(discontinued ? ['The table is marked as discontinued: it will get no new figures.'] : []),
  ];
  const lines = proposalLines(proposal, { id, job: inJob, isKnownJob: jobs.includes(inJob) }, remarks);
  return { id, job: inJob, discontinued, proposal, lines };
}

function ownPlaces({ geography }: Settings): { readonly municipality: string; readonly county: string } {
  const own = geography.municipalities.find(({ code }) => code === geography.own);
  return { municipality: geography.own, county: own?.county ?? geography.own.slice(0, 2) };
}

async function readTable(client: SsbClient, table: string): Promise<TableMetadata> {
  if (!/^\d{5}$/.test(table)) throw await noTable(client, table, `'${table}' is not a table number of five digits.`);
  try {
    return await client.metadata(table, 'no');
  } catch (failure) {
    if (readGoneTable(failure) === null) throw failure;
    throw await noTable(client, table, `The source knows no table ${table}.`);
  }
}

/** The refusal of a table, with those that a search for what was written finds. */
async function noTable(client: SsbClient, words: string, message: string): Promise<PipelineError> {
  const queries = /^\d+$/.test(words) ? [words, `${words}~`] : [words];
  const found: TableSummary[] = [];
  for (const query of queries) {
    if (found.length === 0) found.push(...((await optional(client.tables({ query, lang: 'no' }))) ?? []));
  }
  const nearest = byNearness(
    words,
    found.map(({ id }) => id),
  );
  const rank = ({ id }: TableSummary) => (/^\d+$/.test(words) ? nearest.indexOf(id) : 0);
  const live = [...found]
    .sort((a, b) => rank(a) - rank(b) || Number(a.discontinued) - Number(b.discontinued))
    .slice(0, NEAREST);
  const list = live.map(
    ({ id, label, lastPeriod }) => `\n  ${id} ${label.replace(/^\d+:\s*/, '')} (to ${lastPeriod ?? '–'})`,
  );
  const hint =
    list.length === 0
      ? "Look it up at https://www.ssb.no/statbank, or search by words of its title: dataset add 'folkemengde'."
      : `A search gives:${list.join('')}`;
  return new PipelineError('usage', message, { hint });
}

async function readLists(client: SsbClient, metadata: TableMetadata): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = new Map<string, readonly string[]>();
  for (const id of placeLists(metadata)) {
    const list = await optional(client.codeList(id));
    if (list !== null)
      lists.set(
        id,
        list.map(({ code }) => code),
      );
  }
  return lists;
}

/** What the proposal can do without: `null` where the source refuses it. One that is down must not make it a worse one. */
async function optional<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof PipelineError && !isTransient(failure.code)) return null;
    throw failure;
  }
}
