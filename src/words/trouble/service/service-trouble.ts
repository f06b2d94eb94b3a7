import type { OutputProblem, Trouble } from '../../../model/trouble.ts';

/** What may be wrong with the files that the service keeps. */
export type ServiceTrouble = Extract<Trouble, { kind: 'backup-failed' | 'copy-failed' | 'drill-failed' }>;

/** Why a file could not be written, as a clause; `other` is told in the words of the log. */
export type WhyTexts = Readonly<Record<Exclude<OutputProblem, 'other'>, string>>;

/** What the log says, to be quoted within a sentence. */
export function withoutStop(said: string): string {
  return said.replace(/\.\s*$/, '');
}
