import type { Command } from 'commander';
import { readIndicatorHistory } from '../../app/show/history.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { printJson, renderTable } from '../print.ts';

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
        const words = terminalTextsOf(app.settings.plan.language);
        const heading = [words.assessed, words.status, words.period, words.cause, words.sentence];
        if (history.history.length === 0) {
          output.out(`${history.indicator.title}: ${words.assessed.toLowerCase()} ${words.never}\n`);
          return;
        }
        const rows = history.history.map(({ assessedAt, statusText, period, causeText, sentence }) => [
          assessedAt.slice(0, 16).replace('T', ' '),
          statusText,
          period ?? '–',
          causeText,
          sentence,
        ]);
        output.out(`${history.indicator.title}\n${renderTable(heading, rows, output.columns)}\n`);
      });
    });
}
