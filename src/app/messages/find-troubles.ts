import { isTransient } from '../../model/errors.ts';
import { readFailuresInRow, readFirstAskedAt } from '../../store/runs/dataset-runs.ts';
import { findClockTrouble } from './find-clock-trouble.ts';
import { findZeroTroubles } from '../intake/false-zeros.ts';
import { findSymbolTroubles } from './find-symbol-troubles.ts';
import type { DatasetFreshness } from '../show/freshness.ts';
import { readStandings } from '../source/stored-standings.ts';
import type { App } from '../open-app.ts';
import type { TroubleSubject } from './trouble-subject.ts';
import { nameOfDataset } from './trouble-words.ts';
import { readFreshness } from '../show/read-freshness.ts';
import { dateText } from '../../words/date-text.ts';
import { troubleTextsOf } from '../../words/message/language.ts';

/**
 * What may be in trouble, each with what is wrong in a sentence, or `null` when it is in order: of every configured
 * dataset a reply that was refused or quarantined, a source that has given no answer when it should, figures older than
 * they may be; every 0 that cannot be a figure; every symbol without a known meaning; and a clock that was ahead. A
 * dataset whose source fails now and may answer soon is left out: that is not trouble yet, and does not mean that
 * earlier trouble is over.
 */
export function findTroubles(app: App): ReadonlyMap<TroubleSubject, string | null> {
  const texts = troubleTextsOf(app.settings.alerts.language);
  const failures = readFailuresInRow(app.store);
  const firstAsked = readFirstAskedAt(app.store);
  const gone = new Set(
    [...readStandings(app).values()].flatMap(({ standing: { kind }, datasets: of }) => (kind === 'gone' ? of : [])),
  );
  const datasets = readFreshness(app).flatMap((dataset) => {
    const { datasetId } = dataset;
    // Reported once, for the table.
    if (gone.has(datasetId)) return [];
    const failed = failures.get(datasetId);
    const isRefused = failed !== undefined && !isTransient(failed.errorCode);
    const what = nameOfDataset(datasetId, app.settings);
    const sentence = isRefused
      ? `${texts.refused(what, failed.message)} ${texts.actions.dataset}`
      : overdue(app, dataset, { what, firstAskedAt: firstAsked.get(datasetId) ?? null });
    if (sentence === null && failed !== undefined) return [];
    return [[`dataset:${datasetId}`, sentence] as const];
  });
  return new Map<TroubleSubject, string | null>([
    ...datasets,
    ...findZeroTroubles(app),
    ...findSymbolTroubles(app),
    ['service:clock', findClockTrouble(app)],
  ]);
}

/** `firstAskedAt`: of a dataset that has never been ingested. */
function overdue(
  { settings }: App,
  dataset: DatasetFreshness,
  { what, firstAskedAt }: { readonly what: string; readonly firstAskedAt: string | null },
): string | null {
  const { language } = settings.alerts;
  const texts = troubleTextsOf(language);
  const { actions } = texts;
  const { publishedAt, checkedAt, expectedCheckAt, isStale, allowedAgeDays } = dataset;
  const heardAt = checkedAt ?? publishedAt;
  const isLate = (at: string) => expectedCheckAt !== null && at < expectedCheckAt;
  if (heardAt !== null && isLate(checkedAt ?? '')) {
    return `${texts.noAnswerSince(what, dateText(heardAt, language))} ${actions.none}`;
  }
  if (heardAt === null && firstAskedAt !== null && isLate(firstAskedAt)) {
    return `${texts.neverAnswered(what, dateText(firstAskedAt, language))} ${actions.none}`;
  }
  if (!isStale || publishedAt === null) return null;
  return `${texts.late(what, dateText(publishedAt, language), allowedAgeDays ?? 0)} ${actions.late}`;
}
