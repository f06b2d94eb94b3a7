import { PipelineError } from '../../model/errors.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { DatasetResult } from '../../model/run.ts';
import { createSsbClient } from '../../source/ask/ssb-client.ts';
import { isAssessmentBehind } from '../../store/runs/installation.ts';
import { readNewest } from '../../store/read/newest-rows.ts';
import type { AssessmentResult } from '../assess/assess.ts';
import { readAccepting, readAcceptItem } from './accept.ts';
import { keepBackups } from '../upkeep/keep-backups.ts';
import { askKlassIfDue } from '../source/ask-klass.ts';
import type { AssessedMemo, KlassMemo } from '../service/daemon-state.ts';
import { type DeliveryReport, notifyAfter } from '../messages/deliver-due.ts';
import { closingOf, type IngestClosing, INTERRUPTED } from './close-ingest.ts';
import { reportPlaces } from '../messages/find-place-troubles.ts';
import { type DueDatasets, findDue } from './find-due.ts';
import { reportStandings } from '../source/report-standings.ts';
import type { App } from '../open-app.ts';
import { unknownName } from '../unknown-name.ts';
import { keepAnswers, shelfOf } from '../source/kept-answers.ts';
import { pacing, reportWaits } from '../source/pacing.ts';
import type { Progress } from '../progress.ts';
import { ingestDatasets, type IngestBatch, recordNoAnswer } from './ingest-datasets.ts';
import { reassess } from '../assess/reassess.ts';
import { raiseTroubles } from '../messages/raise-notices.ts';
import { reportDescriptions } from '../messages/report-descriptions.ts';
import { withHeartbeat } from '../service/send-heartbeat.ts';
import { type Lease, withLease } from '../with-lease.ts';
import { recordRun, type RunClosing, type RunHandle, type RunPlan } from '../with-run.ts';

export interface IngestOptions {
  /** Ids of jobs; all of them when empty. */
  readonly jobs: readonly string[];
  /**
   * Ask for every dataset, whether or not the source says it has changed, and compare every figure with what is stored.
   */
  readonly force: boolean;
  /** Datasets whose quarantined reply is accepted, and zeros that are figures (`DATASET:PLACE/PERIOD`). */
  readonly accept: readonly string[];
}

/** What a run found and did. */
export interface RunReport extends RunClosing, Pick<IngestClosing, 'ending'> {
  readonly runId: number;
  readonly datasets: readonly DatasetResult[];
  readonly assessments: readonly AssessmentResult[];
  /** Why the source could not be asked at all, or the reason to stop; `null` when the run went through. */
  readonly failure: unknown;
}

export interface IngestReport extends RunReport {
  readonly delivery: DeliveryReport;
}

/**
 * One run: ask what has changed, fetch it, store it, assess every indicator, notify what is due. A dataset that fails
 * does not stop the others, and maintenance at the source postpones what it stops. Throws `usage` for an unknown job or
 * dataset, `source-unavailable` when the source cannot be reached at all (what is stored is assessed nevertheless,
 * since figures grow stale), `store-busy` while another run is in progress. The first run of a day is followed by its
 * backup.
 */
export async function ingest(app: App, options: IngestOptions, progress: Progress): Promise<IngestReport> {
  const jobs = options.jobs.length > 0 ? options.jobs : app.settings.jobs.map(({ id }) => id);
  const definitions = chooseDatasets(app, options);
  readAccepting(app, options.accept);
  const run = withLease(app, (lease) =>
    ingestAlone(app, lease, { ...options, trigger: 'command', jobs, definitions, progress }),
  );
  const report = await notifyAfter(app, withHeartbeat(app, run));
  // With its messages sent: a backup that is put back must not send them again.
  if (report.outcome !== 'interrupted') keepBackups(app);
  return requireAnswer(report);
}

function requireAnswer(report: IngestReport): IngestReport {
  if (report.outcome === 'failed' || report.outcome === 'interrupted') {
    // Rethrow unchanged, whatever its type.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (report.failure !== null) throw report.failure;
  }
  return report;
}

export interface IngestPlan extends RunPlan, Omit<IngestOptions, 'jobs'> {
  readonly definitions: readonly DatasetDefinition[];
  readonly progress: Progress;
  /** Of a process that runs again and again. Without it everything is assessed, whether or not anything has changed. */
  readonly assessed?: AssessedMemo;
  /** Of a process that asks Klass now and then; others ask with `doctor --live`. */
  readonly klass?: KlassMemo;
}

/**
 * Like `ingest`, for callers that already hold the lease; delivers nothing, sends no heartbeat, and returns an unreachable
 * source in the report.
 */
export function ingestAlone(app: App, lease: Lease, plan: IngestPlan): Promise<RunReport> {
  return recordRun(app, lease, plan, async (run) => {
    const pace = pacing(app.clock, run.signal, reportWaits(plan.progress, run.logger));
    const { source, environment, clock } = app;
    const answers = keepAnswers({ shelf: source?.shelf ?? shelfOf(app.store), clock, anew: plan.force });
    const limiter = source === undefined ? {} : { limiter: source.limiter };
    const own = createSsbClient({ baseUrl: environment.ssbApiUrl, answers, ...limiter, ...pace });
    const client = source?.join(own, { name: environment.configDir, answers, datasets: source.datasets }) ?? own;
    try {
      const { runId } = run;
      return { runId, ...(await ingestWith(app, { client, answers }, run, plan)), requests: client.requestCount() };
    } catch (failure) {
      if (!run.signal.aborted) throw failure;
      const found = { datasets: [], assessments: [], failure };
      return { runId: run.runId, ...INTERRUPTED, requests: client.requestCount(), ...found };
    }
  });
}

async function ingestWith(
  app: App,
  source: Pick<IngestBatch, 'client' | 'answers'>,
  run: RunHandle,
  plan: IngestPlan,
): Promise<Omit<RunReport, 'runId' | 'requests'>> {
  const { definitions, accept, force, progress } = plan;
  const batch = { ...source, definitions, accept: readAccepting(app, accept), force, run, progress };
  const { news, failure: noNews } = await askWhatChanged(app, batch, plan);
  const datasets = news === null ? recordNoAnswer(app, batch, noNews) : await ingestDatasets(app, batch, news);
  const failure = noNews ?? source.client.outOfReach();
  const assessments = assessIfNeeded(app, run.runId, plan.assessed);
  // In a run that has nothing to read, so that no publication waits for it.
  if (plan.klass !== undefined && news?.due.size === 0) await askKlassIfDue(app, run, plan.klass);
  reportPlaces(app);
  reportStandings(app);
  reportDescriptions(app);
  raiseTroubles(app, datasets);
  return { ...closingOf(datasets, failure), datasets, assessments, failure };
}

/**
 * Assesses unless it would say what it said before: everything stored has been assessed, and this
 * process was the last to assess, and today, since figures grow stale by the day.
 */
function assessIfNeeded(app: App, runId: number, assessed: AssessedMemo = { at: null }): readonly AssessmentResult[] {
  const today = app.clock.now().toISOString().slice(0, 10);
  const standing = () => JSON.stringify([today, readNewest(app.store.sqlite)]);
  if (assessed.at === standing() && !isAssessmentBehind(app.store)) return [];
  const results = reassess(app, runId);
  assessed.at = standing();
  return results;
}

type NewsOrFailure =
  { readonly news: DueDatasets; readonly failure: null } | { readonly news: null; readonly failure: PipelineError };

async function askWhatChanged(
  app: App,
  batch: IngestBatch,
  { force, accept, trigger }: IngestPlan,
): Promise<NewsOrFailure> {
  const { client, answers, definitions, run, progress } = batch;
  progress.start({ step: 'news' });
  try {
    const news = await findDue(app, client, definitions, { force, accept, mayShare: trigger !== 'command' });
    answers.noteChanges(news.changed);
    progress.done({ step: 'news', due: news.due.size, all: definitions.length });
    return { news, failure: null };
  } catch (failure) {
    progress.failed({ step: 'no-answer' });
    if (run.signal.aborted || !(failure instanceof PipelineError)) throw failure;
    return { news: null, failure };
  }
}

/** The datasets of the jobs asked for. Throws `usage` for a job or dataset that does not exist. */
export function chooseDatasets(
  { settings }: App,
  options: Pick<IngestOptions, 'jobs' | 'accept'>,
): readonly DatasetDefinition[] {
  requireUsed(settings, options.jobs);
  requireKnown('job', options.jobs, idsOf(settings.jobs));
  const chosen = settings.jobs.filter(({ id }) => options.jobs.length === 0 || options.jobs.includes(id));
  const definitions = chosen.flatMap(({ datasets }) => datasets);
  const accepted = options.accept.map((item) => readAcceptItem(item).datasetId);
  requireKnown('dataset', accepted, idsOf(definitions));
  return definitions;
}

/** A job that is known and has nothing to fetch is no misspelling. */
function requireUsed({ jobs, unused }: App['settings'], asked: readonly string[]): void {
  const idle = asked.find((id) => !jobs.some((job) => job.id === id) && unused.some(({ job }) => job === id));
  if (idle === undefined) return;
  const ids = unused.filter(({ job }) => job === idle).map(({ definition }) => definition.id);
  throw new PipelineError('usage', `The job '${idle}' does not run: no indicator uses ${ids.join(', ')}.`, {
    hint: 'Name the dataset under inputs of an indicator, or write keep: true under it in datasets.yaml of the settings.',
  });
}

function requireKnown(kind: 'job' | 'dataset', asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown !== undefined) throw unknownName(kind, unknown, known);
}

const idsOf = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
