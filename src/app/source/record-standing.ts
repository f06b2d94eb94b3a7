import type { DatasetResult } from '../../model/run.ts';
import type { DatasetDefinition } from '../../model/data/job.ts';
import type { TableStanding } from '../../model/data/source-description.ts';
import type { OwnTable } from '../../source/describe/find-successor.ts';
import type { TableMetadata } from '../../source/describe/table-metadata.ts';
import { type CatalogueEntry, recordStanding } from '../../store/intake/catalogue.ts';
import { readKnownTable } from '../../store/read/known-table.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import { judgeStanding, standingOfGone } from './judge-standing.ts';
import { findMistakenTable } from './mistaken-table.ts';
import type { App } from '../open-app.ts';
import type { FindSuccessor } from './search-once.ts';
import { closedUntil } from '../../schedule/source-rhythm.ts';
import { whatToDo } from './standing-sentence.ts';

/** A dataset that was read just now, or whose table turned out to be gone. */
export interface ReadTable {
  readonly definition: DatasetDefinition;
  readonly before: CatalogueEntry | null;
  readonly result: DatasetResult;
  /** Is it its turn to be looked at whole? A twin is searched for only then. */
  readonly isTurn: boolean;
  readonly find: FindSuccessor;
  /** The metadata of a table as this run has read them. */
  readonly readMetadata: (table: string) => Promise<TableMetadata>;
  readonly entrySaysClosed: (table: string) => Promise<boolean>;
  /** Tables that turned out to be gone in this run. */
  readonly gone: ReadonlySet<string>;
}

/**
 * Records whether the table of a dataset can still be counted on, and adds to the result of one that is gone which
 * table continues it, or that its number is mistaken. While the source is closed for maintenance no table is taken to
 * be gone; a reading that failed otherwise says nothing of the table.
 */
export async function keepStanding(app: App, read: ReadTable): Promise<DatasetResult> {
  const { definition, result, gone } = read;
  if (result.errorCode === null) {
    await keepStandingOfRead(app, read);
    return result;
  }
  const { table } = definition;
  if (typeof table !== 'string' || !gone.has(table)) return result;
  const { store, settings } = app;
  const mistaken = await findMistakenTable(definition, { store, jobs: settings.jobs, find: read.find });
  if (mistaken !== null) {
    keep(app, read, null);
    return { ...result, message: `${mistaken.problem} ${mistaken.advice}` };
  }
  if (closedUntil(app.clock.now()) !== null) return result;
  const standing = await standingOfGone(knownTable(app, definition, table), questionOf(app, read));
  keep(app, read, standing);
  const message = standing.successor === null ? result.message : `${result.message} ${whatToDo(standing)}`;
  return { ...result, message };
}

async function keepStandingOfRead(app: App, read: ReadTable): Promise<void> {
  const { definition, isTurn, readMetadata, entrySaysClosed } = read;
  const table = findNewestPublication(app.store, definition.id)?.table ?? null;
  if (table === null) return;
  const question = { ...questionOf(app, read), lookForTwin: isTurn, entrySaysClosed };
  keep(app, read, await judgeStanding(await readMetadata(table), definition, question));
}

function questionOf({ clock }: App, { before, find }: ReadTable) {
  return { before: before?.standing ?? null, now: clock.now().toISOString(), find };
}

function keep(app: App, { definition, before }: ReadTable, standing: TableStanding | null): void {
  if (JSON.stringify(before?.standing ?? null) === JSON.stringify(standing)) return;
  recordStanding(app.store, definition.id, standing);
}

function knownTable({ store }: App, definition: DatasetDefinition, table: string): OwnTable {
  const known = readKnownTable(store, definition.id);
  return {
    id: table,
    label: known?.title ?? definition.title,
    variables: known?.variables ?? [],
    lastPeriod: known?.lastPeriod ?? null,
  };
}
