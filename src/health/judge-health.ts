import type { CheckState, HealthCheck, HealthFacts, HealthVerdict } from './facts.ts';
import { judgeOutputs } from './judge-outputs.ts';

const HOUR = 3600;

/** A heartbeat comes twice a minute; after this silence others take the run over. */
const DEAD_AFTER = 180;
/** Reading everything again takes minutes. */
const LONGEST_RUN = 3 * HOUR;
/** The schedule is looked at every minute; a planned run that has not started by then has lost its timer. */
const LATEST_START = HOUR;
/** A message that was due is tried at once, and after a failure again within hours; by then nobody tries. */
const LATEST_ATTEMPT = 6 * HOUR;

/**
 * Does the service do its work? It does not when the database cannot be used, its disk is full, a run hangs, a planned run has not
 * started, or a message that is due is not tried. Old figures, failed runs and receivers that refuse are for a person
 * to look at: restarting the process would not help.
 */
export function judgeHealth(facts: HealthFacts): HealthVerdict {
  const age = (instant: string) => Math.max(0, (Date.parse(facts.now) - Date.parse(instant)) / 1000);
  const checks = [
    judgeDatabase(facts),
    judgeDisk(facts),
    judgeRuns(facts, age),
    judgeSchedule(facts, age),
    judgeOutbox(facts, age),
    judgeSources(facts),
    ...judgeOutputs(facts, age),
  ];
  return { ready: checks.every(({ state }) => state !== 'failed'), checks };
}

function judgeDatabase({ database }: HealthFacts): HealthCheck {
  const { problem } = database;
  const finding = problem ?? 'Reachable, schema up to date.';
  return { name: 'database', state: problem === null ? 'ok' : 'failed', finding, ageSeconds: 0 };
}

/** A full disk mends by itself, and not before a write has succeeded. */
function judgeDisk({ full }: HealthFacts): HealthCheck {
  const finding =
    full.length === 0
      ? 'There was room for what was last written.'
      : `Full when it was last tried to write: ${full.join(', ')}.`;
  return { name: 'disk', state: full.length === 0 ? 'ok' : 'failed', finding, ageSeconds: null };
}

type Age = (instant: string) => number;

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
  const { pending, oldestAt, nextAttemptAt, givenUp, silentChannels } = outbox;
  const ageSeconds = oldestAt === null ? null : age(oldestAt);
  const lost = givenUp === 0 ? '' : ` ${givenUp} were given up; \`naeringspuls alerts\` tells which.`;
  if (nextAttemptAt !== null && age(nextAttemptAt) > LATEST_ATTEMPT) {
    const finding = `A message was to be tried at ${nextAttemptAt} and has not been.${lost}`;
    return { name: 'outbox', state: 'failed', finding, ageSeconds };
  }
  const waiting = pending === 0 ? 'No message is waiting.' : `${pending} messages are waiting.`;
  const silent = silentChannels.length === 0 ? '' : ` Takes no messages: ${silentChannels.join(', ')}.`;
  const isFine = givenUp === 0 && silentChannels.length === 0;
  return { name: 'outbox', state: isFine ? 'ok' : 'note', finding: `${waiting}${silent}${lost}`, ageSeconds };
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
