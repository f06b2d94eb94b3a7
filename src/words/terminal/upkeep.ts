import type { RunOutcome } from '../../model/run.ts';

/** Of a table that a person reads: the heading of each column. */
type Heading = readonly string[];

/** What the commands say that keep the installation going. */
export interface UpkeepWords {
  readonly schedule: ScheduleWords;
  readonly notes: NotesWords;
  readonly backup: BackupWords;
  readonly exported: (rows: string, folder: string) => string;
  readonly exportHeading: Heading;
  readonly reported: (indicators: number, file: string) => string;
  readonly repaired: (moment: string, rows: number) => string;
  readonly keptBefore: (file: string) => string;
  readonly newDatabase: NewDatabaseText;
}

/** Of a database that was made where there was none; `nearest` is another that may have been meant. */
export type NewDatabaseText = (file: string, nearest: string | null) => string;

/** Of the times of jobs, and the age of figures. */
export interface ScheduleWords {
  readonly zone: (timeZone: string) => string;
  readonly jobHeading: Heading;
  readonly datasetsTitle: string;
  readonly datasetHeading: Heading;
  readonly neverRun: string;
  readonly outcomes: Readonly<Record<RunOutcome, string>>;
  readonly states: Readonly<Record<'fresh' | 'publication-late' | 'fetch-failed' | 'never-read' | 'not-used', string>>;
}

/** Of what the source says beside its figures. */
export interface NotesWords {
  readonly none: string;
  readonly heading: Heading;
  readonly kinds: Readonly<Record<'label' | 'mandatory' | 'note', string>>;
  readonly marked: (count: number) => string;
  /** Who has read it, and on which day. */
  readonly readBy: (who: string, day: string) => string;
}

/** Of a backup that is made, and one that is looked at. */
export interface BackupWords {
  readonly made: (file: string, size: string) => string;
  readonly heading: Heading;
  readonly rowsHeading: Heading;
  readonly statusHeading: Heading;
  /** What is asked of a backup; JSON has the key. */
  readonly topics: Readonly<Record<BackupTopic, string>>;
  readonly whole: string;
  readonly referencesHold: string;
  readonly program: (isOwn: boolean) => string;
  readonly version: (version: number, known: number) => string;
  readonly rows: (rows: number, tables: number) => string;
  readonly differ: (indicators: string) => string;
  readonly asStored: (indicators: number) => string;
  /** The same, but for those that an earlier version judged otherwise. */
  readonly asStoredBut: (indicators: number, others: string) => string;
  readonly verdict: (file: string, ok: boolean) => string;
  /** That a backup has taken the place of the database. */
  readonly restored: (file: string, database: string) => string;
  /** What to do now. */
  readonly startService: string;
  readonly same: string;
  readonly otherFigure: string;
  readonly noRule: string;
  readonly earlierVersion: string;
  /** Before what is told in the words of the log. */
  readonly noted: (sentence: string) => string;
}

/** What is asked of a backup. */
export type BackupTopic = 'integrity' | 'references' | 'program' | 'version' | 'rows' | 'statuses';
