import type { StoredDataset } from '../model/data/dataset.ts';
import { askedAfterSwitch, type IndicatorInput } from '../model/plan/indicator.ts';
import type { InputDatasets } from './input-figures.ts';
import { categoriesOf } from './select-term.ts';

/** The periods that one table of a dataset answers for, and the words in which it is asked. */
export interface Span {
  readonly input: IndicatorInput;
  readonly datasets: InputDatasets;
  /** Is a period, by its key, among them? */
  readonly holds: (period: number) => boolean;
}

/**
 * The tables of a dataset that were kept by different dimensions, oldest first: each answers for the periods from its first
 * figure on, up to the next one's. One span, which holds every period, for a dataset of one table.
 */
export function spansOf(input: IndicatorInput, { over, under }: InputDatasets): readonly Span[] {
  const tables = [...(over.earlier ?? []).toReversed(), over];
  const firsts = tables.map((table, index) => (index === 0 ? -Infinity : firstPeriod(table)));
  return tables.map((table, index) => ({
    input: wordsFor(input, table),
    datasets: { over: table, under },
    holds: (period) => (firsts[index] ?? 0) <= period && period < (firsts[index + 1] ?? Infinity),
  }));
}

function firstPeriod({ series }: StoredDataset): number {
  return series.reduce((first, { observations }) => Math.min(first, observations[0]?.period ?? Infinity), Infinity);
}

/** What is asked of a table: the input as it stands, or as it is after the switch where only that names what it has. */
function wordsFor(input: IndicatorInput, table: StoredDataset): IndicatorInput {
  const after = askedAfterSwitch(input);
  if (after === null) return input;
  const has = categoriesOf(table);
  const fits = ({ terms }: IndicatorInput) => terms.every((term) => Object.keys(term).every((name) => has.has(name)));
  return fits(after) && !fits(input) ? after : input;
}
