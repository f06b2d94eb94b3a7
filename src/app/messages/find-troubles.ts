import { isTransient } from '../../model/errors.ts';
import type { FailureFacts, Trouble } from '../../model/trouble.ts';
import { readFailuresInRow, readFirstAskedAt } from '../../store/runs/dataset-runs.ts';
import { findClockTrouble } from './find-clock-trouble.ts';
import { findDeliveryTroubles } from './find-delivery-troubles.ts';
import { findZeroTroubles } from '../intake/false-zeros.ts';
import { findSymbolTroubles } from './find-symbol-troubles.ts';
import type { DatasetFreshness } from '../show/freshness.ts';
import { readStandings } from '../source/stored-standings.ts';
import type { App } from '../open-app.ts';
import type { TroubleSubject } from './trouble-subject.ts';
import { readFreshness } from '../show/read-freshness.ts';

/** Dataset → why it failed in the run that has just been; only its code is kept after that. */
export type KnownFailures = ReadonlyMap<string, FailureFacts>;

/**
 * What may be in trouble, each with what is wrong, or `null` when it is in order: of every configured dataset a reply
 * that was refused or quarantined, a source that has given no answer when it should, figures older than they may be;
 * every 0 that cannot be a figure; every symbol without a known meaning; a clock that was ahead; and a channel that
 * takes no messages. A dataset whose
 * source fails now and may answer soon is left out: that is not trouble yet, and does not mean that earlier trouble is
 * over.
 */
export function findTroubles(app: App, known: KnownFailures): ReadonlyMap<TroubleSubject, Trouble | null> {
  const failures = readFailuresInRow(app.store);
  const firstAsked = readFirstAskedAt(app.store);
  const gone = new Set(
    [...readStandings(app).values()].flatMap(({ standing: { kind }, datasets: of }) => (kind === 'gone' ? of : [])),
  );
  const datasets = readFreshness(app).flatMap((freshness) => {
    const { datasetId: dataset } = freshness;
    // Reported once, for the table.
    if (gone.has(dataset)) return [];
    const failed = failures.get(dataset);
    const failure = failed === undefined ? null : (known.get(dataset) ?? { code: failed.errorCode, facts: {} });
    const trouble =
      failure !== null && !isTransient(failure.code)
        ? ({ kind: 'refused', dataset, failure } as const)
        : overdue(freshness, { failure, firstAskedAt: firstAsked.get(dataset) ?? null });
    if (trouble === null && failed !== undefined) return [];
    return [[`dataset:${dataset}`, trouble] as const];
  });
  return new Map<TroubleSubject, Trouble | null>([
    ...datasets,
    ...findZeroTroubles(app),
    ...findSymbolTroubles(app),
    ['service:clock', findClockTrouble(app)],
    ...findDeliveryTroubles(app),
  ]);
}

/** `firstAskedAt`: of a dataset that has never been ingested. */
function overdue(
  { datasetId: dataset, publishedAt, checkedAt, expectedCheckAt, isStale, allowedAgeDays }: DatasetFreshness,
  { failure, firstAskedAt }: { readonly failure: FailureFacts | null; readonly firstAskedAt: string | null },
): Trouble | null {
  const heardAt = checkedAt ?? publishedAt;
  const isLate = (at: string) => expectedCheckAt !== null && at < expectedCheckAt;
  if (heardAt !== null && isLate(checkedAt ?? '')) return { kind: 'no-answer', dataset, since: heardAt, failure };
  if (heardAt === null && firstAskedAt !== null && isLate(firstAskedAt)) {
    return { kind: 'never-answered', dataset, since: firstAskedAt, failure };
  }
  if (!isStale || publishedAt === null) return null;
  return { kind: 'late', dataset, publishedAt, days: allowedAgeDays ?? 0 };
}
