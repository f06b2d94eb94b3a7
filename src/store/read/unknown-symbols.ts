import { eq } from 'drizzle-orm';
import type { UnknownSymbol } from '../../model/data/source-description.ts';
import { dataset } from '../schema/dataset.ts';
import type { Store } from '../store.ts';

/** Symbols without a known meaning in the newest publication of a dataset. */
export interface UnknownSymbolsOfDataset {
  readonly datasetId: string;
  /** SSB's table number; `null` before the first publication. */
  readonly table: string | null;
  readonly symbols: readonly UnknownSymbol[];
}

/** Records which symbols of the newest publication have no known meaning; empty for none. */
export function recordUnknownSymbols(store: Store, datasetId: string, symbols: readonly UnknownSymbol[]): void {
  store.drizzle
    .update(dataset)
    .set({ unknownSymbols: symbols.length === 0 ? null : symbols })
    .where(eq(dataset.code, datasetId))
    .run();
}

/** Every dataset with symbols without a known meaning. */
export function readUnknownSymbols(store: Store): readonly UnknownSymbolsOfDataset[] {
  return store.drizzle
    .select({ datasetId: dataset.code, table: dataset.tableId, symbols: dataset.unknownSymbols })
    .from(dataset)
    .all()
    .flatMap(({ symbols, ...one }) => (symbols === null ? [] : [{ ...one, symbols }]));
}
