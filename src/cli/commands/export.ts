import { type Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, exportViews } from '../../app/upkeep/export.ts';
import { type Language, LANGUAGES } from '../../model/language.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { countText, sizeText } from '../../words/terminal/size.ts';
import { printJson } from '../print.ts';
import { readerOf } from '../reader.ts';
import { renderTable } from '../table.ts';
import { createProgress } from '../progress.ts';

interface ExportFlags {
  readonly out: string;
  readonly format: ExportFormat;
  readonly locale?: Language | null;
  readonly json?: true;
}

export function addExportCommand(program: Command, { output }: CommandContext): void {
  program
    .command('export')
    .description(
      'Takes every view for analysts out of SQLite, one file each, with their dictionary as datapackage.json.',
    )
    .requiredOption('--out <folder>', 'folder to write; an earlier export there is replaced, other files are refused')
    .addOption(new Option('--format <format>', 'kind of file').choices(EXPORT_FORMATS).default('csv'))
    .addOption(
      new Option(
        '--locale <language>',
        'CSV for the spreadsheets of a country: nb and nn with semicolon and decimal comma, all with a mark for UTF-8',
      ).choices(LANGUAGES),
    )
    .option('--json', 'the report as one JSON document (folder, format, tables, rows, bytes)')
    .addHelpText(
      'after',
      '\nExamples:\n  naeringspuls export --out figures\n  naeringspuls export --out parquet --format parquet\n  naeringspuls export --out excel --locale nb',
    )
    .action(async ({ out, format, locale = null, json }: ExportFlags) => {
      await withApp('read', async (app) => {
        const report = await exportViews(
          app,
          { folder: out, format, locale },
          createProgress(process.stderr, app.settings.plan.language),
        );
        if (json) {
          printJson(output, report);
          return;
        }
        const { language, texts, columns } = readerOf(app, output);
        const { exported, exportHeading } = texts.upkeep;
        const rows = report.tables.map(({ name, files, rows, bytes }) => [
          ...[name, ...[files, rows].map((count) => countText(count, language))],
          sizeText(bytes, language),
        ]);
        const said = exported(countText(report.rows, language), report.folder);
        output.out(`${said}\n${renderTable(exportHeading, rows, columns)}\n`);
      });
    });
}
