import { isTransient } from '../../model/errors.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { ChangedTable } from '../../source/describe/changed-tables.ts';
import type { SsbClient } from '../../source/ask/ssb-client.ts';
import { type CatalogueEntry, readCatalogue } from '../../store/intake/catalogue.ts';
import { type FailuresInRow, readFailuresInRow } from '../../store/runs/dataset-runs.ts';
import { readPlaces } from '../../store/read/place-findings.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import { readAcceptItem } from './accept.ts';
import { askNews, type TableNews } from './ask-news.ts';
import { isLacking } from './ingest-tables.ts';
import { queryFingerprint } from './query-fingerprint.ts';
import type { App } from '../open-app.ts';
import { closedUntil } from '../../schedule/source-rhythm.ts';
import { daysOfRhythm, isTurn } from './whole-reading.ts';

export interface DueOptions {
  readonly force: boolean;
  readonly accept: readonly string[];
  /** True for runs that follow one another by the schedule: they share one answer of the source. */
  readonly mayShare: boolean;
}

export interface DueDatasets extends TableNews {
  readonly due: ReadonlySet<string>;
  /** Of those due, the ones whose turn it is to be read whole. */
  readonly turns: ReadonlySet<string>;
  /** Of those due, the ones that nothing but their turn is a reason to read: the source has said nothing of them. */
  readonly unlisted: ReadonlySet<string>;
  /** Of those due, the ones that are asked once more, since the last answer may have come from a cache. */
  readonly awaited: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The datasets that must be read now: those never ingested, those whose table the source has updated since, those whose
 * question has changed (another peer, another code), those whose last reply was refused or is to be read again, those
 * whose turn it is to be read whatever the source says, and those a person asks for. One request whatever their number;
 * when there is nothing to compare with, the source's own configuration is asked for, so that a source out of reach is
 * noticed once and not once per dataset. Throws what the client throws.
 */
export async function findDue(
  app: App,
  client: SsbClient,
  definitions: readonly DatasetDefinition[],
  options: DueOptions,
): Promise<DueDatasets> {
  const entries = new Map(readCatalogue(app.store).map((entry) => [entry.datasetId, entry]));
  const failures = readFailuresInRow(app.store);
  const since = earliestCheck(app, entries, failures);
  const now = app.clock.now().toISOString();
  if (options.force || since === null) {
    await client.config();
    const all = new Set(definitions.map(({ id }) => id));
    return { due: all, turns: NONE, unlisted: NONE, awaited: NONE, askedAt: now, changed: new Map() };
  }
  const news = await askNews(app, client, { since, mayShare: options.mayShare });
  const accepted = options.accept.map((item) => readAcceptItem(item).datasetId);
  // After a failure that may pass, an answer is awaited, and whether anything has changed since the last one.
  const isAwaited = ({ id }: DatasetDefinition) => {
    const nextCheckAt = entries.get(id)?.nextCheckAt ?? null;
    return nextCheckAt !== null && nextCheckAt <= now && !failures.has(id);
  };
  const isAsked = (definition: DatasetDefinition) =>
    accepted.includes(definition.id) ||
    isStuck(failures.get(definition.id)) ||
    isAwaited(definition) ||
    hasChanged(app, definition, entries.get(definition.id), news.changed);
  const asked = idsOf(definitions.filter(isAsked));
  const turns = findTurns(app, entries, definitions);
  return {
    ...news,
    due: new Set([...asked, ...turns]),
    turns,
    unlisted: new Set([...turns].filter((id) => !asked.has(id))),
    awaited: idsOf(definitions.filter(isAwaited)),
  };
}

function idsOf(definitions: readonly DatasetDefinition[]): ReadonlySet<string> {
  return new Set(definitions.map(({ id }) => id));
}

/** None while the source is closed for maintenance. */
function findTurns(
  { settings, clock }: App,
  entries: ReadonlyMap<string, CatalogueEntry>,
  definitions: readonly DatasetDefinition[],
): ReadonlySet<string> {
  if (closedUntil(clock.now()) !== null) return NONE;
  const everyDays = settings.plan.readAllEveryDays;
  const days = daysOfRhythm(settings.jobs, everyDays);
  return idsOf(
    definitions.filter(({ id }) => {
      const turn = { readAt: entries.get(id)?.readAt ?? null, day: days.get(id) ?? 0 };
      return isTurn(turn, everyDays, clock.now());
    }),
  );
}

/** Of every configured dataset, so that one answer does for all jobs. */
function earliestCheck(
  { settings }: App,
  entries: ReadonlyMap<string, CatalogueEntry>,
  failures: ReadonlyMap<string, FailuresInRow>,
): string | null {
  const checked = settings.jobs
    .flatMap(({ datasets }) => datasets)
    .flatMap(({ id }) => (isStuck(failures.get(id)) ? [] : (entries.get(id)?.checkedAt ?? [])));
  return checked.toSorted()[0] ?? null;
}

/** A reply that was refused is read again in every run, whatever has changed: until the source or a person mends it. */
function isStuck(failed: FailuresInRow | undefined): boolean {
  return failed !== undefined && !isTransient(failed.errorCode);
}

function hasChanged(
  app: App,
  definition: DatasetDefinition,
  entry: CatalogueEntry | undefined,
  changed: ReadonlyMap<string, ChangedTable>,
): boolean {
  const newest = findNewestPublication(app.store, definition.id);
  if (newest === null || entry === undefined || entry.table === null) return true;
  if (newest.query !== queryFingerprint(definition, app.settings)) return true;
  if (definition.earlier?.some((one) => isLacking(app, one)) === true) return true;
  // The run that ingested it may have died before recording what the source says of its places.
  if (!readPlaces(app.store).has(definition.id)) return true;
  if (typeof definition.table !== 'string' && hasNewTable(definition.table.subject, entry.table, changed)) return true;
  const table = changed.get(entry.table);
  return (
    table !== undefined && (table.updated === null || Date.parse(table.updated) !== Date.parse(entry.updatedAt ?? ''))
  );
}

/** A survey table is replaced by one with another id: any other table of the subject is reason to search again. */
function hasNewTable(subject: string, known: string, changed: ReadonlyMap<string, ChangedTable>): boolean {
  return [...changed].some(
    ([id, { subjects }]) => id !== known && subjects.some((one) => one.toLowerCase() === subject.toLowerCase()),
  );
}
