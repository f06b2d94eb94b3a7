import type { Command } from 'commander';
import type { DatasetFreshness } from '../../app/show/freshness.ts';
import { readFreshness, readUnused } from '../../app/show/read-freshness.ts';
import { readSchedule, type ScheduledJob } from '../../app/service/read-schedule.ts';
import { withApp } from '../../app/with-app.ts';
import { shortDay, shortMoment } from '../../words/terminal/moment.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson } from '../print.ts';
import { type Reader, readerOf } from '../reader.ts';
import { renderTable } from '../table.ts';

export function addScheduleCommand(program: Command, { output }: CommandContext): void {
  program
    .command('schedule')
    .description('When each job runs next and last succeeded, and how fresh the figures of each dataset are.')
    .option('--json', 'one JSON document (jobs, datasets)')
    .action((flags: { readonly json?: true }) =>
      withApp('read', (app) => {
        const jobs = readSchedule(app);
        const datasets = [...readFreshness(app), ...readUnused(app)];
        if (flags.json) {
          printJson(output, { jobs, datasets });
          return;
        }
        output.out(renderSchedule(jobs, datasets, readerOf(app, output)));
      }),
    );
}

function renderSchedule(jobs: readonly ScheduledJob[], datasets: readonly DatasetFreshness[], reader: Reader): string {
  const { texts, columns, timeZone } = reader;
  const words = texts.upkeep.schedule;
  const times = jobs.map(({ job, schedule, next, lastSuccessAt, lastOutcome }) => [
    `${job}\n${schedule}`,
    next.map((at) => shortMoment(at, reader)).join('\n'),
    shortMoment(lastSuccessAt, reader),
    lastOutcome === null ? words.neverRun : words.outcomes[lastOutcome],
  ]);
  const ages = datasets.map(({ datasetId, state, publishedAt, checkedAt, staleAt }) => [
    ...[datasetId, words.states[state]],
    ...[shortDay(publishedAt, reader), shortMoment(checkedAt, reader), shortDay(staleAt, reader)],
  ]);
  return [
    words.zone(timeZone),
    renderTable(words.jobHeading, times, columns),
    '',
    words.datasetsTitle,
    renderTable(words.datasetHeading, ages, columns),
    '',
  ].join('\n');
}
