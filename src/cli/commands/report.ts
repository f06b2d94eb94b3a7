import type { Command } from 'commander';
import { writeReport } from '../../app/show/write-page.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson } from '../print.ts';
import { readerOf } from '../reader.ts';

export function addReportCommand(program: Command, { output }: CommandContext): void {
  program
    .command('report')
    .description('Writes the page for staff: every indicator with its status, figures and pictures, in one HTML file.')
    .option('--out <file>', 'where to; REPORT_FILE, or beside the database, when left out. An earlier page is replaced')
    .option('--json', 'the report as one JSON document (file, bytes, indicators)')
    .addHelpText(
      'after',
      '\nThe page needs nothing but itself: open it from any folder, send it, or print it.\n' +
        'Every run that changed something writes it too, and with HEALTH_PORT the service answers it at /.\n' +
        '\nExample:\n  naeringspuls report --out /srv/share/naeringsplan.html',
    )
    .action(async ({ out, json }: { readonly out?: string; readonly json?: true }) => {
      await withApp('read', (app) => {
        const outcome = writeReport(app, out ?? app.environment.reportFile);
        const { upkeep } = readerOf(app, output).texts;
        if (json) printJson(output, outcome);
        else output.out(`${upkeep.reported(outcome.indicators, outcome.file)}\n`);
      });
    });
}
