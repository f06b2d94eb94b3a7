import type { RunOutcome } from '../model/run.ts';

/** What is known of the service at one moment; instants are ISO 8601. */
export interface HealthFacts {
  readonly now: string;
  /** `problem`: why the database cannot be used, as a sentence. */
  readonly database: { readonly problem: string | null };
  /** The newest run that has ended. */
  readonly lastRun: { readonly outcome: RunOutcome; readonly finishedAt: string } | null;
  /** The run recorded as running, and the last heartbeat of its process; `null` when it no longer holds the lease. */
  readonly going: { readonly startedAt: string; readonly heartbeatAt: string | null } | null;
  /** When the next run is planned; `null` when nothing plans runs here. */
  readonly nextFireAt: string | null;
  /** When the schedule was last looked at; `null` when nothing keeps one here. */
  readonly aliveAt: string | null;
  readonly outbox: {
    readonly pending: number;
    /** When the oldest message that waits was made. */
    readonly oldestAt: string | null;
    /** When the first message in line was or is to be tried. */
    readonly nextAttemptAt: string | null;
    readonly givenUp: number;
  };
  /** Of each dataset that has figures: how old its newest publication is, and may be. */
  readonly sources: readonly {
    readonly datasetId: string;
    readonly ageSeconds: number;
    readonly allowedSeconds: number;
  }[];
  /** When the page for staff was last written; `null` while there is none. */
  readonly page: { readonly madeAt: string | null };
  /** `newestDay` as `2026-01-31`. */
  readonly backup: {
    readonly isWanted: boolean;
    readonly newestDay: string | null;
    /** In the second folder; `null` where the settings name none. */
    readonly second: { readonly newestDay: string | null } | null;
    /** When the newest backup was last tried, and how that went; `null` before the first time. */
    readonly drill: { readonly at: string; readonly ok: boolean } | null;
  };
}

/** `note`: someone should look, but the service works. `failed`: the service does not do its work. */
export type CheckState = 'ok' | 'note' | 'failed';

export interface HealthCheck {
  readonly name: 'database' | 'runs' | 'schedule' | 'outbox' | 'sources' | 'page' | 'backup' | 'drill';
  readonly state: CheckState;
  readonly finding: string;
  /** Age of what the finding rests on; `null` when there is nothing yet. */
  readonly ageSeconds: number | null;
}

export interface HealthVerdict {
  readonly ready: boolean;
  readonly checks: readonly HealthCheck[];
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** A heartbeat comes twice a minute; after this silence others take the run over. */
const DEAD_AFTER = 180;
/** Reading everything again takes minutes. */
const LONGEST_RUN = 3 * HOUR;
/** The schedule is looked at every minute; a planned run that has not started by then has lost its timer. */
const LATEST_START = HOUR;
/** A message that was due is tried at once, and after a failure again within hours; by then nobody tries. */
const LATEST_ATTEMPT = 6 * HOUR;
/** It is written every day, and the clock of the service may have been off for one. */
const PAGE_MAY_BE = 2 * DAY;
/** Runs are made on weekdays, and a backup after the first of a day: Friday's is the newest until Monday. */
const BACKUP_MAY_BE = 4 * DAY;
/** It is made after the first run of a month. */
const DRILL_MAY_BE = 40 * DAY;

/**
 * Does the service do its work? It does not when the database cannot be used, a run hangs, a planned run has not
 * started, or a message that is due is not tried. Old figures, failed runs and receivers that refuse are for a person
 * to look at: restarting the process would not help.
 */
export function judgeHealth(facts: HealthFacts): HealthVerdict {
  const age = (instant: string) => Math.max(0, (Date.parse(facts.now) - Date.parse(instant)) / 1000);
  const checks = [
    judgeDatabase(facts),
    judgeRuns(facts, age),
    judgeSchedule(facts, age),
    judgeOutbox(facts, age),
    judgeSources(facts),
    judgePage(facts, age),
    judgeBackup(facts, age),
    judgeDrill(facts, age),
  ];
  return { ready: checks.every(({ state }) => state !== 'failed'), checks };
}

type Age = (instant: string) => number;

function judgeDatabase({ database }: HealthFacts): HealthCheck {
  const { problem } = database;
  const finding = problem ?? 'Reachable, schema up to date.';
  return { name: 'database', state: problem === null ? 'ok' : 'failed', finding, ageSeconds: 0 };
}

function judgeRuns({ lastRun, going }: HealthFacts, age: Age): HealthCheck {
  const check = (state: CheckState, finding: string, since: string | null): HealthCheck => {
    return { name: 'runs', state, finding, ageSeconds: since === null ? null : age(since) };
  };
  if (going !== null && going.heartbeatAt !== null && age(going.heartbeatAt) <= DEAD_AFTER) {
    const hangs = age(going.startedAt) > LONGEST_RUN;
    return hangs
      ? check('failed', `A run has been going on since ${going.startedAt}: it hangs.`, going.startedAt)
      : check('ok', `A run has been going on since ${going.startedAt}.`, going.startedAt);
  }
  if (going !== null) {
    return check('note', `The run of ${going.startedAt} was left unfinished; the next one closes it.`, going.startedAt);
  }
  if (lastRun === null) return check('note', 'There has been no run yet.', null);
  const isFine = lastRun.outcome === 'succeeded' || lastRun.outcome === 'unchanged';
  return check(isFine ? 'ok' : 'note', `The last run ended as ${lastRun.outcome}.`, lastRun.finishedAt);
}

function judgeSchedule({ nextFireAt, aliveAt, going }: HealthFacts, age: Age): HealthCheck {
  const name = 'schedule';
  const silent = aliveAt === null ? 0 : age(aliveAt);
  if (silent > LATEST_START && going === null) {
    const finding = `Nobody has looked at the schedule since ${aliveAt ?? ''}.`;
    return { name, state: 'failed', finding, ageSeconds: silent };
  }
  if (nextFireAt === null) return { name, state: 'ok', finding: 'No run is planned here.', ageSeconds: null };
  const late = age(nextFireAt);
  if (late > LATEST_START && going === null) {
    return { name, state: 'failed', finding: `The run planned for ${nextFireAt} has not begun.`, ageSeconds: late };
  }
  return { name, state: 'ok', finding: `The next run is planned for ${nextFireAt}.`, ageSeconds: late };
}

function judgeOutbox({ outbox }: HealthFacts, age: Age): HealthCheck {
  const { pending, oldestAt, nextAttemptAt, givenUp } = outbox;
  const ageSeconds = oldestAt === null ? null : age(oldestAt);
  const lost = givenUp === 0 ? '' : ` ${givenUp} were given up; \`naeringspuls alerts\` tells which.`;
  if (nextAttemptAt !== null && age(nextAttemptAt) > LATEST_ATTEMPT) {
    const finding = `A message was to be tried at ${nextAttemptAt} and has not been.${lost}`;
    return { name: 'outbox', state: 'failed', finding, ageSeconds };
  }
  const waiting = pending === 0 ? 'No message is waiting.' : `${pending} messages are waiting.`;
  return { name: 'outbox', state: givenUp === 0 ? 'ok' : 'note', finding: `${waiting}${lost}`, ageSeconds };
}

function judgeSources({ sources }: HealthFacts): HealthCheck {
  const old = sources.filter(({ ageSeconds, allowedSeconds }) => ageSeconds > allowedSeconds);
  const names = old.map(({ datasetId }) => datasetId).join(', ');
  const oldest = Math.max(...sources.map(({ ageSeconds }) => ageSeconds));
  return {
    name: 'sources',
    state: old.length === 0 ? 'ok' : 'note',
    finding: old.length === 0 ? 'No source is older than it may be.' : `Older than they may be: ${names}.`,
    ageSeconds: sources.length === 0 ? null : oldest,
  };
}

function judgePage({ page, lastRun }: HealthFacts, age: Age): HealthCheck {
  const name = 'page';
  const { madeAt } = page;
  if (madeAt === null) {
    return { name, state: lastRun === null ? 'ok' : 'note', finding: 'There is none yet.', ageSeconds: null };
  }
  const isOld = age(madeAt) > PAGE_MAY_BE;
  const finding = `It was written at ${madeAt}${isOld ? ', and is to be written every day' : ''}.`;
  return { name, state: isOld ? 'note' : 'ok', finding, ageSeconds: age(madeAt) };
}

function judgeBackup({ backup, lastRun }: HealthFacts, age: Age): HealthCheck {
  const name = 'backup';
  const { isWanted, newestDay, second } = backup;
  const ageSeconds = newestDay === null ? null : age(newestDay);
  if (!isWanted) return { name, state: 'ok', finding: 'The settings ask for none.', ageSeconds };
  if (newestDay === null) {
    return { name, state: lastRun === null ? 'ok' : 'note', finding: 'There is none yet.', ageSeconds };
  }
  const places = [newestDay, ...(second === null ? [] : [second.newestDay])];
  const isOld = places.some((day) => day === null || age(day) > BACKUP_MAY_BE);
  const copy = second === null ? '' : `, and in the second folder ${second.newestDay ?? 'there is none'}`;
  return { name, state: isOld ? 'note' : 'ok', finding: `The newest is of ${newestDay}${copy}.`, ageSeconds };
}

function judgeDrill({ backup }: HealthFacts, age: Age): HealthCheck {
  const name = 'drill';
  const { isWanted, newestDay, drill } = backup;
  if (!isWanted) return { name, state: 'ok', finding: 'The settings ask for no backups.', ageSeconds: null };
  if (drill === null) {
    const finding = 'No backup has been tried yet.';
    return { name, state: newestDay === null ? 'ok' : 'note', finding, ageSeconds: null };
  }
  const ageSeconds = age(drill.at);
  const finding = `The newest backup was tried at ${drill.at}${drill.ok ? '' : ', and cannot be used'}.`;
  return { name, state: drill.ok && ageSeconds <= DRILL_MAY_BE ? 'ok' : 'note', finding, ageSeconds };
}
