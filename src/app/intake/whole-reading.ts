import type { DatasetDefinition, JobDefinition } from '../../model/data/job.ts';

const DAY_MS = 86_400_000;

/** A dataset's place in the rhythm: when it was last read whole (ISO 8601), and which day of the rhythm is its own. */
export interface Turn {
  /** `null`: not known, so it is due. */
  readonly readAt: string | null;
  /** From 0 to `everyDays - 1`. */
  readonly day: number;
}

/**
 * Has the turn of a dataset come, on which its table's own metadata and figures are read whatever the source says of
 * news? On its own day of the rhythm, so that not all fall on one morning: that day which lies between half and the
 * whole of `everyDays` after the last reading, or half of it after where none does. Never later than `everyDays` after
 * the last reading; days are whole ones of UTC. With 0 its turn never comes.
 */
export function isTurn({ readAt, day }: Turn, everyDays: number, now: Date): boolean {
  if (everyDays === 0) return false;
  if (readAt === null) return true;
  const read = dayOf(new Date(readAt));
  const latest = read + everyDays;
  const own = latest - ((((latest - day) % everyDays) + everyDays) % everyDays);
  const soonest = read + Math.ceil(everyDays / 2);
  // A reading in the future was made by a clock that was wrong.
  return dayOf(now) >= Math.max(own, soonest) || dayOf(now) < read;
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / DAY_MS);
}

/** Dataset → its own day of the rhythm: tables are spread evenly over it, and datasets on one table share its day. */
export function daysOfRhythm(jobs: readonly JobDefinition[], everyDays: number): ReadonlyMap<string, number> {
  const datasets = jobs.flatMap((job) => job.datasets);
  const tables = [...new Set(datasets.map(tableOf))];
  return new Map(
    datasets.map((definition) => {
      const position = tables.indexOf(tableOf(definition));
      return [definition.id, Math.floor((position * everyDays) / tables.length)] as const;
    }),
  );
}

function tableOf({ id, table }: DatasetDefinition): string {
  return typeof table === 'string' ? table : id;
}
