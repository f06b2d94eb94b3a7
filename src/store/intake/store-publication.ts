import { countCells } from '../../model/data/cube.ts';
import type { TableYears } from '../../model/data/job.ts';
import type { ChangeSummary, NewPublication } from '../../model/data/publication.ts';
import { takesPeriod } from '../../model/data/table-years.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import { findContract, refuseOtherDimensions } from './contract.ts';
import { startDatasetRun } from '../runs/dataset-runs.ts';
import { recordCorrections } from './record-corrections.ts';
import { recordFigures } from './record-figures.ts';
import { carryLatestPeriod } from './carry-latest-period.ts';
import { describeDataset, ensureDataset, insertPublication, refuseOlderPublication } from './record-publication.ts';
import { recordDimensions, recordPeriods } from './record-structure.ts';
import type { Store } from '../store.ts';
import { keepOrUndo } from '../transaction.ts';
import { writeDictionary } from '../dictionary/write-dictionary.ts';
import { writeDatasetViews } from '../views/write-views.ts';

/**
 * Takes a publication in, all of it or nothing: dataset, publication, labels, figures, revisions and the row of the
 * run. `judge` sees what would change: it keeps it, undoes it, in which case `publicationId` is `null`, or refuses by
 * throwing; the error comes back unchanged.
 *
 * - A number that the publication before had, and a whole one has no more, is withdrawn: no number, status `O`, the
 *   symbol of what is withdrawn, and a revision; so is what the series lack of one that asked for others than before. A
 *   partial one leaves what it lacks as it is, for those after it too.
 * - Figures of another alternative of the dataset are neither compared nor withdrawn.
 * - When nothing differs (the source moved its own stamp, or wrote the same in other bytes) only the publication and
 *   the run are recorded. Identical bytes are the caller's to notice, with `findNewestPublication`.
 *
 * `exactly` compares every figure with what is stored, also where the digest of a series says that nothing has changed.
 *
 * Throws `publication-quarantined` for other dimensions under the same alternative, `store-integrity` for a publication
 * older than the newest, `store-busy` and `store-unavailable`.
 */
export function storePublication(
  store: Store,
  incoming: NewPublication,
  judge: (changes: ChangeSummary) => 'keep' | 'undo',
  runId: number,
  exactly = false,
): ChangeSummary & { readonly publicationId: number | null } {
  return keepOrUndo<ChangeSummary & { readonly publicationId: number | null }>(store, () => {
    // Rows may be written before those they refer to: every reference must hold in the end.
    store.sqlite.pragma('defer_foreign_keys = ON');
    const { cube, alternative, table, years = {} } = incoming;
    refuseOlderPublication(store, incoming);
    const held = findContract(store, incoming.datasetId, { alternative, table: null });
    if (held !== null) refuseOtherDimensions(incoming.datasetId, held, cube);
    // Each table of a dataset answers for its own periods.
    const before = findContract(store, incoming.datasetId, { alternative, table });

    const datasetId = ensureDataset(store, incoming.datasetId);
    describeDataset(store, datasetId, incoming);
    const publicationId = insertPublication(store, incoming, { datasetId, runId, cells: countCells(cube) });
    recordPeriods(store.sqlite, cube);
    const changes = recordFigures(store.sqlite, {
      cube,
      completeness: incoming.completeness,
      owner: { datasetId, alternative },
      categoryIds: recordDimensions(store.sqlite, { datasetId, publicationId }, cube),
      publicationId,
      exactly,
      earlierPeriods: (before?.categories[cube.time.code] ?? []).filter((code) => isTaken(code, years)),
    });
    carryLatestPeriod(store.sqlite, incoming, publicationId);
    recordCorrections(store.sqlite, incoming, { datasetId, publicationId });
    if (judge(changes) === 'undo') return { outcome: 'undo', value: { ...changes, publicationId: null } };
    writeDatasetViews(store.sqlite);
    writeDictionary(store.sqlite);
    startDatasetRun(store, { runId, datasetId, publicationId, changes });
    return { outcome: 'keep', value: { ...changes, publicationId } };
  });
}

/** A period that the dataset does not take from this table any more is another table's to tell of. */
function isTaken(code: string, years: TableYears): boolean {
  const period = parseTimePeriod(code);
  return period === null || takesPeriod(years, periodKey(period));
}
