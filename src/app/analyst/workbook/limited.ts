import { countText } from '../../../words/terminal/size.ts';
import type { Row } from './cells.ts';
import type { Frame } from './frame.ts';

/** The first of some rows, and what is said of the rest: that there is more, and where; `null` when there is none. */
export function limited(
  rows: readonly Row[],
  { most, table }: { readonly most: number; readonly table: string },
  { texts, language, copy }: Pick<Frame, 'texts' | 'language' | 'copy'>,
): { readonly shown: readonly Row[]; readonly note: string | null } {
  if (rows.length <= most) return { shown: rows, note: null };
  return { shown: rows.slice(0, most), note: texts.leftOut(countText(most, language), table, copy) };
}
