import { readLastTroubles } from '../../store/messages/outbox.ts';
import type { App } from '../open-app.ts';
import { recordTrouble } from '../messages/raise-notices.ts';
import { readStandings } from './stored-standings.ts';

const PREFIX = 'table:';

/**
 * Notifies operations of each table in trouble: when it begins, when its successor becomes known, and when it is over.
 */
export function reportStandings(app: App): void {
  const standings = readStandings(app);
  for (const { kind, subject } of readLastTroubles(app.store)) {
    const isOver = kind === 'trouble' && subject.startsWith(PREFIX) && !standings.has(subject.slice(PREFIX.length));
    if (isOver) recordTrouble(app, `${PREFIX}${subject.slice(PREFIX.length)}`, null);
  }
  for (const [table, { standing, datasets }] of standings) {
    recordTrouble(app, `${PREFIX}${table}`, { kind: 'standing', standing, datasets }, { notifyChanges: true });
  }
}
