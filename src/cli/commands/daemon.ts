import type { Command } from 'commander';
import { runDaemon } from '../../app/service/daemon.ts';
import { withApp } from '../../app/with-app.ts';

export function addDaemonCommand(program: Command): void {
  program
    .command('daemon')
    .description('The background service: runs every job by its schedule, and what was missed, until it is stopped.')
    .addHelpText('after', '\nSIGTERM or SIGINT stops it within ten seconds; a second one at once.')
    // The service writes its log to stdout.
    .action(() => withApp('write', (app) => runDaemon(app), process.stdout));
}
