import { PipelineError } from '../../model/errors.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { TableStanding } from '../../model/data/source-description.ts';
import type { DatasetDiagnosis, Examination, DatasetFinding } from '../../source/choose/diagnose-dataset.ts';
import type { ReadMetadata } from '../../source/describe/metadata-cache.ts';
import type { SsbClient } from '../../source/ask/ssb-client.ts';
import type { TableMetadata } from '../../source/describe/table-metadata.ts';
import { judgeStanding, ownTable, standingOfGone } from './judge-standing.ts';
import type { Progress } from '../progress.ts';
import { type Asking, proposeSwitch, type SwitchProposal } from './propose-switch.ts';
import { type FindSuccessor, searchTogether } from './search-once.ts';
import { whatIsWrong, whatToDo } from './standing-sentence.ts';

/** A dataset, and what the source said of it. */
export interface Examined extends Examination {
  readonly definition: DatasetDefinition;
}

/** What an examination of successors goes by; `findings` takes what could not be asked. */
export interface SuccessorQuestion extends Asking {
  readonly client: SsbClient;
  readonly readMetadata: ReadMetadata;
  readonly findings: DatasetFinding[];
  readonly progress: Progress;
}

/** Diagnoses with what is wrong with their tables, and how each such dataset would continue where a table was found. */
export interface ExaminedSuccessors {
  readonly datasets: readonly DatasetDiagnosis[];
  readonly switches: readonly SwitchProposal[];
}

/**
 * Looks for the tables that continue those of datasets that are closed, gone or overtaken, all living ones with one
 * search, and proposes the switch to each. Never throws a `PipelineError`.
 */
export async function examineSuccessors(
  question: SuccessorQuestion,
  examined: readonly Examined[],
): Promise<ExaminedSuccessors> {
  const { client, findings, progress } = question;
  const datasets: DatasetDiagnosis[] = [];
  const switches: SwitchProposal[] = [];
  if (examined.length === 0) return { datasets, switches };
  progress.start({ step: 'successors' });
  const found = await Promise.all(examined.map(async (one) => ({ one, own: await metadataOf(question, one) })));
  const owns = found.flatMap(({ own }) => (own === null ? [] : [ownTable(own)]));
  const find = searchTogether(client, owns, ({ message, hint }) => findings.push({ problem: message, advice: hint }));
  for (const { one, own } of found) {
    const standing = await judge(one, own, find);
    datasets.push(standing === null ? one.diagnosis : withFindings(one.diagnosis, standing));
    const next = await attempt(question, standing?.successor?.table ?? null);
    if (standing === null || next === null) continue;
    const { table, lastPeriod } = standing;
    switches.push(proposeSwitch({ definition: one.definition, table, own, lastPeriod, next }, question));
  }
  progress.done({ step: 'successors', switches: switches.length });
  return { datasets, switches };
}

function judge(
  { definition, diagnosis, gone }: Examined,
  own: TableMetadata | null,
  find: FindSuccessor,
): Promise<TableStanding | null> {
  const entrySaysClosed = () => Promise.resolve(diagnosis.discontinued === true);
  const asked = { before: null, now: new Date(0).toISOString(), lookForTwin: true, find, entrySaysClosed };
  if (gone === null) return own === null ? Promise.resolve(null) : judgeStanding(own, definition, asked);
  return standingOfGone({ id: gone, label: definition.title, variables: [], lastPeriod: null }, asked);
}

/** For a table that is gone the diagnosis says so; a closed one is reported once, with its successor. */
function withFindings(diagnosis: DatasetDiagnosis, standing: TableStanding): DatasetDiagnosis {
  const { datasetId, findings } = diagnosis;
  const advice = whatToDo(standing);
  if (standing.kind === 'gone') {
    const more = standing.successor === null ? '' : ` ${advice}`;
    return { ...diagnosis, findings: findings.map((one) => ({ ...one, advice: `${one.advice}${more}` })) };
  }
  const others = findings.filter(({ problem }) => !problem.includes('is marked as discontinued'));
  return {
    ...diagnosis,
    findings: [...others, { problem: whatIsWrong(standing, `${datasetId} rests on it`), advice }],
  };
}

/** Of a table that the diagnosis has read: nothing is asked again. */
function metadataOf(question: SuccessorQuestion, { diagnosis }: Examined): Promise<TableMetadata | null> {
  return diagnosis.label === null ? Promise.resolve(null) : attempt(question, diagnosis.table);
}

async function attempt(
  { readMetadata }: Pick<SuccessorQuestion, 'readMetadata'>,
  table: string | null,
): Promise<TableMetadata | null> {
  if (table === null) return null;
  try {
    return await readMetadata(table, 'no');
  } catch (failure) {
    if (failure instanceof PipelineError) return null;
    throw failure;
  }
}
