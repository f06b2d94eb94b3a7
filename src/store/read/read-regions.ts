import type { RegionLayout } from '../../model/data/dataset.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { createPublicationFinder } from '../intake/find-publication.ts';
import type { Store } from '../store.ts';
import { inSnapshot } from '../transaction.ts';

/** The regions of a dataset as its newest publication has them. */
export interface StoredRegions {
  readonly regions: RegionLayout;
  /** Region code → label, as the source wrote it. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of its periods. */
  readonly years: readonly number[];
}

const LABELS = `
  SELECT category.code, category.label
  FROM dimension JOIN category ON category.dimension_id = dimension.id
  WHERE dimension.dataset_id = ? AND dimension.code = ?`;

const TIME = "SELECT code FROM dimension WHERE dataset_id = ? AND role = 'time'";

/** Codes, labels and years of a dataset's regions; `null` for one without regions, and before its first publication. */
export function readStoredRegions(store: Store, datasetId: string): StoredRegions | null {
  return inSnapshot(store, () => {
    const inForce = createPublicationFinder(store, undefined)(datasetId);
    if (inForce === null || inForce.regions === null) return null;
    const { regions, datasetRow, contract } = inForce;
    const promised = contract.categories[regions.dimension] ?? [];
    const labels = store.sqlite.prepare(LABELS).raw().all(datasetRow, regions.dimension) as [string, string][];
    const times = store.sqlite.prepare(TIME).pluck().all(datasetRow) as string[];
    const periods = times.flatMap((time) => contract.categories[time] ?? []);
    return {
      regions,
      labels: Object.fromEntries(labels.filter(([code]) => promised.includes(code))),
      years: [...new Set(periods.flatMap((code) => parseTimePeriod(code)?.year ?? []))],
    };
  });
}
