import type { UnsettledCategory } from './category.ts';
import type { QuarantineReason } from './quarantine-reason.ts';

/** Something about a file that a person must decide before it is imported. */
export type FileQuestion =
  /** Figures of years that have not begun. */
  | { readonly kind: 'future-years'; readonly years: readonly string[] }
  /** An index outside the range that the plan declares. */
  | {
      readonly kind: 'out-of-range';
      readonly what: string;
      readonly year: string;
      readonly value: number;
      readonly range: readonly [low: number, high: number];
    }
  /**
   * A figure, or a sum, many times another of the same thing. `otherYear` is `null` for the same year in the last file.
   */
  | {
      readonly kind: 'other-scale';
      readonly what: string;
      readonly year: string;
      readonly value: number;
      readonly other: number;
      readonly otherYear: string | null;
    }
  /** Years that the last file had and this one lacks. */
  | { readonly kind: 'lost-years'; readonly years: readonly string[] }
  /** Figures that were there and are missing or 0. */
  | { readonly kind: 'figures-gone'; readonly gone: number; readonly of: number }
  /** A category that the last file had figures for. */
  | {
      readonly kind: 'lost-category';
      readonly dimension: string;
      readonly code: string;
      readonly nearest: string | null;
    }
  /** A category that no file had, in a sum of all but those named. */
  | {
      readonly kind: 'new-category';
      readonly dimension: string;
      readonly code: string;
      readonly nearest: string | null;
    }
  /** A category about which the settings do not say what is to be done; the status is a break until they do. */
  | { readonly kind: 'unsettled'; readonly category: UnsettledCategory; readonly nearest: string | null }
  /** Parts that are 0, and were so large a share (0 to 1) of the sum in the year before. */
  | { readonly kind: 'became-zero'; readonly year: string; readonly parts: readonly string[]; readonly share: number }
  /** Parts that do not make the sum the file itself gives. */
  | {
      readonly kind: 'parts-differ';
      readonly what: string;
      readonly year: string;
      readonly parts: number;
      readonly whole: number;
    }
  /** What the judge of every publication objects to. */
  | { readonly kind: 'publication'; readonly objection: QuarantineReason };
