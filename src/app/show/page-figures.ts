import { computeIndicator } from '../../compute/compute-indicator.ts';
import { indexGroups } from '../../compute/index-groups.ts';
import type { Assessment, Status } from '../../model/plan/assessment.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import type { Observation, StoredDataset } from '../../model/data/dataset.ts';
import type { Figure } from '../../model/data/figure.ts';
import type { IndicatorPoint } from '../../model/plan/indicator-series.ts';
import type { Mix, PastAssessment, Revisions } from '../../report/page-input.ts';
import { assessIndicator } from '../../status/assess-indicator.ts';
import { findLastRevision } from '../../store/read/last-revision.ts';
import { createDatasetReader } from '../../store/read/read-dataset.ts';
import type { Store } from '../../store/store.ts';
import type { AssessmentResult, FindDataset } from '../assess/assess.ts';

/** Statuses that say nothing about the ambition. */
const SILENT: readonly Status[] = ['not-measured', 'insufficient', 'break'];

type Result = Pick<AssessmentResult, 'rules' | 'series' | 'question'>;

/** What is found of one period (a period key) by today's rules. */
export interface PeriodFinding {
  readonly period: number;
  readonly found: Assessment;
}

/** What today's rules find of every period, from the first in which they could speak. */
export function assessPeriods({ question }: Pick<Result, 'question'>): readonly PeriodFinding[] {
  const { series } = question;
  const all = series.points.map(({ period }, index) => {
    const upTo = { ...series, points: series.points.slice(0, index + 1) };
    return { period, found: assessIndicator({ ...question, series: upTo, stale: false, before: null }) };
  });
  const first = all.findIndex(({ found }) => !SILENT.includes(found.status));
  return first === -1 ? all.slice(-1) : all.slice(first);
}

/** The same as the page shows it. */
export function asPast(findings: readonly PeriodFinding[]): readonly PastAssessment[] {
  return findings.map(({ period, found }) => {
    const { status, evidence } = found;
    const { verdict } = evidence;
    const parts = verdict === null ? [] : (verdict.parts ?? [verdict]).map((part) => part.status);
    return { period, status, said: saidOf(found), parts };
  });
}

/** The groups behind the latest value of an index over groups; `null` for any other measure. */
export function readMix({ rules, series }: Result, findDataset: FindDataset): Mix | null {
  const point = series.points.findLast(({ value }) => 'value' in value);
  const dataset = series.input === null ? null : findDataset(series.input.dataset);
  if (point === undefined || series.input === null || dataset === null) return null;
  const groups = indexGroups(series.input, dataset, rules.geography, point);
  return groups.length === 0 ? null : { period: point.period, previousPeriod: point.previousPeriod, groups };
}

/**
 * What the source's last correction changed of the figures used: the series as it is beside the series as it was known
 * the moment before, both by the figures as published. `null` when nothing was corrected by the source.
 */
export function readRevisions(store: Store, { rules, series }: Result, findDataset: FindDataset): Revisions | null {
  const { publication } = series;
  const last = publication === null ? null : findLastRevision(store, publication.datasetId);
  if (publication === null || last === null) return null;
  const findThen = createDatasetReader(store, new Date(Date.parse(last.retrievedAt) - 1).toISOString());
  if (findThen(publication.datasetId)?.publication.alternative !== publication.alternative) return null;
  const { definition, geography } = rules;
  const ids = [publication.datasetId, series.perPublication?.datasetId].filter((id) => id !== undefined);
  const pointsOf = (find: FindDataset) => computeIndicator(definition, publishedFigures(ids, find), geography).points;
  const then = pointsOf(findThen);
  const pairs = pointsOf(findDataset).flatMap((now) => {
    const before = then.find(({ period }) => period === now.period);
    return before === undefined ? [] : [{ now, before }];
  });
  const values = pairs.flatMap(({ now, before }) => revisedValue(before, now));
  const peers = [...new Set(pairs.flatMap(({ now, before }) => revisedPeers(before, now)))];
  const levels = definition.measure === 'level' ? [] : pairs.flatMap(({ now, before }) => revisedLevel(before, now));
  if (values.length + levels.length + peers.length === 0) return null;
  return { publishedAt: last.publishedAt, values, levels, peers };
}

/** Some datasets without the corrections of the municipality. */
function publishedFigures(ids: readonly string[], find: FindDataset): ReadonlyMap<string, StoredDataset> {
  const datasets = ids.flatMap((id) => find(id) ?? []);
  return new Map(datasets.map((dataset) => [dataset.publication.datasetId, asPublished(dataset)]));
}

function asPublished(dataset: StoredDataset): StoredDataset {
  const series = dataset.series.map((one) => ({ ...one, observations: one.observations.map(uncorrected) }));
  const { earlier } = dataset;
  return { ...dataset, series, ...(earlier && { earlier: earlier.map(asPublished) }) };
}

function uncorrected(observation: Observation): Observation {
  const { correction } = observation;
  return correction === null ? observation : { ...observation, value: correction.published, correction: null };
}

function revisedValue(before: IndicatorPoint, now: IndicatorPoint): Revisions['values'] {
  const [was, is] = [numberIn(before.value), numberIn(now.value)];
  return was === null || was === is || isOurs(now.value) ? [] : [{ period: now.period, before: was, after: is }];
}

/** The published figure behind a value that is calculated. */
function revisedLevel(before: IndicatorPoint, now: IndicatorPoint): Revisions['levels'] {
  const [was, is] = [numberIn(before.own), numberIn(now.own)];
  return was === null || was === is || isOurs(now.own) ? [] : [{ period: now.period, before: was, after: is }];
}

function revisedPeers(before: IndicatorPoint, now: IndicatorPoint): readonly string[] {
  return now.peers.flatMap(({ id, name, level }) => {
    const earlier = before.peers.find((peer) => peer.id === id);
    const was = earlier === undefined ? null : numberIn(earlier.level);
    return was === null || was === numberIn(level) || isOurs(level) ? [] : [name];
  });
}

/** The source shows a number, and we do not take it for the place. */
function isOurs(figure: Figure): boolean {
  return 'missing' in figure && (figure.missing === 'other-place' || figure.missing === 'code-ended');
}

function numberIn(figure: Figure): number | null {
  return 'value' in figure ? figure.value : null;
}
