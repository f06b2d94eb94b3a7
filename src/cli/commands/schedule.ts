import type { Command } from 'commander';
import { readFreshness } from '../../app/show/read-freshness.ts';
import { readSchedule } from '../../app/service/read-schedule.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson, renderTable } from '../print.ts';

const OSLO = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' });

export function addScheduleCommand(program: Command, { output }: CommandContext): void {
  program
    .command('schedule')
    .description('When each job runs next and last succeeded, and how fresh the figures of each dataset are.')
    .option('--json', 'one JSON document (jobs, datasets)')
    .action((flags: { readonly json?: true }) =>
      withApp('read', (app) => {
        const jobs = readSchedule(app);
        const datasets = readFreshness(app);
        if (flags.json) {
          printJson(output, { jobs, datasets });
          return;
        }
        const times = jobs.map(({ job, schedule, next, lastSuccessAt, lastOutcome }) => [
          ...[job, schedule, next.map(inOslo).join('\n')],
          ...[inOslo(lastSuccessAt), lastOutcome ?? 'never run'],
        ]);
        const ages = datasets.map(({ datasetId, state, publishedAt, checkedAt, staleAt }) => [
          ...[datasetId, state, inOslo(publishedAt), inOslo(checkedAt), inOslo(staleAt)],
        ]);
        const heading = ['Job', 'Schedule', 'Next runs', 'Last success', 'Last outcome'];
        const fresh = ['Dataset', 'State', 'Published', 'Source answered', 'Stale from'];
        output.out(`Times are in Oslo.\n${renderTable(heading, times, output.columns)}\n`);
        output.out(`\nFigures\n${renderTable(fresh, ages, output.columns)}\n`);
      }),
    );
}

function inOslo(instant: string | null): string {
  return instant === null ? '–' : OSLO.format(new Date(instant));
}
