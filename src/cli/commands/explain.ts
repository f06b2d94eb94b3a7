import type { Command } from 'commander';
import { explain, findEvidence } from '../../app/show/explain.ts';
import { viewExplanation } from '../../app/show/explanation-view.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson, renderTable } from '../print.ts';

export function addExplainCommand(program: Command, { output }: CommandContext): void {
  program
    .command('explain')
    .description(
      'Why an indicator has its status: rule, numbers put in, peers, every figure used and where it came from.',
    )
    .argument('<indicator>', 'id of the indicator, as `status --json` shows it')
    .option('--json', 'one JSON document: a status line with rule, numbers, peers and observations')
    .action((indicatorId: string, flags: { readonly json?: true }) =>
      withApp('read', (app) => {
        if (flags.json) {
          printJson(output, explain(app, indicatorId));
          return;
        }
        const view = viewExplanation(findEvidence(app, indicatorId), app.settings.plan.language);
        const sections = view.sections.map(({ title, heading, rows }) =>
          rows.length === 0 ? '' : `\n${title}\n${renderTable(heading, rows, output.columns)}\n`,
        );
        output.out([...view.lead, ''].join('\n') + sections.join(''));
      }),
    );
}
