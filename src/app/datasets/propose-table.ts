import { isTransient, PipelineError } from '../../model/errors.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { Settings } from '../../model/plan/settings.ts';
import { systemClock } from '../../platform/clock.ts';
import { byNearness } from '../../platform/nearest-word.ts';
import { createSsbClient, type SsbClient } from '../../source/ask/ssb-client.ts';
import { readGoneTable } from '../../source/describe/gone-table.ts';
import {
  type DatasetProposal,
  placeLists,
  type ProposalGround,
  proposeDataset,
} from '../../source/describe/propose-dataset.ts';
import { metadataSaysClosed } from '../../source/describe/table-title.ts';
import type { TableMetadata, TableSummary } from '../../source/describe/table-metadata.ts';
import { problemOfName } from '../../settings/checks/check-added.ts';
import type { Environment } from '../../settings/environment.ts';
import { readConfig } from '../../settings/read-config.ts';
import type { NewDataset } from '../../settings/write/datasets-text.ts';
import { openEnvironment, openSettings } from '../open-settings.ts';
import { pacing } from '../source/pacing.ts';
import { unknownName } from '../unknown-name.ts';
import { datasetsToRead } from './unwritten-datasets.ts';
import { idByNumber, proposalLines, proposeId } from './proposal-lines.ts';

/** What `dataset add` found. */
export interface TableProposal {
  readonly id: string;
  readonly job: string;
  readonly discontinued: boolean;
  /** Datasets that are asked of the same table already. */
  readonly alike: readonly string[];
  readonly proposal: DatasetProposal;
  /** Its entry in `datasets.yaml`, and the job it needs. */
  readonly entry: NewDataset;
}

/** What a person has chosen of it; the rest is proposed. */
export interface ProposalOptions {
  readonly job?: string;
  readonly id?: string;
}

const NEAREST = 8;
/** Free of the jobs that come with the program. */
const OWN_JOB = { id: 'own', title: 'Egne tabeller', schedule: '52 8 * * 1-5' };

/**
 * Reads a table's metadata and proposes a dataset on it, without a database. Throws `usage` for a job there is not, a name
 * that is taken or is none, words in place of a number, and a number that the source does not know, with the tables that
 * a search finds; otherwise what the client throws.
 */
export async function proposeTable(table: string, chosen: ProposalOptions): Promise<TableProposal> {
  const environment = openEnvironment();
  const datasets = datasetsToRead(environment.configDir);
  const settings = openSettings(environment, datasets);
  const known = jobsAndDatasets(environment, settings, datasets);
  if (chosen.job !== undefined && !known.jobs.includes(chosen.job)) throw unknownName('job', chosen.job, known.jobs);
  if (chosen.id !== undefined) refuseName(chosen.id, known.datasets);
  const client = createSsbClient({ baseUrl: environment.ssbApiUrl, ...pacing(systemClock) });
  const metadata = await readTable(client, table);
  const english = await optional(client.metadata(table, 'en'));
  const own = ownPlaces(settings);
  const proposal = proposeDataset({ metadata, english, codeLists: await readLists(client, metadata), own });
  const id = chosen.id ?? freeId(proposal, known.datasets);
  const discontinued = metadataSaysClosed(metadata) || (await optional(client.table(table)))?.discontinued === true;
  const job = chosen.job ?? OWN_JOB.id;
  const alike = known.datasets.filter((one) => one.table === table).map((one) => one.id);
  const remarks = [
    `Proposed from the metadata of table ${table}; what is guessed says so.`,
    ...(discontinued ? ['The table is marked as discontinued: it will get no new figures.'] : []),
  ];
  const lines = proposalLines(proposal, { id, job }, remarks);
  return { id, job, discontinued, alike, proposal, entry: { lines, job: known.jobs.includes(job) ? null : OWN_JOB } };
}

interface KnownDatasets {
  readonly jobs: readonly string[];
  readonly datasets: readonly DatasetDefinition[];
}

/** All there are, those that are not fetched and jobs without a dataset too. */
function jobsAndDatasets(
  { configDir }: Environment,
  { jobs, unused }: Settings,
  datasets: string | undefined,
): KnownDatasets {
  const added = readConfig(configDir, datasets).config.datasets.content?.jobs ?? [];
  return {
    jobs: [...new Set([...jobs.map(({ id }) => id), ...unused.map(({ job }) => job), ...added.map(({ id }) => id)])],
    datasets: [...jobs.flatMap(({ datasets }) => datasets), ...unused.map(({ definition }) => definition)],
  };
}

/** Throws `usage` where the name of this table is taken by a dataset on it: to ask twice is a choice. */
function freeId(proposal: DatasetProposal, datasets: KnownDatasets['datasets']): string {
  const id = proposeId(proposal);
  const isOther = datasets.some((one) => one.id === id && one.table !== proposal.table);
  const free = isOther ? idByNumber(proposal.table) : id;
  refuseName(free, datasets);
  return free;
}

function refuseName(id: string, datasets: KnownDatasets['datasets']): void {
  const problem = problemOfName(id);
  if (problem !== null) throw new PipelineError('usage', problem, { hint: 'Give another name with --id.' });
  const taken = datasets.find((one) => one.id === id);
  if (taken === undefined) return;
  const what = typeof taken.table === 'string' ? `a dataset on table ${taken.table}` : 'another dataset';
  throw new PipelineError('usage', `'${id}' is the name of ${what} already; nothing was written.`, {
    hint: 'Give the new one a name of its own with --id, or change the lines that are there.',
  });
}

function ownPlaces({ geography }: Settings): ProposalGround['own'] {
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
