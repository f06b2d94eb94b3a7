import type { Command } from 'commander';
import { runDaemon } from '../../app/service/daemon.ts';
import { explainEnd } from '../../app/service/explain-end.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOf } from '../exit-codes.ts';

export function addDaemonCommand(program: Command, { finish }: CommandContext): void {
  program
    .command('daemon')
    .description('The background service: runs every job by its schedule, and what was missed, until it is stopped.')
    .addHelpText(
      'after',
      '\nSIGTERM or SIGINT stops it within ten seconds; a second one at once. SIGHUP reads the settings anew.',
    )
    // The service writes its log to stdout, and why it could not start or go on as well.
    .action(async () => {
      try {
        await withApp('create', (app) => runDaemon(app), process.stdout);
      } catch (error) {
        if (process.stdout.isTTY) throw error;
        finish(exitCodeOf(explainEnd(error, process.stdout)));
      }
    });
}
