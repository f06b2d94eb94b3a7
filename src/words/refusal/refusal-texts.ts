import type { Refusal, RefusalAbout } from '../../model/refusal.ts';
import type { Clock } from '../terminal/moment.ts';

/** What was refused, and what to do. */
export interface SaidRefusal {
  readonly message: string;
  readonly hint: string;
}

type Say<About extends RefusalAbout> = (refusal: Extract<Refusal, { about: About }>, clock: Clock) => SaidRefusal;

/** A whole text for each thing that is refused, in one language. */
export type RefusalTexts = { readonly [About in RefusalAbout]: Say<About> };

/** Those about the file of the database and its backups. */
export type StorageTexts = Pick<
  RefusalTexts,
  | 'no-database'
  | 'no-database-file'
  | 'closed-database'
  | 'closed-beside'
  | 'foreign-reader'
  | 'older-database'
  | 'no-backup'
  | 'no-backup-named'
  | 'backup-is-database'
  | 'backup-unsound'
  | 'database-open'
  | 'other-owner'
  | 'restore-failed'
  | 'live-database'
  | 'other-municipality'
>;
