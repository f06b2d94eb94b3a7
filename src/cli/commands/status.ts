import type { Command } from 'commander';
import { readStatus } from '../../app/show/read-status.ts';
import { viewStatus } from '../../app/show/status-view.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { printJson } from '../print.ts';
import { renderStatusTable } from '../status-table.ts';

export function addStatusCommand(program: Command, { output }: CommandContext): void {
  program
    .command('status')
    .description('Every indicator of the plan in one line: what is said now, for which period, with which figure.')
    .option('--json', 'one JSON document (municipality, assessedAt, indicators)')
    .action(async (flags: { readonly json?: true }) => {
      await withApp('read', (app) => {
        const status = readStatus(app);
        if (flags.json) {
          printJson(output, status);
          return;
        }
        const { municipality, assessedAt } = status;
        const words = terminalTextsOf(app.settings.plan.language);
        const page = { municipality: municipality.name, assessedAt, lines: viewStatus(app), words };
        output.out(renderStatusTable(page, output.columns));
      });
    });
}
