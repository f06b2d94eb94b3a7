import type { Cell, StatbankTable } from '../table.ts';
import { sumCells } from '../table.ts';
import type { SelectedDimension } from './selection.ts';

/** Row-major cells, last dimension fastest; a left-out variable stands at its total, or is summed. */
export function cellsOf(table: StatbankTable, dimensions: readonly SelectedDimension[]): readonly Cell[] {
  const leftOut = table.variables.map(({ total, categories }) =>
    total === undefined ? categories.map(({ code }) => code) : [total],
  );
  const positions = dimensions.map(({ variable }) => table.variables.indexOf(variable));
  const members = [...leftOut];
  const cells: Cell[] = [];
  const visit = (depth: number): void => {
    const dimension = dimensions[depth];
    if (dimension === undefined) {
      cells.push(cellOf(table, members));
      return;
    }
    for (const value of dimension.values) {
      members[positions[depth] ?? 0] = [...value.members];
      visit(depth + 1);
    }
  };
  visit(0);
  return cells;
}

function cellOf(table: StatbankTable, members: readonly (readonly string[])[]): Cell {
  const several = members.findIndex((codes) => codes.length > 1);
  if (several < 0) return table.cell(members.map(([code]) => code ?? ''));
  const parts = (members[several] ?? []).map((code) => members.with(several, [code]));
  return sumCells(parts.map((part) => cellOf(table, part)));
}
