import type { Figure, MissingReason } from '../../model/data/figure.ts';
import type { Measure } from '../../model/plan/indicator.ts';
import type { IndicatorPoint, IndicatorSeries } from '../../model/plan/indicator-series.ts';
import { type SqlValue, startBulkInsert } from '../intake/bulk-insert.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

const COLUMNS = `role, place, period, name, value, value_missing, level, level_missing, growth, growth_missing, unit,
  publication_id, level_unit`;

/** Role, place and period. */
const KEY_COLUMNS = 3;

/** One row but for the indicator, in the order of the columns. */
type ValueRow = readonly SqlValue[];

/** The place that the indicator is about, and what is measured of it. */
interface Own {
  readonly id: string;
  readonly name: string;
  readonly measure: Measure;
}

/**
 * Replaces the series of an indicator, own and peers', with the ones just computed; writes nothing when they are what they
 * were. `own` names the place it is for. A level that is not the value itself is in the unit its source publishes.
 */
export function replaceIndicatorValues(store: Store, indicatorId: string, series: IndicatorSeries, own: Own): void {
  const unit = series.input?.unit ?? null;
  const levelUnit = isLevel(own.measure) ? unit : publishedUnit(store, series);
  const shared = [unit, series.publication?.publicationId ?? null, levelUnit];
  const next = series.points
    .flatMap((point) => [ownRow(point, own, shared), ...peerRows(point, own.measure, shared)])
    .sort(byKey);
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

/** Peers have a level and a growth, and a value where the indicator is one of these. */
function peerRows({ period, peers }: IndicatorPoint, measure: Measure, shared: ValueRow): readonly ValueRow[] {
  return peers.map(({ id, name, level, growth }) => {
    const value = isLevel(measure) ? level : measure === 'growth' ? growth : undefined;
    return ['peer', id, period, name, ...split(value), ...split(level), ...split(growth), ...shared];
  });
}

function isLevel(measure: Measure): boolean {
  return measure === 'level' || measure === 'ratio';
}

/** The unit the figures have at the source; `null` where they have several, or none. */
function publishedUnit({ sqlite }: Store, { input, publication }: IndicatorSeries): string | null {
  const named = new Set((input?.terms ?? []).flatMap((term) => Object.values(term).flat()));
  const units = sqlite
    .prepare(`SELECT key, value FROM publication, json_each(publication.contract, '$.units') WHERE publication.id = ?`)
    .raw()
    .all(publication?.publicationId ?? 0) as [string, string | null][];
  // A table with one contents variable need not have it named.
  const asked = units.filter(([contents]) => named.has(contents));
  const used = new Set((asked.length === 0 ? units : asked).map(([, unit]) => unit));
  const [unit = null] = used;
  return used.size === 1 ? unit : null;
}

/** A figure as two columns; both empty where the indicator has no such figure at all. */
function split(figure: Figure | undefined): [number | null, MissingReason | null] {
  if (figure === undefined) return [null, null];
  return 'value' in figure ? [figure.value, null] : [null, figure.missing];
}
