import type { Command } from 'commander';
import { ingest, type IngestReport } from '../../app/intake/ingest.ts';
import { sayingItself } from '../../app/saying-itself.ts';
import { withApp } from '../../app/with-app.ts';
import type { Language } from '../../model/language.ts';
import { sentenceOf } from '../../words/finding/say-finding.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT_PARTIAL, exitCodeOf } from '../exit-codes.ts';
import { tellNewDatabase } from '../new-database.ts';
import { printJson, renderLines } from '../print.ts';
import { type Reader, readerOf } from '../reader.ts';
import { createProgress } from '../progress.ts';
import { reportDelivery } from '../report-delivery.ts';
import { renderChanges } from '../status-table.ts';

interface IngestFlags {
  readonly force?: true;
  readonly accept?: readonly string[];
  readonly json?: true;
}

export function addIngestCommand(program: Command, { output, finish }: CommandContext): void {
  program
    .command('ingest')
    .description('One run now: fetch what has changed, store it, assess every indicator.')
    .argument('[job...]', 'jobs to run; all of them when none is named')
    .option(
      '--force',
      'ask for every dataset, also where nothing new has been published, and compare every figure with what is stored',
    )
    .option(
      '--accept <what...>',
      'accept a quarantined reply (DATASET), or a 0 that is taken as missing (DATASET:PLACE/PERIOD), once a person has looked',
    )
    .option('--json', 'the report as one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  naeringspuls ingest\n  naeringspuls ingest jobs employment\n  naeringspuls ingest --accept employed-total\n' +
        '  naeringspuls ingest --accept employment-rate:3201/2025',
    )
    .action(async (jobs: string[], flags: IngestFlags) => {
      const options = { jobs, force: flags.force ?? false, accept: flags.accept ?? [] };
      await withApp('create', async (app) => {
        tellNewDatabase(app, output);
        const { language } = app.settings.plan;
        const reader = readerOf(app, output);
        const report = await ingest(sayingItself(app), options, createProgress(process.stderr, language));
        if (flags.json) printJson(output, toJson(report, language));
        else output.out(renderReport(report, reader));
        const undelivered = reportDelivery(output, report.delivery, app.settings.plan.language);
        finish(exitCodeFor(report) || undelivered);
      });
    });
}

function renderReport({ ending, problems = [], assessments }: IngestReport, reader: Reader): string {
  const { progress } = reader.texts;
  const lines = [progress.ending(ending), ...problems.map(progress.beside)];
  return `${renderLines(lines, reader.columns)}\n${renderChanges(assessments, reader)}`;
}

function toJson(
  { runId, outcome, requests, message, datasets, assessments, delivery }: IngestReport,
  language: Language,
) {
  const changes = assessments.filter(({ cause }) => cause !== null);
  return {
    runId,
    outcome,
    requests,
    message,
    datasets,
    changes: changes.map(({ previous, next, cause }) => ({
      id: next.indicatorId,
      from: previous?.status ?? null,
      to: next.status,
      cause,
      period: next.period,
      sentence: sentenceOf(next, language),
    })),
    delivery,
  };
}

/** When everything failed, the code of the first failure; a run that brought something home is partial. */
function exitCodeFor({ outcome, datasets }: IngestReport): number {
  const failure = datasets.find(({ errorCode }) => errorCode !== null)?.errorCode ?? null;
  if (failure === null) return 0;
  return outcome === 'partial' ? EXIT_PARTIAL : exitCodeOf(failure);
}
