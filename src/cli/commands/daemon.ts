import type { Command } from 'commander';
import { answerHealth } from '../../app/service/answer-health.ts';
import { runDaemon } from '../../app/service/daemon.ts';
import { showPage } from '../../app/service/show-page.ts';
import { withApp } from '../../app/with-app.ts';

export function addDaemonCommand(program: Command): void {
  program
    .command('daemon')
    .description('The background service: runs every job by its schedule, and what was missed, until it is stopped.')
    .addHelpText('after', '\nSIGTERM or SIGINT stops it within ten seconds; a second one at once.')
    // Its log is what it answers.
    .action(() => withApp('write', (app) => runDaemon(app, [showPage, answerHealth]), process.stdout));
}
