import type { DatasetDefinition } from '../../model/data/job.ts';
import type { Successor, TableStanding } from '../../model/data/source-description.ts';
import type { OwnTable } from '../../source/describe/find-successor.ts';
import { codesOf, type TableMetadata } from '../../source/describe/table-metadata.ts';
import { metadataSaysClosed } from '../../source/describe/table-title.ts';
import type { FindSuccessor } from './search-once.ts';

/** What stood before, when it is now (ISO 8601), and whether a living table is looked at for a twin too. */
export interface StandingQuestion {
  readonly before: TableStanding | null;
  readonly now: string;
  readonly lookForTwin: boolean;
  readonly find: FindSuccessor;
  /** Does the table's entry in the list say that it is closed? Asked of a table at its turn whose metadata do not. */
  readonly entrySaysClosed: (table: string) => Promise<boolean>;
}

/** What a search goes by, from the metadata of a table. */
export function ownTable(metadata: TableMetadata): OwnTable {
  const time = metadata.variables.find(({ role }) => role === 'time');
  return {
    id: metadata.table,
    label: metadata.label,
    variables: metadata.variables.map(({ label }) => label),
    lastPeriod: time === undefined ? null : (codesOf(time).at(-1) ?? null),
  };
}

/**
 * Can a table that was read be counted on? `null` when it can; else it says that it is closed, or it stands still while
 * a twin has a later period. A living table is searched a twin for only when its turn is, and what was found before
 * holds until the table has caught up.
 */
export async function judgeStanding(
  metadata: TableMetadata,
  definition: DatasetDefinition,
  { before, now, lookForTwin, find, entrySaysClosed }: StandingQuestion,
): Promise<TableStanding | null> {
  const own = ownTable(metadata);
  const known = before?.table === own.id ? before : null;
  const standing = (kind: TableStanding['kind'], successor: Successor | null): TableStanding => ({
    kind,
    table: own.id,
    lastPeriod: own.lastPeriod,
    seenAt: known?.kind === kind ? known.seenAt : now,
    successor,
  });
  const wasClosed = known?.kind === 'closed';
  const isClosed = metadataSaysClosed(metadata) || (lookForTwin ? await entrySaysClosed(own.id) : wasClosed);
  if (isClosed) {
    const named = wasClosed ? known.successor : null;
    return standing('closed', named !== null && !lookForTwin ? named : ((await find(own, 'heir')) ?? named));
  }
  // A table that is found by search is searched for again with every reading.
  if (typeof definition.table !== 'string') return null;
  const overtaken = known?.kind === 'standing-still' && known.lastPeriod === own.lastPeriod ? known.successor : null;
  const twin = lookForTwin ? ((await find(own, 'twin')) ?? null) : overtaken;
  return twin === null ? null : standing('standing-still', twin);
}

/** The standing of a table that the source does not know any more; `own` is what is known of it by other ways. */
export async function standingOfGone(
  own: OwnTable,
  { before, now, find }: Pick<StandingQuestion, 'before' | 'now' | 'find'>,
): Promise<TableStanding> {
  const known = before?.table === own.id ? before : null;
  const successor = known?.kind === 'gone' && known.successor !== null ? known.successor : await find(own, 'heir');
  const seenAt = known?.kind === 'gone' ? known.seenAt : now;
  return { kind: 'gone', table: own.id, lastPeriod: own.lastPeriod, seenAt, successor };
}
