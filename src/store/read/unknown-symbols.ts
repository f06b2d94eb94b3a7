import { eq } from 'drizzle-orm';
import type { UnknownSymbol } from '../../model/data/source-description.ts';
import { dataset } from '../schema/dataset.ts';
import type { Store } from '../store.ts';

/** Symbols of the newest publication of a dataset that nobody has explained. */
export interface UnknownSymbolsOfDataset {
  readonly datasetId: string;
  /** SSB's table number; `null` before the first publication. */
  readonly table: string | null;
  readonly symbols: readonly UnknownSymbol[];
}

/** Records which symbols of the newest publication nobody has explained; empty for none. */
export function recordUnknownSymbols(store: Store, datasetId: string, symbols: readonly UnknownSymbol[]): void {
  store.drizzle
    .update(dataset)
    .set({ unknownSymbols: symbols.length === 0 ? null : symbols })
    .where(eq(dataset.code, datasetId))
    .run();
}

/** Every dataset that carries symbols nobody has explained. */
export function readUnknownSymbols(store: Store): readonly UnknownSymbolsOfDataset[] {
  return store.drizzle
    .select({ datasetId: dataset.code, table: dataset.tableId, symbols: dataset.unknownSymbols })
    .from(dataset)
    .all()
    .flatMap(({ symbols, ...one }) => (symbols === null ? [] : [{ ...one, symbols }]));
}
