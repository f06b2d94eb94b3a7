import type { HealthCheck, HealthFacts } from './facts.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** It is made after every run, in seconds or minutes. */
const COPY_AFTER_RUN = HOUR;
/** It is written every day, and the clock of the service may have been off for one. */
const PAGE_MAY_BE = 2 * DAY;
/** Runs are made on weekdays, and a backup after the first of a day: Friday's is the newest until Monday. */
const BACKUP_MAY_BE = 4 * DAY;
/** It is made after the first run of a month. */
const DRILL_MAY_BE = 40 * DAY;

/** Seconds from an instant until now. */
type Age = (instant: string) => number;

/** How old what the service writes is: the page for staff, the copy for analysts, the backups and the try of one. */
export function judgeOutputs(facts: HealthFacts, age: Age): readonly HealthCheck[] {
  return [judgePage(facts, age), judgeCopy(facts, age), judgeBackup(facts, age), judgeDrill(facts, age)];
}

function judgePage({ page, lastRun }: HealthFacts, age: Age): HealthCheck {
  const name = 'page';
  const { madeAt, failed } = page;
  const again = failed ? ' It could not be written when that was last tried.' : '';
  if (madeAt === null) {
    const isFine = lastRun === null && !failed;
    return { name, state: isFine ? 'ok' : 'note', finding: `There is none yet.${again}`, ageSeconds: null };
  }
  const isOld = age(madeAt) > PAGE_MAY_BE;
  const finding = `It was written at ${madeAt}${isOld ? ', and is to be written every day' : ''}.${again}`;
  return { name, state: isOld || failed ? 'note' : 'ok', finding, ageSeconds: age(madeAt) };
}

function judgeCopy({ copy, lastRun }: HealthFacts, age: Age): HealthCheck {
  const name = 'copy';
  const { madeAt, failed } = copy;
  const again = failed ? ' It or its workbook could not be replaced when that was last tried.' : '';
  if (madeAt === null) {
    const isFine = lastRun === null && !failed;
    return { name, state: isFine ? 'ok' : 'note', finding: `There is none yet.${again}`, ageSeconds: null };
  }
  const ended = lastRun?.finishedAt ?? madeAt;
  const isOld = madeAt < ended && age(ended) > COPY_AFTER_RUN;
  const finding = `It was made at ${madeAt}${isOld ? `, and the last run ended at ${ended}` : ''}.${again}`;
  return { name, state: isOld || failed ? 'note' : 'ok', finding, ageSeconds: age(madeAt) };
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
