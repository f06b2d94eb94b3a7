import type { Command } from 'commander';
import type { ChangeSummary } from '../../model/publication.ts';
import { describeChanges } from '../../app/dataset-result.ts';
import { importFile, type ImportReport, previewImport } from '../../app/import-file.ts';
import type { ImportKind } from '../../app/import-kinds.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { type Output, printJson } from '../print.ts';
import { reportDelivery } from '../report-delivery.ts';
import { renderChanges } from '../status-table.ts';
import { HEADINGS } from '../headings.ts';

interface ImportFlags {
  readonly dryRun?: true;
  readonly json?: boolean;
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

export function addImportCommand(program: Command, { output, finish }: CommandContext): void {
  const group = program.command('import').description('Takes in a file, whole or not at all, then assesses.');
  for (const { kind, file, about } of FILES) {
    group
      .command(kind)
      .description(about)
      .argument(file)
      .option('--dry-run', 'show what would change, and change nothing')
      .option('--json', 'the report as one JSON document')
      .action((path: string, { dryRun, json = false }: ImportFlags) =>
        withApp('write', async (app) => {
          if (dryRun) {
            showPreview(output, await previewImport(app, kind, path), json);
            return;
          }
          const report = await importFile(app, kind, path);
          showReport(output, { kind, report, words: HEADINGS[app.settings.plan.language] }, json);
          finish(reportDelivery(output, report.delivery));
        }),
      );
  }
}

function showPreview(output: Output, changes: ChangeSummary, json: boolean): void {
  if (json) printJson(output, { dryRun: true, ...changes });
  else output.out(`Nothing has been changed. Taken in, the file would give: ${describeChanges(changes)}\n`);
}

interface Shown {
  readonly kind: ImportKind;
  readonly report: ImportReport;
  readonly words: (typeof HEADINGS)[keyof typeof HEADINGS];
}

function showReport(output: Output, { kind, report, words }: Shown, json: boolean): void {
  const { message, changes, assessments, delivery } = report;
  if (json) printJson(output, { dryRun: false, message, ...changes, delivery });
  else output.out(`${kind}: ${message}\n${renderChanges(assessments, words)}`);
}
