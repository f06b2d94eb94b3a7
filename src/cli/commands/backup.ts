import type { Command } from 'commander';
import { findPlanClock } from '../../app/plan-clock.ts';
import { backUp } from '../../app/upkeep/backup.ts';
import type { CommandContext } from '../command-context.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { sizeText } from '../../words/terminal/size.ts';
import { printJson } from '../print.ts';

export function addBackupCommand(program: Command, { output }: CommandContext): void {
  program
    .command('backup')
    .description('Writes the database as it stands to one file, also while a run goes on.')
    .argument('<file>', 'where to; the file is there whole or not at all')
    .option('--force', 'replace a file that is there')
    .option('--json', 'the report as one JSON document (file, bytes)')
    .addHelpText(
      'after',
      '\nExample:\n  naeringspuls backup /mnt/backup/figures.sqlite\n  naeringspuls restore --verify /mnt/backup/figures.sqlite',
    )
    .action((file: string, flags: { readonly force?: true; readonly json?: true }) => {
      const report = backUp(file, { force: flags.force ?? false });
      if (flags.json) printJson(output, report);
      else {
        const { language } = findPlanClock();
        const { made } = terminalTextsOf(language).upkeep.backup;
        output.out(`${made(report.file, sizeText(report.bytes, language))}\n`);
      }
    });
}
