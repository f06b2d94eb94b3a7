import type { CodeChange, KlassWitness } from './klass-witness.ts';

/** The codes that were the place from one change to the next, both years inclusive. */
export interface Era {
  readonly codes: readonly string[];
  readonly fromYear: number;
  readonly toYear: number;
}

/** Where a history cannot be followed further back: part of the area of a code went elsewhere. */
export interface HistorySplit {
  readonly code: string;
  readonly year: number;
  /** The codes it became. */
  readonly heirs: readonly string[];
}

/**
 * The codes of a place from today back to a split or to the first year asked, newest first, as Klass's changes have it: day
 * by day, since a chain is not told in one row.
 */
export function walkBack(
  today: string,
  { changes, date, fromYear }: Pick<KlassWitness, 'changes' | 'date' | 'fromYear'>,
): { eras: readonly Era[]; split: HistorySplit | null } {
  const eras: Era[] = [];
  let codes: readonly string[] = [today];
  let toYear = Number(date.slice(0, 4));
  const days = [...new Set(changes.map(({ changeOccurred }) => changeOccurred))].sort().reverse();
  for (const day of days) {
    const rows = changes.filter(({ changeOccurred }) => changeOccurred === day);
    const before = [...new Set(codes.flatMap((code) => predecessors(code, rows)))];
    if (sameCodes(before, codes) && !rows.some((row) => leaves(row, codes))) continue;
    const year = Number(day.slice(0, 4));
    eras.push({ codes, fromYear: year, toYear });
    const leaving = rows.find(
      (row) => before.includes(row.oldCode ?? '') && !codes.includes(row.newCode ?? '') && row.newCode !== null,
    );
    if (leaving !== undefined) {
      const heirs = rows.filter((row) => row.oldCode === leaving.oldCode).flatMap(({ newCode }) => newCode ?? []);
      return { eras, split: { code: leaving.oldCode ?? '', year, heirs } };
    }
    codes = before;
    toYear = year - 1;
  }
  return { eras: [...eras, { codes, fromYear: Math.min(fromYear, toYear), toYear }], split: null };
}

/** The codes a code came from on a day; itself when nothing is said of it, none when it was born then. */
function predecessors(code: string, rows: readonly CodeChange[]): readonly string[] {
  const into = rows.filter(({ newCode }) => newCode === code);
  return into.length === 0 ? [code] : into.flatMap(({ oldCode }) => oldCode ?? []);
}

/** Part of a code's area moved elsewhere while the code itself stayed in use. */
function leaves({ oldCode, newCode }: CodeChange, codes: readonly string[]): boolean {
  return oldCode !== null && newCode !== null && codes.includes(oldCode) && !codes.includes(newCode);
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}
