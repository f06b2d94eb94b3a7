import { PipelineError } from '../model/errors.ts';
import type { DatasetDefinition } from '../model/job.ts';
import type { Successor, TableStanding } from '../model/source-description.ts';
import { findSuccessor, type Kinship, type OwnTable } from '../source/find-successor.ts';
import type { SsbClient } from '../source/ssb-client.ts';
import { codesOf, type TableMetadata } from '../source/table-metadata.ts';
import { metadataSaysClosed } from '../source/table-title.ts';
import type { Logger } from '../platform/logger.ts';

/** Finds what goes on where a table ends; of one run, so that datasets on one table ask once. */
export type FindSuccessor = (own: OwnTable, kinship: Kinship) => Promise<Successor | null>;

/** What stood before, when it is now (ISO 8601), and whether a living table is looked at for a twin too. */
export interface StandingQuestion {
  readonly before: TableStanding | null;
  readonly now: string;
  readonly lookForTwin: boolean;
  readonly find: FindSuccessor;
}

/** Searches through a client, each table once; a search that fails finds nothing and is told in the log. */
export function successorFinder(client: SsbClient, logger: Logger): FindSuccessor {
  const found = new Map<string, Promise<Successor | null>>();
  return (own, kinship) => {
    const key = `${own.id}/${kinship}`;
    const known = found.get(key) ?? findSuccessor(client, own, kinship).catch((failure: unknown) => giveUp(failure));
    found.set(key, known);
    return known;
  };

  function giveUp(failure: unknown): null {
    if (!(failure instanceof PipelineError)) throw failure;
    logger.warn({ event: 'successor-search-failed', code: failure.code }, failure.message);
    return null;
  }
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
 * Can a table that was read be counted on? `null` when it can; else it says that it is closed, or it stands still while a
 * twin has a later period. A living table is searched a twin for only when its turn is, and what was found before holds
 * until the table has caught up.
 */
export async function judgeStanding(
  metadata: TableMetadata,
  definition: DatasetDefinition,
  { before, now, lookForTwin, find }: StandingQuestion,
): Promise<TableStanding | null> {
  const own = ownTable(metadata);
  const known = before?.table === own.id ? before : null;
  const standing = (kind: TableStanding['kind'], successor: Successor | null): TableStanding => ({
    ...{ kind, table: own.id, lastPeriod: own.lastPeriod },
    ...{ seenAt: known?.kind === kind ? known.seenAt : now, successor },
  });
  if (metadataSaysClosed(metadata)) {
    const named = known?.kind === 'closed' ? known.successor : null;
    return standing('closed', named !== null && !lookForTwin ? named : ((await find(own, 'heir')) ?? named));
  }
  // A table that is found by search is searched for anew with every reading.
  if (typeof definition.table !== 'string') return null;
  const overtaken = known?.kind === 'standing-still' && known.lastPeriod === own.lastPeriod ? known.successor : null;
  const twin = lookForTwin ? ((await find(own, 'twin')) ?? null) : overtaken;
  return twin === null ? null : standing('standing-still', twin);
}

/** The standing of a table that the source does not know any more; `own` is what is known of it by other ways. */
export async function standingOfGone(
  own: OwnTable,
  { before, now, find }: Omit<StandingQuestion, 'lookForTwin'>,
): Promise<TableStanding> {
  const known = before?.table === own.id ? before : null;
  const successor = known?.kind === 'gone' && known.successor !== null ? known.successor : await find(own, 'heir');
  const seenAt = known?.kind === 'gone' ? known.seenAt : now;
  return { kind: 'gone', table: own.id, lastPeriod: own.lastPeriod, seenAt, successor };
}
