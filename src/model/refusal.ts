import type { MailFault } from './mail-fault.ts';

/** What a command may be asked for by name. */
export type NamedThing = 'indicator' | 'job' | 'dataset' | 'channel' | 'table' | 'alert';

/** A database that the user of this process has no way into; names of users. */
interface ClosedTo {
  readonly file: string;
  readonly by: string;
  readonly owner: string;
  readonly user: string;
}

/**
 * What a command refuses in the ordinary course of things, as a value: whoever reads it makes words of it in the language
 * and by the clock of the plan. Instants are ISO 8601, days `YYYY-MM-DD`.
 */
export type Refusal =
  | { readonly about: 'run-going-on'; readonly since: string; readonly pid: number; readonly freeAfterMinutes: number }
  | { readonly about: 'run-taken-over' }
  | { readonly about: 'database-written'; readonly file: string }
  /** `nearest`: the database that may have been meant. */
  | { readonly about: 'no-database'; readonly file: string; readonly nearest: string | null }
  | {
      readonly about: 'no-database-file';
      readonly file: string;
      readonly what: 'folder' | 'empty' | 'other' | 'foreign';
      readonly nearest: string | null;
    }
  /** A file or folder that belongs to `by`, and the database to `owner`. */
  | ({ readonly about: 'closed-database'; readonly closed: string } & ClosedTo)
  | ({ readonly about: 'closed-beside'; readonly closed: readonly string[] } & ClosedTo)
  | { readonly about: 'foreign-reader'; readonly file: string; readonly owner: string; readonly user: string }
  | { readonly about: 'older-database'; readonly file: string; readonly version: number; readonly needed: number }
  | { readonly about: 'no-backup'; readonly file: string }
  | { readonly about: 'backup-is-database'; readonly file: string }
  | { readonly about: 'backup-unsound'; readonly file: string }
  | { readonly about: 'no-backup-named' }
  /** `processes`: ids of those that have it open, as far as they can be seen. */
  | { readonly about: 'database-open'; readonly file: string; readonly processes: readonly number[] }
  | { readonly about: 'other-owner'; readonly file: string; readonly owner: string; readonly user: string }
  | { readonly about: 'restore-failed'; readonly file: string; readonly reason: string }
  | {
      readonly about: 'unknown-name';
      readonly thing: NamedThing;
      readonly name: string;
      /** Those there are; none where they are too many to name, or there are none. */
      readonly known: readonly string[];
      /** The one that may have been meant. */
      readonly nearest: string | null;
    }
  | { readonly about: 'nothing-assessed'; readonly day: string }
  | { readonly about: 'no-date'; readonly text: string }
  | {
      readonly about: 'day-out-of-reach';
      readonly day: string;
      readonly first: string;
      readonly last: string;
    }
  | { readonly about: 'no-reason' }
  | { readonly about: 'nothing-to-remind-of'; readonly indicator: string; readonly statusText: string | null }
  | { readonly about: 'alert-delivered'; readonly id: number }
  | { readonly about: 'nothing-unread'; readonly table: string; readonly hasNotes: boolean }
  | { readonly about: 'channel-closed'; readonly name: string; readonly variable: string | null }
  | { readonly about: 'mail-refused'; readonly fault: MailFault }
  /** A test that a mail server has not taken, by the name of the channel. */
  | { readonly about: 'test-undelivered'; readonly name: string; readonly fault: MailFault }
  /** The backup, or the database, of another municipality; both with their codes. */
  | {
      readonly about: 'other-municipality';
      readonly file: string;
      readonly of: string;
      readonly settings: string;
      readonly own: string;
    }
  | { readonly about: 'file-exists'; readonly file: string; readonly kind: 'backup' | 'page' }
  | { readonly about: 'live-database'; readonly file: string }
  | { readonly about: 'foreign-folder'; readonly folder: string; readonly file: string }
  | { readonly about: 'parquet-locale'; readonly locale: string }
  | { readonly about: 'no-file-named' }
  | { readonly about: 'one-figure-at-a-time' }
  | {
      readonly about: 'unreachable';
      readonly host: string;
      readonly proxy: string | null;
      /** Of the system, such as `ECONNREFUSED`; `timeout` for an answer that did not come in time, empty for none. */
      readonly code: string;
    };

/** What is refused, by what it is about. */
export type RefusalAbout = Refusal['about'];
