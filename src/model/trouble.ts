import type { FileQuestion } from './data/file-question.ts';
import type { PlaceContradiction } from './data/place-contradiction.ts';
import type { ChangeCounts } from './data/publication.ts';
import type { DescriptionChange, TableStanding, UnknownSymbol } from './data/source-description.ts';
import type { ErrorCode } from './errors.ts';
import type { Language } from './language.ts';

/** Why something failed: the code of the error, and what it knows of the circumstances. Never a text to show. */
export interface FailureFacts {
  readonly code: ErrorCode | 'bug';
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A place that a table does not offer: its name and today's code, and where the fault is to be looked for. */
export interface LackingPlace {
  readonly code: string;
  readonly name: string;
  readonly file: string;
  /** Where it stands there; left out where it does not stand there by itself. */
  readonly line?: number;
}

/** What a table says otherwise than before. `breaks` are the lines that would declare a break its notes speak of. */
export interface ChangedTable {
  readonly table: string;
  readonly datasets: readonly string[];
  readonly changes: readonly DescriptionChange[];
  readonly breaks: readonly string[];
}

/** What the settings of places are contradicted in, and the lines for regions.yaml that would settle it. */
export interface ContradictedPlace {
  /** Name of the place in the settings. */
  readonly place: string;
  /** `null` in a finding of a version that did not keep it. */
  readonly about: PlaceContradiction | null;
  readonly write: readonly string[];
}

interface Silence {
  readonly dataset: string;
  readonly since: string;
  readonly failure: FailureFacts | null;
}

/**
 * What operations are told, as facts: the words are made of them in the language of the reader, when they are told.
 * Instants are ISO 8601; datasets are ids.
 */
export type Trouble =
  /** The newest reply was refused, and what is stored stands. */
  | { readonly kind: 'refused'; readonly dataset: string; readonly failure: FailureFacts }
  /** No answer has come when it should; `failure` is `null` where nobody knows why. */
  | ({ readonly kind: 'no-answer' } & Silence)
  | ({ readonly kind: 'never-answered' } & Silence)
  | { readonly kind: 'late'; readonly dataset: string; readonly publishedAt: string; readonly days: number }
  /** A 0 that cannot be a figure; `item` is what `ingest --accept` takes. */
  | {
      readonly kind: 'zero';
      readonly dataset: string;
      /** `null` for the whole country. */
      readonly place: string | null;
      readonly period: string;
      readonly item: string;
    }
  | {
      readonly kind: 'symbol';
      /** `null` for a dataset that is of no table. */
      readonly table: string | null;
      readonly symbol: string;
      readonly found: readonly (UnknownSymbol & { readonly dataset: string })[];
    }
  /** The newest run in the database, and the clock of this machine. */
  | { readonly kind: 'clock'; readonly newest: string; readonly now: string }
  | { readonly kind: 'standing'; readonly standing: TableStanding; readonly datasets: readonly string[] }
  | {
      readonly kind: 'missing-places';
      readonly dataset: string;
      readonly table: string;
      readonly missing: readonly LackingPlace[];
    }
  | { readonly kind: 'places'; readonly findings: readonly ContradictedPlace[] }
  | { readonly kind: 'descriptions'; readonly tables: readonly ChangedTable[] }
  /** New figures that the source's list of changed tables never showed. */
  | { readonly kind: 'found'; readonly dataset: string; readonly table: string; readonly counts: ChangeCounts }
  /** A file that was refused; `said` is what whoever handed it in was told, in that language. */
  | {
      readonly kind: 'file-refused';
      readonly file: string;
      readonly name: string;
      readonly said: string;
      readonly language: Language;
    }
  | {
      readonly kind: 'file-held';
      readonly file: string;
      readonly name: string;
      readonly questions: readonly FileQuestion[];
    }
  /** The backup of the day, in the folder for them or in the second one. */
  | ({ readonly kind: 'backup-failed'; readonly folder: string; readonly isSecond: boolean } & Unwritten)
  /** What others read could not be replaced: the page for staff or a file beside it, the copy for analysts, their workbook. */
  | ({ readonly kind: 'page-failed' } & UnwrittenFile)
  | ({ readonly kind: 'copy-failed' } & UnwrittenFile)
  | ({ readonly kind: 'workbook-failed' } & UnwrittenFile)
  /**
   * A channel takes no messages: the oldest that waits was made at `since`, `givenUp` are not tried any more, and `said` is
   * why, in English.
   */
  | {
      readonly kind: 'delivery';
      readonly channel: string;
      readonly since: string;
      readonly givenUp: number;
      readonly said: string;
    }
  /** The settings of a municipality, or its variables, do not hold. */
  | ({ readonly kind: 'settings-refused' } & BrokenFolder)
  /** Nothing can be done for a municipality: its database cannot be opened or written, or the program fails. */
  | ({ readonly kind: 'work-failed'; readonly why: OutputProblem } & BrokenFolder)
  /** A backup that could not take the place of the database when that was tried. */
  | { readonly kind: 'drill-failed'; readonly file: string; readonly said: string };

export type TroubleKind = Trouble['kind'];

/** Why a file could not be written: its folder is not there, its disk is full, it is closed or held open, or something else. */
export type OutputProblem = 'away' | 'full' | 'closed' | 'other';

/** A folder of settings that something is wrong with; `said` is what the log says, in English. */
interface BrokenFolder {
  readonly folder: string;
  /** Name of the municipality; `null` where it cannot be read. */
  readonly municipality: string | null;
  /** Does it go on with the settings it had? */
  readonly isServed: boolean;
  /** Is this told to others, since the municipality has no channel that can be used? */
  readonly isToldToOthers: boolean;
  readonly said: string;
}

/** Of a file that could not be written; `said` is what the log says, in English. */
interface Unwritten {
  readonly why: OutputProblem;
  readonly said: string;
}

interface UnwrittenFile extends Unwritten {
  readonly file: string;
}

/** Every kind there is. */
export const TROUBLE_KINDS = [
  ...(['refused', 'no-answer', 'never-answered', 'late', 'zero', 'symbol', 'clock', 'standing'] as const),
  ...(['missing-places', 'places', 'descriptions', 'found', 'file-refused', 'file-held'] as const),
  ...(['backup-failed', 'page-failed', 'copy-failed', 'workbook-failed', 'drill-failed', 'delivery'] as const),
  ...(['settings-refused', 'work-failed'] as const),
] as const satisfies readonly TroubleKind[];

/** The datasets, or the kind of file, that a trouble is about. */
export function datasetsOf(trouble: Trouble): readonly string[] {
  switch (trouble.kind) {
    case 'clock':
    case 'places':
    case 'backup-failed':
    case 'page-failed':
    case 'copy-failed':
    case 'workbook-failed':
    case 'drill-failed':
    case 'delivery':
    case 'settings-refused':
    case 'work-failed':
      return [];
    case 'symbol':
      return trouble.found.map(({ dataset }) => dataset);
    case 'standing':
      return trouble.datasets;
    case 'descriptions':
      return trouble.tables.flatMap(({ datasets }) => datasets);
    case 'file-refused':
    case 'file-held':
      return [trouble.file];
    case 'refused':
    case 'no-answer':
    case 'never-answered':
    case 'late':
    case 'zero':
    case 'missing-places':
    case 'found':
      return [trouble.dataset];
  }
}
