import type { AlertKind } from '../../model/plan/alert.ts';
import type { DoctorWords } from './doctor.ts';
import type { ProgressWords } from './progress.ts';
import type { UpkeepWords } from './upkeep.ts';

/** Words around the figures at a terminal; the figures and sentences come ready from the application. */
export interface TerminalTexts {
  readonly indicator: string;
  readonly status: string;
  readonly value: string;
  readonly flags: string;
  readonly sources: string;
  readonly before: string;
  readonly after: string;
  readonly cause: string;
  readonly sentence: string;
  /** When all was last assessed, written out; `null` before the first time. */
  readonly assessed: (moment: string | null) => string;
  /** Heading of the column with the times of assessments. */
  readonly assessedAt: string;
  readonly neverAssessed: (title: string) => string;
  readonly nothingChanged: string;
  readonly nothingWouldChange: string;
  readonly changed: string;
  readonly alerts: AlertWords;
  readonly imports: ImportWords;
  readonly explanation: ExplanationWords;
  readonly doctor: DoctorWords;
  readonly progress: ProgressWords;
  readonly upkeep: UpkeepWords;
}

/** Of the list of alerts. */
export interface AlertWords {
  readonly id: string;
  readonly made: string;
  readonly subject: string;
  readonly kind: string;
  readonly state: string;
  /** How often it was tried to send it; said where it was more than once, or in vain. */
  readonly attempts: (count: number) => string;
  readonly next: (moment: string) => string;
  readonly none: string;
  readonly resend: string;
  readonly delivered: string;
  readonly channelMissing: string;
  readonly acknowledged: string;
  readonly acknowledgedBy: (by: { readonly who: string; readonly day: string; readonly until: string }) => string;
  readonly tested: string;
  /** What could not be delivered, in the words of the log. */
  readonly undelivered: (problem: string) => string;
  readonly states: Readonly<Record<'pending' | 'delivered' | 'given-up' | 'replaced', string>>;
  readonly kinds: Readonly<Record<AlertKind, string>>;
}

/** Of an indicator that is explained. */
export interface ExplanationWords {
  readonly ambition: string;
  readonly value: string;
  readonly peer: string;
  readonly missing: string;
  readonly what: string;
  readonly why: string;
  readonly observations: string;
  readonly table: string;
  readonly series: string;
  readonly period: string;
  readonly symbol: string;
  readonly publication: string;
  readonly retrieval: string;
  readonly retrieved: string;
  readonly updated: string;
  readonly alternative: string;
  readonly request: string;
  readonly file: string;
}

/** Around what a file would do, or did. */
export interface ImportWords {
  readonly nothingChanged: string;
  readonly nothingTakenBack: string;
  readonly nothingAsked: string;
  readonly asked: string;
  readonly changes: (inserted: number, revised: number, gone: number, unchanged: number) => string;
  readonly years: string;
  readonly added: string;
  readonly gone: string;
  readonly newCategories: string;
  readonly goneCategories: string;
  readonly renamed: string;
  readonly indicators: string;
  readonly none: string;
  readonly treatments: string;
  readonly treated: Readonly<Record<'counted' | 'left-out' | 'not-decided', string>>;
  readonly without: (names: string) => string;
  readonly notThere: string;
  readonly sumHeading: readonly [category: string, year: string, before: string, after: string];
  readonly fileHeading: readonly string[];
  /** What a file in force has changed. */
  readonly counts: (inserted: number, revised: number, gone: number) => string;
  readonly states: Readonly<Record<'held' | 'in-force' | 'undone', string>>;
  readonly actions: Readonly<Record<'add' | 'replace' | 'withdraw', string>>;
  readonly noFiles: string;
}
