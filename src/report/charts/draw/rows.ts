const APART = 6;

/** In which row each span stands, counted from 0, so that none touches another; the first row that has room. */
export function rowsFor(spans: readonly (readonly [from: number, to: number])[]): readonly number[] {
  const taken: (readonly [from: number, to: number])[][] = [];
  return spans.map(([from, to]) => {
    const isFree = (row: readonly (readonly [from: number, to: number])[]) =>
      row.every(([start, end]) => to + APART <= start || end + APART <= from);
    const found = taken.findIndex(isFree);
    const row = found === -1 ? taken.length : found;
    taken[row] = [...(taken[row] ?? []), [from, to]];
    return row;
  });
}
