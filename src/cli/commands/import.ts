import type { Command } from 'commander';
import { takeHandedIn } from '../../app/files/take-file-in.ts';
import { previewImport } from '../../app/files/preview-import.ts';
import { handIn, type HandedIn, handInWithdrawal } from '../../app/files/read-handed-in.ts';
import { requireFigure } from '../../app/files/undo-import.ts';
import type { Access, App } from '../../app/open-app.ts';
import { sayingItself } from '../../app/saying-itself.ts';
import { withApp } from '../../app/with-app.ts';
import { PipelineError } from '../../model/errors.ts';
import type { CommandContext } from '../command-context.ts';
import { previewDocument } from '../import-document.ts';
import { renderPreview } from '../import-report.ts';
import { tellNewDatabase } from '../new-database.ts';
import { printJson } from '../print.ts';
import { readerOf } from '../reader.ts';
import { reportDelivery } from '../report-delivery.ts';
import { showImport } from '../show-import.ts';
import { addKeptImports } from './imports-kept.ts';

interface ImportFlags {
  readonly dryRun?: true;
  readonly json?: boolean;
  readonly replace?: true;
  readonly withdraw?: readonly string[];
}

const DRY_RUN = 'show all that it would do and ask, and change nothing';

export function addImportCommand(program: Command, context: CommandContext): void {
  const group = program
    .command('import')
    .description('Takes in a file, whole or not at all, then assesses; shows what files brought, and the way back.');
  addSurvey(group, context);
  addWorkbook(group, context);
  addKeptImports(group, context);
}

function addSurvey(group: Command, context: CommandContext): void {
  group
    .command('survey')
    .description(
      "The municipality's own survey: CSV with the columns indikator, år, verdi and, if you like, svar (or indicator, year, value, respondents).",
    )
    .argument('[file.csv]')
    .option('--replace', 'let the file be all there is of the survey; what it lacks is withdrawn')
    .option('--withdraw <indicator and year...>', 'take the figure of an indicator in a year back; no file is named')
    .option('--dry-run', DRY_RUN)
    .option('--json', 'the report as one JSON document')
    .action(async (path: string | undefined, flags: ImportFlags) => {
      const words = readSurveyWords(path, flags);
      await withApp(accessFor(flags), (app) => importFile(app, context, surveyFile(app, words), flags));
    });
}

function addWorkbook(group: Command, context: CommandContext): void {
  group
    .command('municipal-emissions')
    .description("Miljødirektoratet's workbook of municipal emissions, with its sheet 'Oversikt - detaljert'.")
    .argument('<file.xlsx>')
    .option('--dry-run', DRY_RUN)
    .option('--json', 'the report as one JSON document')
    .action((path: string, flags: ImportFlags) =>
      withApp(accessFor(flags), (app) =>
        importFile(app, context, handIn(app, 'municipal-emissions', path, 'add'), flags),
      ),
    );
}

/** Only a file that is to be taken in makes a database. */
function accessFor({ dryRun, withdraw }: ImportFlags): Access {
  return dryRun || withdraw !== undefined ? 'write' : 'create';
}

type SurveyWords =
  { readonly path: string; readonly action: 'replace' | 'add' } | { readonly indicator: string; readonly year: string };

/** What is to be done, before anything is opened. */
function readSurveyWords(path: string | undefined, { replace, withdraw }: ImportFlags): SurveyWords {
  if (withdraw === undefined) {
    if (path === undefined) throw misused('There is no file to import.', 'no-file-named');
    return { path, action: replace ? 'replace' : 'add' };
  }
  const [indicator, year, ...rest] = withdraw;
  if (path !== undefined || replace || indicator === undefined || year === undefined || rest.length > 0) {
    throw misused(
      '`--withdraw` takes one indicator and one year, with no file and no `--replace`.',
      'one-figure-at-a-time',
    );
  }
  return { indicator, year };
}

function surveyFile(app: App, words: SurveyWords): HandedIn {
  if ('path' in words) return handIn(app, 'survey', words.path, words.action);
  requireFigure(app, words.indicator, words.year);
  return handInWithdrawal(words.indicator, words.year);
}

function misused(message: string, about: 'no-file-named' | 'one-figure-at-a-time'): PipelineError {
  return new PipelineError('usage', message, {
    hint: 'Write `import survey <file.csv>`, or `import survey --withdraw <indicator> <year>`.',
    refusal: { about },
  });
}

async function importFile(
  app: App,
  { output, finish }: CommandContext,
  file: HandedIn,
  flags: ImportFlags,
): Promise<void> {
  tellNewDatabase(app, output);
  if (flags.dryRun) {
    const seen = await previewImport(app, file);
    if (flags.json) printJson(output, previewDocument(seen));
    else output.out(renderPreview(seen, app, readerOf(app, output)));
    return;
  }
  const report = await takeHandedIn(sayingItself(app), file);
  showImport(app, output, { name: file.kind, report, json: flags.json ?? false });
  finish(reportDelivery(output, report.delivery, app.settings.plan.language));
}
