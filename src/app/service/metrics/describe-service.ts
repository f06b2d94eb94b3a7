import { STATUSES } from '../../../model/plan/assessment.ts';
import type { CheckState, HealthFacts } from '../../../health/facts.ts';
import { judgeHealth } from '../../../health/judge-health.ts';
import { findLastSuccess } from '../../../store/runs/runs.ts';
import type { ServiceFigures } from '../../../store/read/service-figures.ts';
import type { App } from '../../open-app.ts';
import { readVersion } from '../../version.ts';
import type { ServiceState } from '../health-facts.ts';
import { type Family, type MetricSample, single } from './metric-family.ts';
import { describeBackups, describeOutputs } from './output-metrics.ts';

const STATES: readonly CheckState[] = ['ok', 'note', 'failed'];

/** What goes up and down. Without a database, that the service is not ready. */
export function gaugesOf(app: App, { facts, figures }: ServiceState): readonly Family[] {
  const ofDatabase =
    figures === null ? [] : [...describeFigures(figures), ...describeAges(facts, figures), lastSuccesses(app)];
  return [...describeHealth(facts), ...ofDatabase];
}

/** What only goes up; nothing without a database. */
export function countersOf({ figures }: ServiceState): readonly Family[] {
  return figures === null ? [] : countFigures(figures);
}

function describeHealth(facts: HealthFacts): readonly Family[] {
  const { ready, checks } = judgeHealth(facts);
  const states = checks.map(({ name, state }): MetricSample => [{ check: name }, state === 'failed' ? 0 : 1]);
  return [
    {
      name: 'build_info',
      help: 'Always 1; the label has the version of the program.',
      labels: ['version'],
      samples: [[{ version: readVersion() }, 1]],
    },
    { name: 'ready', help: '1 when /health/ready says yes.', ...single(ready ? 1 : 0) },
    {
      name: 'check_state',
      help: 'Of a check of /health/ready: 0 in order, 1 when a person should look, 2 when it has failed.',
      labels: ['check'],
      samples: checks.map(({ name, state }): MetricSample => [{ check: name }, STATES.indexOf(state)]),
    },
    { name: 'check_ok', help: '0 when a check of /health/ready has failed.', labels: ['check'], samples: states },
    {
      name: 'next_run_timestamp_seconds',
      help: 'When the next run is planned.',
      ...single(facts.nextFireAt === null ? null : Date.parse(facts.nextFireAt) / 1000),
    },
  ];
}

function countFigures({ runs, requests, rows }: ServiceFigures): readonly Family[] {
  const ended = Object.entries(runs).filter(([outcome]) => outcome !== 'running');
  const changes = ['inserted', 'revised', 'withdrawn', 'rejected'] as const;
  return [
    {
      name: 'runs_total',
      help: 'Runs that have ended, by outcome.',
      labels: ['outcome'],
      samples: ended.map(([outcome, count]) => [{ outcome }, count]),
    },
    { name: 'requests_total', help: 'Requests sent to the source.', ...single(requests) },
    {
      name: 'rows_total',
      help: 'Figures inserted, revised, withdrawn, and rejected with a reply that was refused.',
      labels: ['dataset', 'change'],
      samples: rows.flatMap((row) =>
        changes.map((change): MetricSample => [{ dataset: row.datasetId, change }, row[change]]),
      ),
    },
  ];
}

function describeFigures({ deliveries, statuses, databaseBytes, walBytes, runs }: ServiceFigures): readonly Family[] {
  return [
    { name: 'runs_going', help: 'Runs on record as going on.', ...single(runs.running) },
    {
      name: 'outbox_deliveries',
      help: 'Messages by what has become of them; those pending are the depth of the outbox.',
      labels: ['state'],
      samples: Object.entries(deliveries).map(([state, count]) => [{ state }, count]),
    },
    {
      name: 'indicator_status',
      help: '1 for the status an indicator has, 0 for the others.',
      labels: ['indicator', 'status'],
      samples: statuses.flatMap(({ indicatorId: indicator, status: now }) =>
        STATUSES.map((status): MetricSample => [{ indicator, status }, status === now ? 1 : 0]),
      ),
    },
    {
      name: 'database_bytes',
      help: 'Size of the database and of its write-ahead log.',
      labels: ['file'],
      samples: [
        [{ file: 'database' }, databaseBytes],
        [{ file: 'wal' }, walBytes],
      ],
    },
  ];
}

function describeAges(
  { now, sources, outbox, page, copy, backup }: HealthFacts,
  { oldestPendingAt }: ServiceFigures,
): readonly Family[] {
  const waited = oldestPendingAt === null ? 0 : Math.max(0, Date.parse(now) - Date.parse(oldestPendingAt)) / 1000;
  return [
    {
      name: 'outbox_oldest_age_seconds',
      help: 'Age of the oldest message that waits; 0 when none does.',
      ...single(waited),
    },
    {
      name: 'silent_channels',
      help: 'Channels that have taken no messages for a day.',
      ...single(outbox.silentChannels.length),
    },
    {
      name: 'source_age_seconds',
      help: 'Age of the newest publication of a dataset.',
      labels: ['dataset'],
      samples: sources.map(({ datasetId, ageSeconds }) => [{ dataset: datasetId }, ageSeconds]),
    },
    {
      name: 'source_allowed_age_seconds',
      help: 'Age from which what rests on a dataset is flagged as stale.',
      labels: ['dataset'],
      samples: sources.map(({ datasetId, allowedSeconds }) => [{ dataset: datasetId }, allowedSeconds]),
    },
    ...describeOutputs({ page, copy }),
    ...describeBackups(backup),
  ];
}

function lastSuccesses({ store, settings }: App): Family {
  return {
    name: 'job_last_success_timestamp_seconds',
    help: 'When a job last ran to its end with every dataset in.',
    labels: ['job'],
    samples: settings.jobs.flatMap(({ id }) => {
      const at = findLastSuccess(store, id);
      return at === null ? [] : [[{ job: id }, Date.parse(at) / 1000] as const];
    }),
  };
}
