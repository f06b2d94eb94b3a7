import type { ChangeCounts } from '../../model/data/publication.ts';

/** What is said of files that are held, taken in and undone. */
export interface HandlingTexts {
  readonly changes: (changes: ChangeCounts) => string;
  readonly unreadable: (path: string) => string;
  readonly unreadableHint: string;
  readonly sameFile: (date: string, name: string) => string;
  readonly held: (name: string) => string;
  readonly heldHint: (name: string) => string;
  readonly notWaiting: (reference: string) => string;
  readonly notTaken: (reference: string) => string;
  readonly severalNamed: (reference: string, numbers: string) => string;
  readonly numberHint: string;
  readonly listHint: string;
  readonly dropped: (name: string) => string;
  readonly undone: (name: string, gone: number, other: number) => string;
  readonly noSuchFigure: (indicator: string, year: string) => string;
}
