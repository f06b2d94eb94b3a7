import { type Command, Option } from 'commander';
import { initFolder } from '../../app/init/init-folder.ts';
import type { InitReport } from '../../app/init/init-report.ts';
import { type Language, LANGUAGES } from '../../model/language.ts';
import type { CommandContext } from '../command-context.ts';
import { initText, nextCommands, toDecide } from '../init-text.ts';
import { printJson } from '../print.ts';

interface InitFlags {
  readonly municipality: string;
  readonly peers?: string;
  readonly with?: string;
  readonly language: Language;
  readonly offline?: true;
  readonly json?: true;
}

export function addInitCommand(program: Command, { output }: CommandContext): void {
  program
    .command('init')
    .description('Writes a new folder of settings for a municipality: all of it, or nothing.')
    .argument('<dir>', 'a folder that is not there yet, or is empty')
    .requiredOption('--municipality <code>', "today's code, or a name that no other municipality has")
    .option('--peers <who>', 'asss, county, or codes with commas between; the county when left out')
    .option('--with <ids>', 'measures with commas between; all that need no survey when left out')
    .addOption(
      new Option('--language <language>', "of texts to staff, and where it is nb or nn the plan's own")
        .choices(LANGUAGES)
        .default('nb'),
    )
    .option('--offline', 'ask nobody: neither Klass nor the statistics bank')
    .option('--json', 'the report as one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  naeringspuls init plan --municipality 4036 --peers 4034,4026 --with job-growth,employment-rate --language nn',
    )
    .action(async (dir: string, flags: InitFlags) => {
      const report: InitReport = await initFolder(dir, {
        municipality: flags.municipality,
        peers: flags.peers,
        with: flags.with,
        language: flags.language,
        offline: flags.offline ?? false,
      });
      if (flags.json) printJson(output, { ...report, toDecide: toDecide(report), next: nextCommands(report) });
      else output.out(`${initText(report, output.columns)}\n`);
    });
}
