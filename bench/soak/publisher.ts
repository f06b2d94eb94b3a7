import type { Statbank } from '../../test/statbank/server.ts';

/** One table's own figure, and what it is revised to. */
interface Revision {
  readonly table: string;
  readonly categories: Readonly<Record<string, string>>;
  readonly period: string;
  readonly values: readonly number[];
}

const OWN = { Region: '3301' };

/** From one publication to the next, the first flips a status; the others move a little. */
const REVISIONS: readonly Revision[] = [
  { table: '06445', categories: OWN, period: '2025', values: [66.4, 64.4, 66.2, 64.6] },
  {
    table: '07984',
    categories: { ...OWN, ContentsCode: 'SysselsatteArb' },
    period: '2025',
    values: [52_010, 52_020, 52_030],
  },
];

/** The `turn`-th publication of every table in turn, each with a figure that differs from the one before it. */
export function publish(statbank: Statbank, turn: number): number {
  for (const { table, categories, period, values } of REVISIONS) {
    statbank.reviseCell(table, categories, period, values[turn % values.length] ?? 0);
  }
  return REVISIONS.length;
}
