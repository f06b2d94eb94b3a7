import type { Cell, Sheet, SheetColumn } from '../../../files/workbook/sheet.ts';
import type { TermKind } from '../../../words/workbook/texts.ts';
import { code, text } from './cells.ts';
import type { Frame } from './frame.ts';

/** What is said of the workbook itself. */
export interface AboutWorkbook {
  readonly plan: string;
  readonly municipality: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

const KINDS: readonly TermKind[] = ['status', 'flag', 'missing', 'symbol'];

/** What the workbook is, what every column of the other sheets holds, and the words for the codes behind them. */
export function wordSheet(frame: Frame, about: AboutWorkbook, sheets: readonly Sheet[]): Sheet {
  const { read, texts, language, wallTime, copy } = frame;
  const { workbook, columns } = texts;
  const explained = new Map(Object.values(columns));
  const own: readonly (readonly Cell[])[] = [
    [text(workbook.name), text(workbook.plan), text(about.plan), null],
    [text(workbook.name), text(workbook.municipality), text(about.municipality), null],
    [text(workbook.name), text(workbook.madeAt), { minute: wallTime(about.madeAt) }, null],
    [text(workbook.name), text(workbook.copy), text(copy), null],
    [text(workbook.name), text(workbook.use[0]), text(workbook.use[1]), null],
  ];
  const ofColumns = sheets.flatMap(({ name, columns: shown }) =>
    shown.map(({ heading }) => [text(name), text(heading), text(explained.get(heading)), null]),
  );
  const terms = `SELECT code, text_${language} AS text FROM out_term WHERE kind = ? ORDER BY position, code`;
  const ofCodes = KINDS.flatMap((kind) =>
    read(terms, kind).map((row) => [text(texts.kinds[kind]), text(row['text']), null, code(row['code'])]),
  );
  const headings: readonly SheetColumn[] = [
    { heading: columns.about[0], width: 24, wraps: false },
    { heading: columns.word[0], width: 44, wraps: true },
    { heading: columns.explanation[0], width: 80, wraps: true },
    { heading: columns.code[0], width: 24, wraps: false },
  ];
  const rows = [...own, ...ofColumns, ...ofCodes];
  return {
    name: texts.sheets.words,
    columns: headings,
    rows,
    frozenColumns: 0,
    printedColumns: headings.length,
    note: null,
  };
}
