import type { Command } from 'commander';
import { explain, findEvidence } from '../../app/show/explain.ts';
import { viewExplanation } from '../../app/show/explanation-view.ts';
import type { App } from '../../app/open-app.ts';
import { withApp } from '../../app/with-app.ts';
import { titleIn } from '../../model/language.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson, renderLines } from '../print.ts';
import { type Reader, readerOf, toned, toneOf } from '../reader.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import { markedStatus } from '../status-mark.ts';
import { renderTable } from '../table.ts';

export function addExplainCommand(program: Command, { output }: CommandContext): void {
  program
    .command('explain')
    .description(
      'Why an indicator has its status: rule, numbers put in, peers, every figure used and where it came from.',
    )
    .argument('<indicator>', 'id of the indicator, as `status --json` shows it')
    .option('--json', 'one JSON document: a status line with rule, numbers, peers and observations')
    .action((indicatorId: string, flags: { readonly json?: true }) =>
      withApp('read', (app) => {
        if (flags.json) {
          printJson(output, explain(app, indicatorId));
          return;
        }
        output.out(renderExplanation(findEvidence(app, indicatorId), app, readerOf(app, output)));
      }),
    );
}

function renderExplanation(found: ReturnType<typeof findEvidence>, app: App, reader: Reader): string {
  const { language, columns } = reader;
  const { definition, assessment } = found.standing;
  const { lead, tables, retrieval } = viewExplanation(app, found);
  const lines = (some: readonly string[]) => renderLines(some, columns);
  const status = toned(markedStatus(saidOf(assessment), language), toneOf(assessment.status), reader);
  return [
    lines([`${titleIn(language, definition)} (${definition.id})`]),
    status,
    lines(lead),
    ...tables.flatMap(({ title, same, heading, rows }) => [
      ...['', lines([title])],
      ...(same.length === 0 ? [] : [lines(same.map((one) => `  ${one}`))]),
      renderTable(heading, rows, columns),
    ]),
    ...(retrieval === null ? [] : ['', lines([retrieval.title, ...retrieval.lines.map((one) => `  ${one}`)])]),
    ...(retrieval === null ? [] : [lines(retrieval.request.map((one) => `    ${one}`))]),
    '',
  ].join('\n');
}
