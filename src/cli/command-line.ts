import { Command, CommanderError } from 'commander';
import { inNamedFolder } from '../app/named-folder.ts';
import { findPlanClock } from '../app/plan-clock.ts';
import { readVersion } from '../app/version.ts';
import { PipelineError } from '../model/errors.ts';
import { refusalText } from '../words/refusal/refusal-text.ts';
import { EXIT_BUG, EXIT_USAGE, exitCodeOf } from './exit-codes.ts';
import type { CommandContext } from './command-context.ts';
import { commandOf, folderNamedIn } from './line/named-folder.ts';
import type { Output } from './print.ts';
import { usageText } from './usage-error.ts';

type AddCommand = (program: Command, context: CommandContext) => void;

/** In the order of the help. Only the command that is typed is loaded: all of them take a second of a slow machine. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['init', async () => (await import('./commands/init.ts')).addInitCommand],
  ['ingest', async () => (await import('./commands/ingest.ts')).addIngestCommand],
  ['import', async () => (await import('./commands/import.ts')).addImportCommand],
  ['status', async () => (await import('./commands/status.ts')).addStatusCommand],
  ['explain', async () => (await import('./commands/explain.ts')).addExplainCommand],
  ['history', async () => (await import('./commands/history.ts')).addHistoryCommand],
  ['check', async () => (await import('./commands/check.ts')).addCheckCommand],
  ['alerts', async () => (await import('./commands/alerts.ts')).addAlertsCommand],
  ['notes', async () => (await import('./commands/notes.ts')).addNotesCommand],
  ['report', async () => (await import('./commands/report.ts')).addReportCommand],
  ['export', async () => (await import('./commands/export.ts')).addExportCommand],
  ['backup', async () => (await import('./commands/backup.ts')).addBackupCommand],
  ['restore', async () => (await import('./commands/restore.ts')).addRestoreCommand],
  ['repair', async () => (await import('./commands/repair.ts')).addRepairCommand],
  ['config', async () => (await import('./commands/config.ts')).addConfigCommand],
  ['dataset', async () => (await import('./commands/dataset.ts')).addDatasetCommand],
  ['daemon', async () => (await import('./commands/daemon.ts')).addDaemonCommand],
  ['schedule', async () => (await import('./commands/schedule.ts')).addScheduleCommand],
  ['doctor', async () => (await import('./commands/doctor.ts')).addDoctorCommand],
]);

const EXIT_CODE_HELP = `
Exit codes:
  0 ok   1 a bug   2 settings or usage   3 source unavailable, try later   4 source or file refused
  5 database   6 delivery   7 some datasets failed, the rest are in`;

/** Runs one command line and gives its exit code. Every failure becomes one plain text on standard error. */
export async function runCommandLine(words: readonly string[], output: Output): Promise<number> {
  try {
    return await inNamedFolder(folderNamedIn(words), () => run(words, output));
  } catch (error) {
    return explainFailure(error, output);
  }
}

async function run(words: readonly string[], output: Output): Promise<number> {
  let exitCode = 0;
  try {
    const program = await createProgram(words, { output, finish: (code) => (exitCode = code) });
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainFailure(error, output);
  }
}

async function createProgram(words: readonly string[], context: CommandContext): Promise<Command> {
  const { output } = context;
  const program = new Command('naeringspuls')
    .description(
      "Follows a municipality's business plan: fetches figures, keeps every revision, says what is met and why.",
    )
    .version(readVersion(), '--version', 'print the version and end')
    .option(
      '--config <dir>',
      'folder of settings to work on; wins over CONFIG_DIR, and its `environment` over variables',
    )
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    // What is wrong is said below, in the language of the plan.
    .configureOutput({ writeOut: output.out, writeErr: output.err, outputError: () => undefined })
    .addHelpText('after', EXIT_CODE_HELP);
  for (const load of chooseCommands(words)) (await load())(program, context);
  for (const command of program.commands) inheritManners(command, program);
  return program;
}

/** The command whose name is typed; all of them when it is none of theirs, for the help and for what was meant. */
function chooseCommands(words: readonly string[]): readonly (() => Promise<AddCommand>)[] {
  const first = commandOf(words);
  if (first === '--version') return [];
  const typed = COMMANDS.get(first);
  return typed === undefined ? [...COMMANDS.values()] : [typed];
}

function inheritManners(command: Command, from: Command): void {
  command.copyInheritedSettings(from);
  for (const inner of command.commands) inheritManners(inner, command);
}

function explainFailure(error: unknown, output: Output): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const said = usageText(error, findPlanClock().language);
    if (said !== null) output.err(`${said}\n`);
    return EXIT_USAGE;
  }
  if (error instanceof PipelineError) {
    const { message, hint } = error.refusal === null ? error : refusalText(error, findPlanClock());
    output.err(`${message}\n${hint}\n`);
    return exitCodeOf(error.code);
  }
  output.err(`This is a fault in the program, not in how you used it. Please report it with the text below.\n`);
  output.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT_BUG;
}
