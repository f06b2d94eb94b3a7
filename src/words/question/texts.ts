import type { QuarantineReason } from '../../model/data/quarantine-reason.ts';

/** The texts of the questions; numbers come as text. */
export interface QuestionTexts {
  readonly futureYears: (years: string) => string;
  readonly outOfRange: (what: string, year: string, value: string, range: string) => string;
  readonly otherScale: (what: string, year: string, value: string, other: string) => string;
  readonly inYear: (value: string, year: string) => string;
  readonly inLastFile: (value: string) => string;
  readonly lostYears: (years: string) => string;
  readonly figuresGone: (gone: number, of: number) => string;
  readonly lostCategory: (dimension: string, code: string, nearest: string | null) => string;
  readonly newCategory: (dimension: string, code: string, nearest: string | null) => string;
  readonly notDecided: (dimension: string, code: string, nearest: string | null) => string;
  readonly notThere: (dimension: string, code: string, nearest: string | null) => string;
  readonly notLeftOut: (dimension: string, code: string, year: string, nearest: string | null) => string;
  readonly untilSettled: string;
  readonly becameZero: (parts: string, year: string, share: string) => string;
  readonly partsDiffer: (what: string, year: string, parts: string, whole: string) => string;
  readonly publication: Readonly<Record<QuarantineReason, string>>;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly decimalComma: boolean;
}
