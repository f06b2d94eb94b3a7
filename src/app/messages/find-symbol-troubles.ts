import { legibleText } from '../../model/legible-text.ts';
import type { UnknownSymbol } from '../../model/data/source-description.ts';
import { SYMBOL_MEANINGS } from '../../model/data/symbol-meaning.ts';
import { readLastTroubles } from '../../store/messages/outbox.ts';
import { readUnknownSymbols } from '../../store/read/unknown-symbols.ts';
import type { App } from '../open-app.ts';
import type { TroubleSubject } from './trouble-subject.ts';

const PREFIX = 'symbol:';

/** A symbol of a table, with the datasets on the table that carry it. */
interface FoundSymbol {
  readonly table: string;
  readonly symbol: string;
  readonly found: readonly (UnknownSymbol & { readonly datasetId: string })[];
}

/**
 * Trouble for operations: by table and symbol, such as `symbol:07984/?`, each symbol without a known meaning, with
 * where it occurs first, how often, and the line to write; `null` for those notified before that are explained or gone.
 */
export function findSymbolTroubles(app: App): ReadonlyMap<TroubleSubject, string | null> {
  const open = readLastTroubles(app.store)
    .filter(({ kind, subject }) => kind === 'trouble' && subject.startsWith(PREFIX))
    // The template is what the subject's type knows it by.
    .map(({ subject }) => [`${PREFIX}${subject.slice(PREFIX.length)}`, null] as const);
  const standing = findSymbols(app).map(
    (one) => [`${PREFIX}${one.table}/${legibleText(one.symbol)}`, describeSymbol(one)] as const,
  );
  return new Map([...open, ...standing]);
}

function findSymbols({ store, settings }: App): readonly FoundSymbol[] {
  const inUse = new Set(settings.jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id)));
  const found = new Map<string, FoundSymbol>();
  for (const { datasetId, table, symbols } of readUnknownSymbols(store).filter((one) => inUse.has(one.datasetId))) {
    for (const one of symbols) {
      const where = table ?? datasetId;
      const key = JSON.stringify([where, one.symbol]);
      const before = found.get(key)?.found ?? [];
      found.set(key, { table: where, symbol: one.symbol, found: [...before, { ...one, datasetId }] });
    }
  }
  return [...found.values()];
}

function describeSymbol({ table, symbol, found }: FoundSymbol): string {
  const cells = found.map(({ datasetId, cell, cells }) =>
    cells === 1
      ? `in one cell of ${datasetId}, ${legibleText(cell)}`
      : `in ${cells} cells of ${datasetId}, first in ${legibleText(cell)}`,
  );
  const written = quoted(legibleText(symbol));
  return (
    `Table ${table} shows the symbol ${written}, which nobody has explained: ${cells.join('; ')}. A figure without a ` +
    'number is missing there, and a number stands as it is. Look up the meaning in the notes of the table, and write it ' +
    `in symbols.yaml beside the other settings, on a line under 'symbols:', such as ${written}: missing. It is one of ` +
    `${SYMBOL_MEANINGS.join(', ')}.`
  );
}

/** As it is to be written in YAML. */
function quoted(symbol: string): string {
  return `'${symbol.replaceAll("'", "''")}'`;
}
