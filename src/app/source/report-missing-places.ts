import { usedDatasets } from '../../model/plan/indicator.ts';
import type { FetchedDataset } from '../../model/data/retrieval.ts';
import { findPeer } from '../../settings/find-peer.ts';
import type { App } from '../open-app.ts';
import { recordTrouble } from '../messages/raise-notices.ts';

/**
 * Notifies operations which peers a table does not offer, and on which line they stand, all of a dataset at once: when it
 * begins, when it differs from what was notified, and when the table offers them or the settings no longer ask. For a
 * dataset that no indicator uses nothing is notified: no status misses those figures.
 */
export function reportMissingPlaces(
  app: App,
  fetched: Pick<FetchedDataset, 'datasetId' | 'table' | 'missingPlaces'>,
): void {
  const { datasetId, table, missingPlaces = [] } = fetched;
  const isUsed = app.settings.indicators.some((indicator) => usedDatasets(indicator).includes(datasetId));
  const missing = missingPlaces.map(({ code, name, file }) => {
    const found = file === 'peers.yaml' ? findPeer(app.environment.configDir, code) : null;
    return { code, name, file, ...(found === null ? {} : { line: found.line }) };
  });
  const trouble = { kind: 'missing-places', dataset: datasetId, table, missing } as const;
  const subject = `dataset:${datasetId} places` as const;
  recordTrouble(app, subject, missing.length === 0 || !isUsed ? null : trouble, { notifyChanges: true });
}
