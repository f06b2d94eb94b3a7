import type { Command } from 'commander';
import { runSeveral } from '../../app/several/run-several.ts';
import { runDaemon } from '../../app/service/daemon.ts';
import { explainEnd } from '../../app/service/explain-end.ts';
import { withApp } from '../../app/with-app.ts';
import { PipelineError } from '../../model/errors.ts';
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
    .option(
      '--configs <dir...>',
      'serve several municipalities: a folder of settings for each, or folders of such folders',
    )
    // The service writes its log to stdout, and why it could not start or go on as well.
    .action(async ({ configs }: { readonly configs?: readonly string[] }) => {
      if (configs !== undefined) refuseSingle(program);
      try {
        if (configs !== undefined) await runSeveral(configs, process.stdout);
        else while ((await withApp('create', (app) => runDaemon(app), process.stdout)) === 'to-reopen');
      } catch (error) {
        if (process.stdout.isTTY) throw error;
        finish(exitCodeOf(explainEnd(error, process.stdout)));
      }
    });
}

/** One folder and several at once say nothing of which is meant. */
function refuseSingle(program: Command): void {
  if (program.opts<{ readonly config?: string }>().config === undefined) return;
  throw new PipelineError(
    'usage',
    '--config names one folder of settings, and --configs several: only one of them can be meant.',
    {
      hint: 'Name every folder after --configs, and leave --config out.',
    },
  );
}
