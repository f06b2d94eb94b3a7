import type { OutputProblem, Trouble, TroubleKind } from '../../../model/trouble.ts';

/** The kinds of trouble with the files that the service keeps, the channels it tells by, and a folder of settings. */
export const SERVICE_TROUBLES = [
  ...(['backup-failed', 'page-failed', 'copy-failed', 'workbook-failed', 'drill-failed', 'delivery'] as const),
  ...(['settings-refused', 'work-failed'] as const),
] as const satisfies readonly TroubleKind[];

/** What may be wrong with the files that the service keeps, the channels it tells by, and a folder of settings. */
export type ServiceTrouble = Extract<Trouble, { kind: (typeof SERVICE_TROUBLES)[number] }>;

/** What may be wrong with a folder of settings, or keeps the service from working for it. */
export type FolderTrouble = Extract<Trouble, { kind: 'settings-refused' | 'work-failed' }>;

/** Is it about the service itself, and not about figures or their sources? */
export function isServiceTrouble(trouble: Trouble): trouble is ServiceTrouble {
  return SERVICE_TROUBLES.some((kind) => kind === trouble.kind);
}

/** How a file that others read is called within a sentence, and in the subject of a message. */
export type OutputTexts = Readonly<Record<'page-failed' | 'copy-failed' | 'workbook-failed', OutputText>>;

interface OutputText {
  readonly happened: string;
  /** With the capital letter of a beginning, and without the file. */
  readonly what: string;
  /** That the one before stays. */
  readonly stays: string;
}

/** Why a file could not be written, as a clause; `other` is told in the words of the log. */
export type WhyTexts = Readonly<Record<Exclude<OutputProblem, 'other'>, string>>;

/** What the log says, to be quoted within a sentence. */
export function withoutStop(said: string): string {
  return said.replace(/\.\s*$/, '');
}
