import type { Trouble } from '../../model/trouble.ts';
import type { App } from '../open-app.ts';
import { isInTrouble, recordTrouble } from './raise-notices.ts';

/** What the service writes for others to read. */
export type OutputSubject = 'service:page' | 'service:copy' | 'service:workbook';
type OutputTrouble = Extract<Trouble, { kind: 'page-failed' | 'copy-failed' | 'workbook-failed' }>;

/**
 * As `recordTrouble`, of something that is written after the work is done. Never throws: on a full disk the database
 * cannot be written either, which is logged, and recorded when the output is next tried.
 */
export function recordOutput(app: App, subject: OutputSubject, trouble: OutputTrouble | null): void {
  try {
    if (trouble === null && !isInTrouble(app, subject)) return;
    recordTrouble(app, subject, trouble);
  } catch (error) {
    app.logger.error({ event: 'trouble-unrecorded', err: error, subject }, 'Operations could not be told of this.');
  }
}
