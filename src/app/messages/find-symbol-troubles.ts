import { legibleText } from '../../model/legible-text.ts';
import type { Trouble } from '../../model/trouble.ts';
import { readLastTroubles } from '../../store/messages/outbox.ts';
import { readUnknownSymbols } from '../../store/read/unknown-symbols.ts';
import type { App } from '../open-app.ts';
import type { TroubleSubject } from './trouble-subject.ts';

const PREFIX = 'symbol:';

/** A symbol of a table, with the datasets on the table that carry it. */
type FoundSymbol = Extract<Trouble, { readonly kind: 'symbol' }>;

/**
 * Trouble for operations: by table and symbol, such as `symbol:07984/?`, each symbol without a known meaning, with
 * where it occurs first, and how often; `null` for those notified before that are explained or gone.
 */
export function findSymbolTroubles(app: App): ReadonlyMap<TroubleSubject, Trouble | null> {
  const open = readLastTroubles(app.store)
    .filter(({ kind, subject }) => kind === 'trouble' && subject.startsWith(PREFIX))
    // The template is what the subject's type knows it by.
    .map(({ subject }) => [`${PREFIX}${subject.slice(PREFIX.length)}`, null] as const);
  const standing = findSymbols(app).map(
    (one) => [`${PREFIX}${one.table ?? one.found[0]?.dataset ?? ''}/${one.symbol}`, one] as const,
  );
  return new Map([...open, ...standing]);
}

function findSymbols({ store, settings }: App): readonly FoundSymbol[] {
  const inUse = new Set(settings.jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id)));
  const found = new Map<string, FoundSymbol>();
  for (const { datasetId, table, symbols } of readUnknownSymbols(store).filter((one) => inUse.has(one.datasetId))) {
    for (const one of symbols) {
      const key = JSON.stringify([table ?? datasetId, one.symbol]);
      const before = found.get(key)?.found ?? [];
      const symbol = legibleText(one.symbol);
      const here = { ...one, symbol, cell: legibleText(one.cell), dataset: datasetId };
      found.set(key, { kind: 'symbol', table, symbol, found: [...before, here] });
    }
  }
  return [...found.values()];
}
