/** The sheets of the workbook, in their order. */
export const SHEETS = ['status', 'series', 'revisions', 'sources', 'words'] as const;
export type SheetId = (typeof SHEETS)[number];

/** Every column that a sheet may have; the same word is the same thing on each of them. */
export type ColumnId =
  | 'number'
  | 'indicator'
  | 'indicatorId'
  | 'goal'
  | 'subgoal'
  | 'ambition'
  | 'status'
  | 'period'
  | 'year'
  | 'from'
  | 'to'
  | 'value'
  | 'unit'
  | 'change'
  | 'previousPeriod'
  | 'previous'
  | 'peersFigure'
  | 'lead'
  | 'margin'
  | 'inARow'
  | 'met'
  | 'judged'
  | 'sentence'
  | 'reservation'
  | 'next'
  | 'source'
  | 'role'
  | 'place'
  | 'municipality'
  | 'missing'
  | 'level'
  | 'levelUnit'
  | 'growth'
  | 'flags'
  | 'dataset'
  | 'table'
  | 'revisedAt'
  | 'contents'
  | 'categories'
  | 'before'
  | 'after'
  | 'difference'
  | 'symbolBefore'
  | 'symbolAfter'
  | 'unitAfter'
  | 'inForceFrom'
  | 'title'
  | 'licence'
  | 'address'
  | 'newestPeriod'
  | 'updatedAt'
  | 'retrievedAt'
  | 'figures'
  | 'about'
  | 'word'
  | 'explanation'
  | 'code';

/** What stands over a column, and what it holds. */
export type ColumnText = readonly [heading: string, explanation: string];

/** Kinds of codes whose words are listed. */
export type TermKind = 'status' | 'flag' | 'missing' | 'symbol';

export interface WorkbookTexts {
  readonly sheets: Readonly<Record<SheetId, string>>;
  readonly columns: Readonly<Record<ColumnId, ColumnText>>;
  readonly roles: Readonly<Record<'own' | 'peer', string>>;
  readonly kinds: Readonly<Record<TermKind, string>>;
  readonly workbook: {
    /** What the rows about the workbook itself are called. */
    readonly name: string;
    readonly plan: string;
    readonly municipality: string;
    readonly madeAt: string;
    readonly copy: string;
    readonly use: ColumnText;
  };
  /** Said below a sheet that does not have all there is; `shown` is a number as it is written. */
  readonly leftOut: (shown: string, table: string, copy: string) => string;
}
