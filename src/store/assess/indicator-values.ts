import type { Figure, MissingReason } from '../../model/data/figure.ts';
import type { IndicatorPoint, IndicatorSeries } from '../../model/plan/indicator-series.ts';
import { type SqlValue, startBulkInsert } from '../intake/bulk-insert.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

const COLUMNS = `role, place, period, name, value, value_missing, level, level_missing, growth, growth_missing, unit,
  publication_id`;

/** Role, place and period. */
const KEY_COLUMNS = 3;

/** One row but for the indicator, in the order of the columns. */
type ValueRow = readonly SqlValue[];

/** The place that the indicator is about. */
interface Own {
  readonly id: string;
  readonly name: string;
}

/**
 * Replaces the series of an indicator, own and peers', with the ones just computed; writes nothing when they are what they
 * were. `own` names the place it is for.
 */
export function replaceIndicatorValues(store: Store, indicatorId: string, series: IndicatorSeries, own: Own): void {
  const shared = [series.input?.unit ?? null, series.publication?.publicationId ?? null];
  const next = series.points.flatMap((point) => [ownRow(point, own, shared), ...peerRows(point, shared)]).sort(byKey);
  inTransaction(store, () => {
    const { sqlite } = store;
    const stored = sqlite
      .prepare(`SELECT ${COLUMNS} FROM indicator_value WHERE indicator_id = ? ORDER BY role, place, period`)
      .raw()
      .all(indicatorId) as ValueRow[];
    if (isSame(stored, next)) return;
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

function isSame(stored: readonly ValueRow[], next: readonly ValueRow[]): boolean {
  return (
    stored.length === next.length && stored.every((row, n) => row.every((value, column) => value === next[n]?.[column]))
  );
}

/** As SQLite orders text and numbers. */
function byKey(a: ValueRow, b: ValueRow): number {
  for (let column = 0; column < KEY_COLUMNS; column += 1) {
    const [left, right] = [a[column] ?? '', b[column] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function ownRow({ period, value, own, growth }: IndicatorPoint, place: Own, shared: ValueRow): ValueRow {
  return ['own', place.id, period, place.name, ...split(value), ...split(own), ...split(growth?.own), ...shared];
}

/** Peers have a level and a growth, and no value of the indicator. */
function peerRows({ period, peers }: IndicatorPoint, shared: ValueRow): readonly ValueRow[] {
  return peers.map(({ id, name, level, growth }) => [
    ...['peer', id, period, name],
    ...[null, null, ...split(level), ...split(growth), ...shared],
  ]);
}

/** A figure as two columns; both empty where the indicator has no such figure at all. */
function split(figure: Figure | undefined): [number | null, MissingReason | null] {
  if (figure === undefined) return [null, null];
  return 'value' in figure ? [figure.value, null] : [null, figure.missing];
}
