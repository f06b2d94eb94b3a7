import type { Command } from 'commander';
import { repairStoredClock } from '../../app/upkeep/repair-clock.ts';
import { withApp } from '../../app/with-app.ts';
import { momentText } from '../../words/terminal/moment.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson } from '../print.ts';
import { readerOf } from '../reader.ts';
import { reportDelivery } from '../report-delivery.ts';

export function addRepairCommand(program: Command, { output, finish }: CommandContext): void {
  const group = program.command('repair').description('Puts right what a fault outside the program has left.');
  group
    .command('clock')
    .description(
      "After this machine's clock was ahead: gives what bears a time to come one that has been. Set the clock right first.",
    )
    .option('--json', 'the report as one JSON document (now, moved, backup, message)')
    .addHelpText('after', '\nA copy of the database as it was is left beside it. Nothing but times is changed.')
    .action(async ({ json }: { readonly json?: true }) => {
      await withApp('write', async (app) => {
        const { now, moved, backup, message, delivery } = await repairStoredClock(app);
        if (json) printJson(output, { now, moved, backup, message });
        else {
          const reader = readerOf(app, output);
          const { repaired, keptBefore } = reader.texts.upkeep;
          const count = moved.reduce((sum, { rows }) => sum + rows, 0);
          const lines = moved.map(({ table, rows }) => `  ${table}: ${rows}`);
          output.out(`${[repaired(momentText(now, reader), count), ...lines, keptBefore(backup)].join('\n')}\n`);
        }
        finish(reportDelivery(output, delivery, app.settings.plan.language));
      });
    });
}
