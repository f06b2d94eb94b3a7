import type { Command } from 'commander';
import { proposeTable } from '../../app/datasets/propose-table.ts';
import { tryDataset } from '../../app/datasets/try-dataset.ts';
import { proposedLines, writeProposal } from '../../app/datasets/write-proposal.ts';
import { namedFolder } from '../../app/named-folder.ts';
import { findPlanClock } from '../../app/plan-clock.ts';
import type { CommandContext } from '../command-context.ts';
import { nextCommands, proposalText, toDecide } from '../dataset/proposal-text.ts';
import { trialText } from '../dataset/trial-text.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { printJson } from '../print.ts';
import { createProgress } from '../progress.ts';

interface AddFlags {
  readonly job?: string;
  readonly id?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `dataset`: another table of the source, from its metadata to lines of settings, and tried before it is used. */
export function addDatasetCommand(program: Command, { output, finish }: CommandContext): void {
  const group = program
    .command('dataset')
    .description('Another table: written into datasets.yaml, and tried before it is used.');
  group
    .command('add')
    .description('Reads the metadata of a table and writes a proposal into datasets.yaml; all else there is kept.')
    .argument('<table>', 'table number of five digits, or words of its title to search for')
    .option('--job <id>', 'the job that the dataset is to be in; one of its own when left out')
    .option('--id <id>', 'what indicators call the dataset; of its title in English when left out')
    .option('--dry-run', 'print the lines, and write nothing')
    .option('--json', 'one JSON document')
    .action(async (table: string, { dryRun, json, ...chosen }: AddFlags) => {
      const proposed = await proposeTable(table, chosen);
      const written = dryRun ? null : writeProposal(proposed);
      const [decide, next] = [toDecide(proposed), nextCommands(proposed, namedFolder())];
      if (json) printJson(output, { ...proposed, written, toDecide: decide, next });
      else if (written === null) output.out(proposedLines(proposed));
      else output.out(`${proposalText(proposed, written, { columns: output.columns, folder: namedFolder() })}\n`);
    });
  group
    .command('try')
    .description('Fetches a dataset of the settings and shows what came of it; stores nothing, and makes no database.')
    .argument('<id>', 'id of the dataset, as in datasets.yaml')
    .option('--json', 'one JSON document')
    .action(async (id: string, { json }: { readonly json?: true }) => {
      const trial = await tryDataset(id, createProgress(process.stderr, findPlanClock().language));
      if (trial.refused !== null) finish(exitCodeOf('source-contract'));
      if (json) printJson(output, trial);
      else output.out(trialText(trial, output.columns));
    });
}
