/** What a cell holds. Text is text however it looks: a code keeps its zeros, and nothing is a formula. */
export type Cell =
  | null
  | { readonly text: string; /** Where it leads, an address of the web. */ readonly link?: string | null }
  | { readonly code: string }
  /** With how many decimals it is shown; it is kept whole. `plain` is shown without marks between thousands, as a year is. */
  | { readonly number: number; readonly decimals: number; readonly plain?: true }
  /** A day, `2026-02-26`. */
  | { readonly day: string }
  /** A minute as the clock on the wall shows it, `2026-02-26 08:00`. */
  | { readonly minute: string };

export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** Long texts are broken into lines. */
  readonly wraps: boolean;
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many columns from the left stay in sight. */
  readonly frozenColumns: number;
  /** How many columns from the left are printed, as wide as a page; the others are for whoever looks at the sheet. */
  readonly printedColumns: number;
  /** What is said below the rows, of those that are not there; `null` when all are. */
  readonly note: string | null;
}

/** What stands about a workbook in its properties. */
export interface WorkbookProperties {
  readonly title: string;
  readonly creator: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Tells one content from another; read back by `readIdentifier`. */
  readonly identifier: string;
}
