import { Command, CommanderError } from 'commander';
import { PipelineError } from '../model/errors.ts';
import { addAlertsCommand } from './commands/alerts.ts';
import { addBackupCommand } from './commands/backup.ts';
import { addCheckCommand } from './commands/check.ts';
import { addConfigCommand } from './commands/config.ts';
import { addDaemonCommand } from './commands/daemon.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addExportCommand } from './commands/export.ts';
import { addHistoryCommand } from './commands/history.ts';
import { addImportCommand } from './commands/import.ts';
import { addIngestCommand } from './commands/ingest.ts';
import { addReportCommand } from './commands/report.ts';
import { addRestoreCommand } from './commands/restore.ts';
import { addScheduleCommand } from './commands/schedule.ts';
import { addStatusCommand } from './commands/status.ts';
import { EXIT_BUG, EXIT_USAGE, exitCodeOf } from './exit-codes.ts';
import type { CommandContext } from './command-context.ts';
import type { Output } from './print.ts';

const COMMANDS = [
  addIngestCommand,
  addImportCommand,
  addStatusCommand,
  addExplainCommand,
  addHistoryCommand,
  addCheckCommand,
  addAlertsCommand,
  addReportCommand,
  addExportCommand,
  addBackupCommand,
  addRestoreCommand,
  addConfigCommand,
  addDaemonCommand,
  addScheduleCommand,
  addDoctorCommand,
];

const EXIT_CODE_HELP = `
Exit codes:
  0 ok   1 a bug   2 settings or usage   3 source unavailable, try later   4 source or file refused
  5 database   6 delivery   7 some datasets failed, the rest are in`;

/** Runs one command line and gives its exit code. Every failure becomes one plain text on standard error. */
export async function runCommandLine(words: readonly string[], output: Output): Promise<number> {
  let exitCode = 0;
  const program = createProgram(output, { output, finish: (code) => (exitCode = code) });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainFailure(error, output);
  }
}

function createProgram(output: Output, context: CommandContext): Command {
  const program = new Command('naeringspuls')
    .description(
      "Follows a municipality's business plan: fetches figures, keeps every revision, says what is met and why.",
    )
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .showHelpAfterError('Add --help to see what is allowed.')
    .addHelpText('after', EXIT_CODE_HELP);
  for (const add of COMMANDS) add(program, context);
  for (const command of program.commands) inheritManners(command, program);
  return program;
}

function inheritManners(command: Command, from: Command): void {
  command.copyInheritedSettings(from);
  for (const inner of command.commands) inheritManners(inner, command);
}

function explainFailure(error: unknown, output: Output): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (error instanceof PipelineError) {
    output.err(`${error.message}\n${error.hint}\n`);
    return exitCodeOf(error.code);
  }
  output.err(`This is a fault in the program, not in how you used it. Please report it with the text below.\n`);
  output.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT_BUG;
}
