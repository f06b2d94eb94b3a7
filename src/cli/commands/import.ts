import type { Command } from 'commander';
import { describeChanges } from '../../app/dataset-result.ts';
import { importFile, type ImportKind, previewImport } from '../../app/import-file.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-line.ts';
import { printJson } from '../print.ts';
import { renderChanges } from '../status-table.ts';
import { HEADINGS } from '../headings.ts';

interface ImportFlags {
  readonly dryRun?: true;
  readonly json?: true;
}

const FILES: readonly { readonly kind: ImportKind; readonly file: string; readonly about: string }[] = [
  {
    kind: 'survey',
    file: '<file.csv>',
    about: "The municipality's own survey: CSV with the columns indicator, year, value and, if you like, respondents.",
  },
  {
    kind: 'municipal-emissions',
    file: '<file.xlsx>',
    about: "Miljødirektoratet's workbook of municipal emissions, with its sheet 'Oversikt - detaljert'.",
  },
];

export function addImportCommand(program: Command, { output }: CommandContext): void {
  const group = program.command('import').description('Takes in a file, whole or not at all, then assesses.');
  for (const { kind, file, about } of FILES) {
    group
      .command(kind)
      .description(about)
      .argument(file)
      .option('--dry-run', 'show what would change, and change nothing')
      .option('--json', 'the report as one JSON document')
      .action((path: string, flags: ImportFlags) =>
        withApp('write', async (app) => {
          if (flags.dryRun) {
            const changes = await previewImport(app, kind, path);
            if (flags.json) return printJson(output, { dryRun: true, ...changes });
            return output.out(`Nothing has been changed. Taken in, the file would give: ${describeChanges(changes)}\n`);
          }
          const { message, changes, assessments } = await importFile(app, kind, path);
          if (flags.json) return printJson(output, { dryRun: false, message, ...changes });
          output.out(`${kind}: ${message}\n${renderChanges(assessments, HEADINGS[app.settings.plan.language])}`);
        }),
      );
  }
}
