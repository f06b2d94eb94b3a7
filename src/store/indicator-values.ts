import { eq } from 'drizzle-orm';
import type { Figure, IndicatorPoint, IndicatorSeries, MissingReason } from '../model/indicator.ts';
import { indicatorValue } from './schema/indicator.ts';
import type { Store } from './store.ts';
import { inTransaction } from './transaction.ts';

type ValueRow = typeof indicatorValue.$inferInsert;

/** Replaces the series of an indicator, own and peers', with the ones just computed. `own` names the place it is for. */
export function replaceIndicatorValues(
  store: Store,
  indicatorId: string,
  series: IndicatorSeries,
  own: { readonly id: string; readonly name: string },
): void {
  const shared = {
    indicatorId,
    unit: series.input?.unit ?? null,
    publicationId: series.publication?.publicationId ?? null,
  };
  inTransaction(store, () => {
    store.drizzle.delete(indicatorValue).where(eq(indicatorValue.indicatorId, indicatorId)).run();
    for (const point of series.points) {
      const rows = [ownRow(point, own), ...peerRows(point)].map((row) => ({ ...shared, ...row }));
      store.drizzle.insert(indicatorValue).values(rows).run();
    }
  });
}

function ownRow(point: IndicatorPoint, own: { readonly id: string; readonly name: string }) {
  const [value, valueMissing] = split(point.value);
  const [level, levelMissing] = split(point.own);
  const [growth, growthMissing] = split(point.growth?.own);
  const figures = { value, valueMissing, level, levelMissing, growth, growthMissing };
  return { role: 'own', place: own.id, name: own.name, period: point.period, ...figures } satisfies Partial<ValueRow>;
}

function peerRows(point: IndicatorPoint) {
  return point.peers.map((peer) => {
    const [level, levelMissing] = split(peer.level);
    const [growth, growthMissing] = split(peer.growth);
    const figures = { level, levelMissing, growth, growthMissing };
    return {
      role: 'peer',
      place: peer.id,
      name: peer.name,
      period: point.period,
      ...figures,
    } satisfies Partial<ValueRow>;
  });
}

/** A figure as two columns; both empty where the indicator has no such figure at all. */
function split(figure: Figure | undefined): [number | null, MissingReason | null] {
  if (figure === undefined) return [null, null];
  return 'value' in figure ? [figure.value, null] : [null, figure.missing];
}
