import type { Figure, IndicatorPoint, IndicatorSeries, MissingReason } from '../model/indicator.ts';
import { type SqlValue, startBulkInsert } from './bulk-insert.ts';
import type { Store } from './store.ts';
import { inTransaction } from './transaction.ts';

const COLUMNS = `role, place, period, name, value, value_missing, level, level_missing, growth, growth_missing, unit,
  publication_id`;

/** One row but for the indicator, in the order of the columns. */
type Row = readonly SqlValue[];

/**
 * Replaces the series of an indicator, own and peers', with the ones just computed; writes nothing when they are what they
 * were. `own` names the place it is for.
 */
export function replaceIndicatorValues(
  store: Store,
  indicatorId: string,
  series: IndicatorSeries,
  own: { readonly id: string; readonly name: string },
): void {
  const shared = [series.input?.unit ?? null, series.publication?.publicationId ?? null];
  const rows = series.points.flatMap((point) => [ownRow(point, own), ...peerRows(point)]);
  const next = rows.map((row) => [...row, ...shared]).sort(byKey);
  inTransaction(store, () => {
    const { sqlite } = store;
    const stored = sqlite
      .prepare(`SELECT ${COLUMNS} FROM indicator_value WHERE indicator_id = ? ORDER BY role, place, period`)
      .raw()
      .all(indicatorId);
    if (JSON.stringify(stored) === JSON.stringify(next)) return;
    sqlite.prepare('DELETE FROM indicator_value WHERE indicator_id = ?').run(indicatorId);
    const into = `indicator_value (indicator_id, ${COLUMNS})`;
    const insert = startBulkInsert(
      sqlite,
      into,
      `(${Array(COLUMNS.split(',').length + 1)
        .fill('?')
        .join(', ')})`,
    );
    for (const row of next) for (const value of [indicatorId, ...row]) insert.push(value);
    insert.flush();
  });
}

/** As SQLite orders text and numbers. */
function byKey(a: Row, b: Row): number {
  for (const column of [0, 1, 2]) {
    const [left, right] = [a[column] ?? '', b[column] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function ownRow(point: IndicatorPoint, own: { readonly id: string; readonly name: string }): Row {
  const figures = [point.value, point.own, point.growth?.own].flatMap(split);
  return ['own', own.id, point.period, own.name, ...figures];
}

/** Peers have a level and a growth, and no value of the indicator. */
function peerRows(point: IndicatorPoint): readonly Row[] {
  return point.peers.map(({ id, name, level, growth }) => {
    const figures = [undefined, level, growth].flatMap(split);
    return ['peer', id, point.period, name, ...figures];
  });
}

/** A figure as two columns; both empty where the indicator has no such figure at all. */
function split(figure: Figure | undefined): [number | null, MissingReason | null] {
  if (figure === undefined) return [null, null];
  return 'value' in figure ? [figure.value, null] : [null, figure.missing];
}
