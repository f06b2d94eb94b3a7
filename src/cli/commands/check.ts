import { type Command, Option } from 'commander';
import type { AssessmentResult } from '../../app/assess/assess.ts';
import { assessAsOf, check, previewChanges } from '../../app/assess/reassess-command.ts';
import { viewAssessment } from '../../app/show/status-view.ts';
import { sayingItself } from '../../app/saying-itself.ts';
import { withApp } from '../../app/with-app.ts';
import { type Language, titleIn } from '../../model/language.ts';
import { sayAssessment, sentenceBesideSource, sentenceOf } from '../../words/finding/say-finding.ts';
import type { CommandContext } from '../command-context.ts';
import { type Output, printJson } from '../print.ts';
import { type Reader, readerOf, toned, toneOf } from '../reader.ts';
import { reportDelivery } from '../report-delivery.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import { markedStatus } from '../status-mark.ts';
import { renderChanges, renderStatusTable } from '../status-table.ts';
import { renderTable } from '../table.ts';

interface CheckFlags {
  readonly asOf?: string;
  readonly diff?: true;
  readonly json?: true;
}

export function addCheckCommand(program: Command, { output, finish }: CommandContext): void {
  program
    .command('check')
    .description('Assesses every indicator again, with the settings and figures of now.')
    .addOption(
      new Option(
        '--as-of <date>',
        'what would have been said that day, with the figures and rules known then',
      ).conflicts('diff'),
    )
    .option('--diff', 'what changed settings would change; writes nothing')
    .option('--json', 'one JSON document')
    .addHelpText('after', '\nExamples:\n  naeringspuls check --diff\n  naeringspuls check --as-of 2026-02-26')
    .action(async ({ asOf, diff, json }: CheckFlags) => {
      if (asOf !== undefined) return showPast(output, asOf, json ?? false);
      if (diff) return showPreview(output, json ?? false);
      finish(await showNow(output, json ?? false));
    });
}

async function showPast(output: Output, day: string, json: boolean): Promise<void> {
  await withApp('read', (app) => {
    const past = assessAsOf(app, day);
    if (json) {
      printJson(output, past.document);
      return;
    }
    const { language, municipality } = app.settings.plan;
    const lines = past.standings.map((standing) => viewAssessment(standing, language));
    const page = { municipality: municipality.name, assessedAt: past.document.assessedAt, lines };
    output.out(renderStatusTable(page, readerOf(app, output)));
  });
}

async function showPreview(output: Output, json: boolean): Promise<void> {
  await withApp('read', (app) => {
    const results = previewChanges(app);
    const { language } = app.settings.plan;
    if (json) printJson(output, { changes: changesOf(results, language) });
    else output.out(renderDiff(results, readerOf(app, output)));
  });
}

/** Gives the exit code. */
async function showNow(output: Output, json: boolean): Promise<number> {
  return withApp('write', async (app) => {
    const { results, delivery } = await check(sayingItself(app));
    const { language } = app.settings.plan;
    if (json) printJson(output, { changes: changesOf(results, language), delivery });
    else output.out(renderChanges(results, readerOf(app, output)));
    return reportDelivery(output, delivery, app.settings.plan.language);
  });
}

function changesOf(results: readonly AssessmentResult[], language: Language) {
  return results.filter(({ cause }) => cause !== null).map((result) => toChange(result, language));
}

function toChange({ previous, next, cause }: AssessmentResult, language: Language) {
  const { indicatorId, status, period } = next;
  const sentence = sentenceOf(next, language);
  return { id: indicatorId, from: previous?.status ?? null, to: status, cause, period, sentence };
}

function renderDiff(results: readonly AssessmentResult[], reader: Reader): string {
  const { texts, language, columns } = reader;
  if (results.length === 0) return `${texts.nothingWouldChange}\n`;
  const rows = results.map(({ rules: { definition }, previous, next }) => [
    `${titleIn(language, definition)}\n${definition.id}`,
    previous === null ? '–' : markedStatus(saidOf(previous), language),
    markedStatus(saidOf(next), language),
    sentenceBesideSource(sayAssessment(next, language)),
  ]);
  const paint = (text: string, column: number, row: number) => {
    const result = results[row];
    const status = [null, result?.previous?.status, result?.next.status][column] ?? null;
    return toned(text, status === null ? null : toneOf(status), reader);
  };
  return `${renderTable([texts.indicator, texts.before, texts.after, texts.sentence], rows, columns, paint)}\n`;
}
