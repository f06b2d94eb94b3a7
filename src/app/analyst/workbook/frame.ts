import type { Language } from '../../../model/language.ts';
import type { TermKind, WorkbookTexts } from '../../../words/workbook/texts.ts';
import type { Row } from './cells.ts';

/** What every sheet is made in. */
export interface Frame {
  /** Rows of the analysts' copy. */
  readonly read: (sql: string, ...values: readonly (string | number)[]) => readonly Row[];
  readonly language: Language;
  readonly texts: WorkbookTexts;
  /** A minute as the plan's clock shows it, of an instant. */
  readonly wallTime: (instant: string) => string;
  /** Where the page is read; `null` where nobody has said. */
  readonly page: string | null;
  /** The name of the file of the copy. */
  readonly copy: string;
}

/** The words for a code, or for several with commas between them, in the language of the workbook. */
export function termsIn(
  { read, language }: Frame,
  kind: TermKind,
): (codes: string | number | null | undefined) => string | null {
  const rows = read(`SELECT code, text_${language} AS text FROM out_term WHERE kind = ?`, kind);
  const words = new Map(rows.map((row) => [row['code'], row['text']]));
  return (codes) => {
    if (typeof codes !== 'string' || codes === '') return null;
    return codes
      .split(', ')
      .map((one) => words.get(one) ?? one)
      .join(', ');
  };
}
