import type { TableProposal } from '../../app/datasets/propose-table.ts';
import type { WrittenDataset } from '../../app/datasets/write-proposal.ts';
import { renderLines } from '../print.ts';
import { typedCommand } from '../../words/typed-command.ts';

type Proposal = TableProposal['proposal'];

/** What of a proposal is guessed, and is for people to decide before figures rest on it: a sentence each. */
export function toDecide({
  proposal,
  entry,
  job,
}: Pick<TableProposal, 'proposal' | 'entry' | 'job'>): readonly string[] {
  const { contents, otherContents, variables, allowedAgeDays, places } = proposal;
  const others = otherContents.length === 0 ? '' : `; ${otherContents.length} more stand in comments`;
  const units = [...new Set(contents.map(({ unit }) => unit ?? 'none in the metadata'))];
  const left = variables.filter(({ codes }) => codes === null).map(({ code }) => code);
  const asked = variables.filter(({ codes }) => codes !== null).map(({ code }) => code);
  return [
    `places: ${places.map(placesWords).join('; where the table does not offer that, ')}`,
    `contents: ${contents.map(({ code }) => code).join(', ')}${others}`,
    `unit and quantity: ${units.join(', ')}, taken for ${contents[0]?.quantity ?? 'count'}: a count is summed over places, a percentage never is`,
    ...(left.length === 0 ? [] : [`left out, so that figures are of all of it: ${left.join(', ')}`]),
    ...(asked.length === 0 ? [] : [`asked for, as the lines say: ${asked.join(', ')}`]),
    `age: after ${allowedAgeDays} days without a new publication its figures count as stale`,
    entry.job === null
      ? `job: ${job}, which is there already; it is read when that job runs`
      : `job: ${job}, a new one, at '${entry.job.schedule}' (cron, Oslo time)`,
    'keep: true may go once an indicator names the dataset: one that nothing uses is not fetched',
  ];
}

function placesWords({ coverage, regions }: Proposal['places'][number]): string {
  if (regions === null) return 'none of those of the settings: the whole country, or what the lines ask of its regions';
  const whose =
    coverage === 'county'
      ? 'the counties of the own municipality and of the peers'
      : 'the own municipality and the peers';
  const how =
    regions.codeList === undefined ? 'by the codes of each year' : `by today's borders (${regions.codeList.id})`;
  return `${whose}, ${how}`;
}

/** The commands to type next, in their order. */
export function nextCommands({ id }: Pick<TableProposal, 'id'>, folder: string | null): readonly string[] {
  return [`dataset try ${id}`, 'config check'].map((command) => typedCommand(command, folder));
}

/** What was written where, for a terminal of so many columns; `folder` where one is named. Commands are never broken. */
export function proposalText(
  proposed: TableProposal,
  { file, isNew }: WrittenDataset,
  { columns, folder }: { readonly columns: number | undefined; readonly folder: string | null },
): string {
  const { id, discontinued, alike, proposal } = proposed;
  const lines = [
    `${id}, table ${proposal.table} «${proposal.title}», ${spanWords(proposal)}, is written into ${file}${isNew ? ', which is new' : ''}. The settings are in order with it.`,
    ...(discontinued ? ['The table is marked as discontinued: it will get no new figures.'] : []),
    ...(alike.length === 0 ? [] : [`That table is asked already: ${alike.join(', ')}.`]),
    '',
    'It is a proposal. To be decided by people, in that file:',
    ...toDecide(proposed).map((line) => `  ${line}`),
    '',
    'Next:',
  ];
  return [renderLines(lines, columns), ...nextCommands(proposed, folder).map((line) => `  ${line}`)].join('\n');
}

function spanWords({ span: [first, last] }: Proposal): string {
  return `${first} to ${last}`;
}
