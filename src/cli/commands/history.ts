import type { Command } from 'commander';
import { type IndicatorHistory, readIndicatorHistory } from '../../app/show/history.ts';
import { withApp } from '../../app/with-app.ts';
import { shortMoment } from '../../words/terminal/moment.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson, renderLines } from '../print.ts';
import { type Reader, readerOf, toned, toneOf } from '../reader.ts';
import { markedStatus } from '../status-mark.ts';

export function addHistoryCommand(program: Command, { output }: CommandContext): void {
  program
    .command('history')
    .description('Every assessment of an indicator so far, and why each differs from the one before.')
    .argument('<indicator>', 'id of the indicator, as `status --json` shows it')
    .option('--json', 'one JSON document (indicator, history)')
    .action(async (indicatorId: string, flags: { readonly json?: true }) => {
      await withApp('read', (app) => {
        const history = readIndicatorHistory(app, indicatorId);
        if (flags.json) {
          printJson(output, history);
          return;
        }
        output.out(renderHistory(history, readerOf(app, output)));
      });
    });
}

/** An assessment each, oldest first: when and what, why it differs, and the sentence of the day. */
function renderHistory({ indicator, history }: IndicatorHistory, reader: Reader): string {
  const { texts, language, columns } = reader;
  if (history.length === 0) return `${texts.neverAssessed(indicator.title)}\n`;
  const lines = (some: readonly string[]) => renderLines(some, columns);
  return [
    lines([`${indicator.title} (${indicator.id})`]),
    ...history.flatMap(({ assessedAt, status, said, causeText, sentence }) => [
      '',
      `${shortMoment(assessedAt, reader)}  ${toned(markedStatus(said, language), toneOf(status), reader)}`,
      lines([`  ${texts.cause}: ${causeText}`, `  ${sentence}`]),
    ]),
    '',
  ].join('\n');
}
