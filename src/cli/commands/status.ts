import type { Command } from 'commander';
import { readStatus } from '../../app/show/read-status.ts';
import { viewStatus } from '../../app/show/status-view.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson } from '../print.ts';
import { readerOf } from '../reader.ts';
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
        const page = { municipality: municipality.name, assessedAt, lines: viewStatus(app) };
        output.out(renderStatusTable(page, readerOf(app, output)));
      });
    });
}
