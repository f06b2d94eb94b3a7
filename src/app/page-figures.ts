import { computeIndicator } from '../compute/compute-indicator.ts';
import { indexGroups } from '../compute/index-groups.ts';
import type { Status } from '../model/assessment.ts';
import type { Figure, IndicatorPoint } from '../model/indicator.ts';
import type { Mix, PastAssessment, Revisions } from '../report/page-input.ts';
import { assessIndicator } from '../status/assess-indicator.ts';
import { findLastRevision } from '../store/last-revision.ts';
import { createDatasetReader } from '../store/read-dataset.ts';
import type { Store } from '../store/store.ts';
import type { AssessmentResult, FindDataset } from './assess.ts';

/** Statuses that say nothing about the ambition. */
const SILENT: readonly Status[] = ['not-measured', 'insufficient', 'break'];

type Result = Pick<AssessmentResult, 'rules' | 'series' | 'question'>;

/** What today's rules say of every period, from the first in which they could speak. */
export function assessPast({ question }: Pick<Result, 'question'>): readonly PastAssessment[] {
  const { series } = question;
  const all = series.points.map(({ period }, index) => {
    const upTo = { ...series, points: series.points.slice(0, index + 1) };
    const { status, evidence } = assessIndicator({ ...question, series: upTo, stale: false, before: null });
    const { verdict } = evidence;
    const parts = verdict === null ? [] : (verdict.parts ?? [verdict]).map((part) => part.status);
    return { period, status, parts };
  });
  const first = all.findIndex(({ status }) => !SILENT.includes(status));
  return first === -1 ? all.slice(-1) : all.slice(first);
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
 * the moment before. `null` when nothing was corrected.
 */
export function readRevisions(store: Store, { rules, series }: Result): Revisions | null {
  const { publication } = series;
  const last = publication === null ? null : findLastRevision(store, publication.datasetId);
  if (publication === null || last === null) return null;
  const asOf = new Date(Date.parse(last.retrievedAt) - 1).toISOString();
  const dataset = createDatasetReader(store, asOf)(publication.datasetId);
  if (dataset?.publication.alternative !== publication.alternative) return null;
  const { definition, geography } = rules;
  const then = computeIndicator(definition, new Map([[publication.datasetId, dataset]]), geography);
  const pairs = series.points.flatMap((now) => {
    const before = then.points.find(({ period }) => period === now.period);
    return before === undefined ? [] : [{ now, before }];
  });
  const values = pairs.flatMap(({ now, before }) => revisedValue(before, now));
  const peers = [...new Set(pairs.flatMap(({ now, before }) => revisedPeers(before, now)))];
  return values.length + peers.length === 0 ? null : { publishedAt: last.publishedAt, values, peers };
}

function revisedValue(before: IndicatorPoint, now: IndicatorPoint): Revisions['values'] {
  const [was, is] = [numberIn(before.value), numberIn(now.value)];
  return was === null || was === is ? [] : [{ period: now.period, before: was, after: is }];
}

function revisedPeers(before: IndicatorPoint, now: IndicatorPoint): readonly string[] {
  return now.peers.flatMap(({ id, name, level }) => {
    const earlier = before.peers.find((peer) => peer.id === id);
    const was = earlier === undefined ? null : numberIn(earlier.level);
    return was === null || was === numberIn(level) ? [] : [name];
  });
}

function numberIn(figure: Figure): number | null {
  return 'value' in figure ? figure.value : null;
}
