import type { TimePeriod } from '../time-period.ts';

/**
 * SDMX observation status (CL_OBS_STATUS 2.2): A normal, B break, D definition differs, E estimated, F forecast,
 * M missing because it cannot exist, N not significant, O missing, P provisional, Q missing because suppressed.
 */
export const OBS_STATUSES = ['A', 'B', 'D', 'E', 'F', 'M', 'N', 'O', 'P', 'Q'] as const;
export type ObsStatus = (typeof OBS_STATUSES)[number];

/** Marks a cell for which the source has no row at all; such a cell is not stored. Only imported files have them. */
export const ABSENT = 255;

export type DimensionRole = 'geo' | 'metric' | 'time' | 'classification';

export interface Category {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string | null;
  /** Only on the contents dimension. */
  readonly unit: string | null;
  readonly decimals: number | null;
  readonly note: string | null;
}

export interface Dimension {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string | null;
  readonly role: DimensionRole;
  readonly note: string | null;
  /** In the source's order. */
  readonly categories: readonly Category[];
}

/**
 * A dataset after normalisation: series × periods, row-major, whatever order the source used.
 * Numbers are kept in flat arrays because a reply can hold 800,000 cells; nothing is dropped, a missing cell keeps its
 * symbol and status.
 */
export interface Cube {
  readonly title: string;
  readonly titleEn: string | null;
  /** Who publishes the figures, as the source says it. */
  readonly source: string;
  /** The source's own stamp, UTC ISO 8601; `null` when absent or impossible. */
  readonly updatedAt: string | null;
  readonly notes: readonly string[];
  /** Every dimension but time, sorted by code: the order of codes in a series key. */
  readonly dimensions: readonly Dimension[];
  readonly time: Dimension;
  /** Ascending. */
  readonly periods: readonly TimePeriod[];
  /** `seriesKey` of each series. */
  readonly seriesKeys: readonly string[];
  /** Category positions per series, `dimensions.length` entries each. */
  readonly seriesCategories: Uint32Array;
  /** Series × periods; NaN where there is no number. */
  readonly values: Float64Array;
  /** Series × periods; index into `OBS_STATUSES`, or `ABSENT`. */
  readonly obsStatuses: Uint8Array;
  /** Series × periods; index into `symbolTable`, 0 for a cell without symbol. */
  readonly symbols: Uint8Array;
  /** Symbols verbatim as the source wrote them; entry 0 is the empty string. */
  readonly symbolTable: readonly string[];
}

/** The canonical key of a series: category codes in the order of the dimension codes, joined by `|`. */
export function seriesKey(categoryCodes: readonly string[]): string {
  return categoryCodes.join('|');
}

/** Cells that the source has a row for. */
export function countCells({ obsStatuses }: Cube): number {
  // Nearly always all of them, and `includes` finds that out fast.
  if (!obsStatuses.includes(ABSENT)) return obsStatuses.length;
  return obsStatuses.reduce((count, obsStatus) => (obsStatus === ABSENT ? count : count + 1), 0);
}
